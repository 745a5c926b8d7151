// After a broken line: the server that knows this tab goes on with it. Any other has to draw the page first, or
// nothing on it would lead anywhere: its first tap would be lost, and all taps in an open sheet.
export default function ({ data, parentElement, setTriggerValue }) {
  const kept = (parentElement.kept ??= {})
  kept.data = data
  if (kept.ear) return
  const app = document.querySelector("[data-test-connection-state]")
  let lostAt = 0
  const isKnownHere = async () => {
    // A tab that was away for long has been forgotten, too.
    if (Date.now() - lostAt > 1000 * kept.data.seconds) return false
    try { return (await (await fetch("/server", { cache: "no-store" })).text()) === kept.data.server } catch { return false }
  }
  kept.ear = new MutationObserver(async () => {
    if (!parentElement.isConnected) return kept.ear.disconnect()
    const isThere = app.dataset.testConnectionState === "CONNECTED"
    if (!isThere) { lostAt ||= Date.now(); return }
    if (!lostAt) return
    const isKnown = await isKnownHere()
    lostAt = 0
    if (isKnown) return
    const { tab } = kept.data
    sayUntilHeard(parentElement, () => setTriggerValue("found", true), () => kept.data.tab !== tab)
  })
  kept.ear.observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] })
}
