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
