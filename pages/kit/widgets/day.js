// The browser's own calendar, in the device's own language. A year half typed is not a day yet; whether a
// whole one will do is the core's to say.
export default function ({ data, parentElement, setStateValue }) {
  const input = parentElement.querySelector("input")
  letTabIn(parentElement)
  parentElement.querySelector("span").textContent = data.label
  Object.assign(input, { min: data.min, max: data.max })
  if (parentElement.kept !== data.day) input.value = parentElement.kept = data.day
  const send = () => {
    // Without a line nothing can be chosen: what stands there stays what the page shows.
    if (document.querySelector("[data-test-connection-state]:not([data-test-connection-state=CONNECTED])")) input.value = parentElement.kept
    if (input.value && input.value !== parentElement.kept) {
      parentElement.kept = input.value
      setStateValue("day", input.value)
    }
  }
  input.onblur = send
  input.onkeydown = (press) => { if (press.key === "Enter") send() }
  // Picked from the calendar with a pointer: nothing is half typed.
  input.onchange = () => { if (!parentElement.typing) send() }
  input.onkeyup = () => { parentElement.typing = true }
  input.onpointerdown = () => { parentElement.typing = false }
}
