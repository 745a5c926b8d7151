// Six digits, one real input behind the boxes. They leave the browser once, all six, and are wiped here.
export default function ({ data, parentElement, setTriggerValue }) {
  const input = parentElement.querySelector("input")
  const boxes = [...parentElement.querySelectorAll(".six i")]
  const kept = (parentElement.kept ??= { round: null })

  const show = () => {
    const count = input.value.length
    boxes.forEach((box, at) => {
      box.classList.toggle("full", at < count)
      box.classList.toggle("next", at === Math.min(count, boxes.length - 1))
    })
  }
  parentElement.querySelector(".stage").textContent = data.label
  numberKeys(parentElement.querySelector(".keys"), { ...data.keys, press: (key) => typeInto(input, key) })
  input.setAttribute("aria-invalid", String(data.refused !== ""))
  parentElement.querySelector(".refused").textContent = data.refused
  if (kept.round !== data.round) {
    kept.round = data.round
    input.value = ""
    input.disabled = false
    const all = parentElement.querySelector(".six")
    all.classList.remove("shake")
    if (data.refused) { void all.offsetWidth; all.classList.add("shake") }
    if (data.focus) input.focus({ preventScroll: true })
  }
  input.oninput = () => {
    // A full-width keyboard types full-width digits.
    input.value = input.value.normalize("NFKC").replace(/\D/g, "").slice(0, 6)
    show()
    if (input.value.length < 6) return
    const pin = input.value
    input.disabled = true
    setTriggerValue("pin", pin)
    input.value = ""
    // Whatever the answer, the boxes open again; a lost connection must not lock them.
    setTimeout(() => { input.disabled = false; show(); if (kept.round === data.round && data.focus) input.focus({ preventScroll: true }) }, 900)
  }
  input.onfocus = show
  show()
}
