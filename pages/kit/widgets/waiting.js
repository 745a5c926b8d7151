// A reading time: it starts when it is first drawn, and tells the server when it is over.
export default function ({ data, parentElement, setTriggerValue }) {
  const find = (part) => parentElement.querySelector(part)
  const kept = (parentElement.kept ??= { since: performance.now(), over: data.passed })
  kept.over ||= data.passed
  kept.data = data
  clearInterval(kept.timer)

  const show = () => {
    const gone = (performance.now() - kept.since) / 1000
    kept.over ||= gone >= data.seconds
    if (kept.over) sayUntilHeard(parentElement, () => setTriggerValue("passed", true), () => kept.data.passed)
    const left = Math.max(1, Math.ceil(data.seconds - gone))
    const told = kept.over ? data.done : data.todo.replace("{left}", left)
    if (find(".left").textContent !== told) find(".left").textContent = told
    if (kept.over && find(".unseen").textContent !== data.done) find(".unseen").textContent = data.done
    find(".waiting").classList.toggle("over", kept.over)
    find(".far i").style.width = kept.over ? "100%" : `${Math.min(100, (100 * gone) / data.seconds)}%`
    if (kept.over) clearInterval(kept.timer)
  }
  const timer = kept.timer = setInterval(show, 200)
  show()
  // Its own timer only: a drawing that was overtaken is cleared away after the next one has begun.
  return () => clearInterval(timer)
}
