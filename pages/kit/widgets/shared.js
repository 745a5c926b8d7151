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

