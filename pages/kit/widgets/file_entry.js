// One file from the device, sent whole as base64; too large a one is never read.
export default function ({ data, parentElement, setTriggerValue }) {
  const input = parentElement.querySelector("input")
  const told = parentElement.querySelector(".told")
  parentElement.querySelector(".words").textContent = data.label
  input.setAttribute("aria-label", data.label)
  input.onchange = async () => {
    const file = input.files[0]
    if (!file) return
    if (file.size > data.most) { told.textContent = data.too_large; input.value = ""; return }
    told.textContent = file.name
    const bytes = new Uint8Array(await file.arrayBuffer())
    let text = ""
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768))
    setTriggerValue("file", btoa(text))
    input.value = ""
  }
}
