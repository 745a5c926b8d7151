// A document counts as read when its end was on the screen; the button gets there by keyboard.
export default function ({ data, parentElement, setTriggerValue }) {
  const find = (part) => parentElement.querySelector(part)
  const all = find(".reading"), paper = find(".paper")
  const kept = (parentElement.kept ??= { read: false, html: null })
  kept.data = data
  // Another text under the same name is read when it has been read itself.
  kept.read = data.read || (kept.read && kept.html === data.html)
  const say = () => sayUntilHeard(parentElement, () => setTriggerValue("read", true), () => kept.data.read)
  letTabIn(parentElement)

  all.style.setProperty("--tall", data.height)
  paper.setAttribute("aria-label", data.label)
  find(".jump").textContent = data.jump_label
  if (kept.html !== data.html) {
    kept.html = data.html
    paper.innerHTML = data.html
    paper.scrollTop = 0
  }
  const tell = () => {
    all.classList.toggle("read", kept.read)
    const told = kept.read ? kept.data.done_label : kept.data.todo_label
    if (find(".told").textContent !== told) find(".told").textContent = told
  }
  const look = () => {
    const left = paper.scrollHeight - paper.clientHeight
    // Not laid out yet: a hidden paper has no height, and nobody has read it.
    if (paper.clientHeight === 0) return
    const share = left <= 0 ? 1 : Math.min(1, paper.scrollTop / left)
    find(".far i").style.width = `${100 * (kept.read ? 1 : share)}%`
    if (!kept.read && left - paper.scrollTop <= 8) {
      kept.read = true
      say()
    }
    tell()
  }
  paper.onscroll = look
  find(".jump").onclick = () => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
    paper.scrollTo({ top: paper.scrollHeight, behavior: calm ? "auto" : "smooth" })
    paper.focus({ preventScroll: true })
  }
  if (kept.read) say()
  requestAnimationFrame(look)
  // A short paper has nothing to scroll; look again once fonts have given it its height.
  const again = setTimeout(look, 400)
  return () => clearTimeout(again)
}
