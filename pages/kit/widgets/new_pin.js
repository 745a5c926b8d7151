// A new PIN, twice: the first entry waits here, in memory; both leave the browser together and are wiped.
export default function ({ data, parentElement, setTriggerValue }) {
  const find = (part) => parentElement.querySelector(part)
  const input = find("input"), boxes = [...parentElement.querySelectorAll(".six i")]
  const kept = (parentElement.kept ??= { round: null, first: "" })

  const show = () => {
    const count = input.value.length
    boxes.forEach((box, at) => {
      box.classList.toggle("full", at < count)
      box.classList.toggle("next", at === Math.min(count, boxes.length - 1))
    })
    const told = data.labels[kept.first ? 1 : 0]
    if (find(".stage").textContent !== told) find(".stage").textContent = told
    find(".restart").hidden = !kept.first
  }
  const begin = () => {
    kept.first = ""
    input.value = ""
    input.disabled = false
    show()
    input.focus({ preventScroll: true })
  }
  numberKeys(find(".keys"), { ...data.keys, press: (key) => typeInto(input, key) })
  find(".restart").textContent = data.restart
  find(".restart").onclick = begin
  find(".refused").textContent = data.refused
  input.setAttribute("aria-invalid", String(data.refused !== ""))
  if (kept.round !== data.round) {
    kept.round = data.round
    const all = find(".six")
    all.classList.remove("shake")
    if (data.refused) { void all.offsetWidth; all.classList.add("shake") }
    begin()
  }
  input.oninput = () => {
    // A full-width keyboard types full-width digits.
    input.value = input.value.normalize("NFKC").replace(/\D/g, "").slice(0, 6)
    show()
    if (input.value.length < 6) return
    find(".refused").textContent = ""
    if (!kept.first) {
      kept.first = input.value
      input.value = ""
      // The last box is seen to fill before the second time begins.
      setTimeout(show, 160)
      return
    }
    input.disabled = true
    setTriggerValue("pins", { pin: kept.first, again: input.value })
    kept.first = input.value = ""
    // Whatever the answer, the boxes open again; a lost connection must not lock them.
    setTimeout(() => { if (input.disabled) begin() }, 1500)
  }
  input.onfocus = show
  show()
}
