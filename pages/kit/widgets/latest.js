// The end of a conversation comes into sight when something is said; who scrolls up meanwhile is left in peace.
export default function ({ data, parentElement }) {
  const end = parentElement.querySelector(".end")
  const kept = (parentElement.kept ??= { count: null })
  if (kept.count === data.count) return
  if (!data.count) {
    // Nothing has been asked yet: the greeting is read from its beginning.
    kept.count = 0
    return
  }
  const calm = kept.count === null || matchMedia("(prefers-reduced-motion: reduce)").matches
  kept.count = data.count
  // After the rest of the page has been laid out.
  const look = setTimeout(() => end.scrollIntoView({ block: "end", behavior: calm ? "auto" : "smooth" }), 80)
  return () => clearTimeout(look)
}
