// What holds the focus inside a sheet does not look into a component: there, the component's own element
// stands for what is in it, and Tab goes through its parts.
function letTabIn(root) {
  const host = root.host
  if (!host || root.tabbed || !host.closest("[role=dialog]")) return
  root.tabbed = true
  host.tabIndex = 0
  const inside = () => [...root.querySelectorAll("[tabindex='0'], button, input, summary")]
    .filter((el) => !el.disabled && el.checkVisibility({ visibilityProperty: true }))
  host.addEventListener("focus", () => { if (!root.activeElement) inside()[0]?.focus() })
  root.addEventListener("keydown", (press) => {
    if (press.key !== "Tab") return
    const all = inside()
    const next = all[all.indexOf(root.activeElement) + (press.shiftKey ? -1 : 1)]
    if (!next) return
    press.preventDefault()
    press.stopPropagation()
    next.focus()
  })
}

// What was found out here has to reach the server. What is said while the line is down is lost, and a server
// that died and came back knows nothing of what it was told: so it is said again, as soon as there is a line and
// then ever more rarely, until the server draws this component as one that has heard.
function sayUntilHeard(root, say, isHeard) {
  const SOON_MS = 1500, AT_MOST_MS = 24000, LOOK_MS = 300
  if (root.kept.saying) return
  let wait = SOON_MS
  const next = () => {
    root.kept.saying = 0
    if (!root.isConnected || isHeard()) return
    const isOffline = document.querySelector("[data-test-connection-state]:not([data-test-connection-state=CONNECTED])")
    if (!isOffline) say()
    root.kept.saying = setTimeout(next, isOffline ? LOOK_MS : wait)
    wait = isOffline ? SOON_MS : Math.min(2 * wait, AT_MOST_MS)
  }
  next()
}

// The number keys below an entry: each is a real button; `press` gets "0" to "9", `extra`, or "back".
// The focus stays where it is, so that the entry keeps its caret and Tab its place.
function numberKeys(place, { label, back, extra = "", press }) {
  place.press = press
  if (place.dataset.label !== label) {
    place.dataset.label = label
    place.setAttribute("aria-label", label)
    place.replaceChildren(...[..."123456789", extra, "0", "back"].map((key) => {
      const button = Object.assign(document.createElement("button"), { type: "button", value: key })
      button.textContent = key === "back" ? "⌫" : key
      if (key === "back") button.setAttribute("aria-label", back)
      if (key === "") Object.assign(button, { disabled: true, ariaHidden: "true" })
      button.className = /^\d$/.test(key) ? "num" : "quiet"
      return button
    }))
  }
  place.onpointerdown = (down) => down.preventDefault()
  place.onclick = ({ target }) => { if (target.value) place.press(target.value) }
}

// What a number key does to a field of digits: the same as the key of a keyboard.
function typeInto(input, key) {
  if (input.disabled) return
  input.value = key === "back" ? input.value.slice(0, -1) : input.value + key
  input.oninput()
}

