// The number follows the thumb at once; Python hears of it 120 ms after a pause, or on release.
// Typing is reported on Enter or on leaving, exactly as typed: the core decides what it means.
const PAUSE_MS = 120
// Between two number keys a person needs longer: half an amount must not be refused.
const TYPING_MS = 700
// How long an answer may take before whatever Python says counts again.
const ANSWER_MS = 3000

export default function ({ data: [data], parentElement, setStateValue, setTriggerValue }) {
  const find = (part) => parentElement.querySelector(part)
  const text = find(".text"), slide = find(".slide"), clear = find(".clear")
  const kept = (parentElement.kept ??= { sent: null, timer: 0, data })
  kept.data = data

  const plain = (raw) => (/^\d+(\.\d{1,2})?$/.test(raw) ? Number(raw) : null)
  const grouped = (raw) => {
    const [whole, rest] = raw.split(".")
    const head = whole.replace(/\B(?=(\d{3})+$)/g, ",")
    return rest === undefined ? head : `${head}.${rest}`
  }
  // A long amount in large letters is set smaller rather than cut: "1,300.0" is no amount that was meant.
  const fit = () => {
    if (kept.fitted === text.value.length || !text.clientWidth) return
    kept.fitted = text.value.length
    text.style.fontSize = ""
    const share = text.clientWidth / text.scrollWidth
    if (share < 1) text.style.fontSize = `${Math.floor(parseFloat(getComputedStyle(text).fontSize) * share)}px`
  }
  const show = (raw) => {
    const typing = parentElement.activeElement === text || document.activeElement === text
    text.value = typing || plain(raw) === null ? raw : grouped(raw)
    clear.hidden = raw === ""
    fit()
    const { min, max, spoken } = kept.data
    const at = Math.min(max, Math.max(min, plain(raw) ?? min))
    if (kept.holding !== true) slide.value = String(at)
    const share = max > min ? (100 * (at - min)) / (max - min) : 100
    // The thumb's middle does not reach the ends of the track.
    slide.style.setProperty("--at", `calc(${share}% + ${(14 - 0.28 * share).toFixed(2)}px)`)
    slide.setAttribute("aria-valuetext", spoken.replace("{amount}", grouped(String(at))))
    for (const pick of parentElement.querySelectorAll(".picks button"))
      pick.setAttribute("aria-pressed", String(pick.value === raw))
    kept.raw = raw
  }
  const send = (raw) => {
    clearTimeout(kept.timer)
    kept.timer = 0
    if (raw === kept.sent) return
    kept.sent = raw
    kept.sentAt = performance.now()
    setStateValue("text", raw)
    // What got no answer was lost with the line, or with the server: said again once there is one.
    clearTimeout(kept.lost)
    kept.lost = setTimeout(() => {
      let times = 6
      const isHeard = () => kept.data.text === kept.sent || kept.timer || kept.holding || times-- <= 0
      sayUntilHeard(parentElement, () => setTriggerValue("again", kept.sent), isHeard)
    }, ANSWER_MS)
  }
  const sendSoon = (raw, pause = PAUSE_MS) => {
    clearTimeout(kept.timer)
    kept.timer = setTimeout(() => send(raw), pause)
  }

  text.setAttribute("aria-label", data.label)
  slide.setAttribute("aria-label", data.slider_label)
  clear.setAttribute("aria-label", data.clear_label)
  find(".picks").setAttribute("aria-label", data.picks_label)
  Object.assign(slide, { min: data.min, max: data.max, step: data.step, disabled: data.max <= data.min })
  const [low, high] = parentElement.querySelectorAll(".ends span")
  low.textContent = data.min_label
  high.textContent = data.max_label
  find(".refused").textContent = data.refused
  text.setAttribute("aria-invalid", String(data.refused !== ""))

  const wanted = JSON.stringify(data.picks)
  if (kept.picks !== wanted) {
    kept.picks = wanted
    find(".picks").replaceChildren(
      ...data.picks.map(([value, label]) => Object.assign(document.createElement("button"), { type: "button", value, textContent: label })),
    )
  }

  // What comes of the amount: written into what stands there, so that nothing moves.
  const told = find(".told")
  const fact = () => {
    const pair = document.createElement("div")
    pair.append(document.createElement("dt"), document.createElement("dd"))
    return pair
  }
  if (told.children.length !== data.told.length) told.replaceChildren(...data.told.map(fact))
  data.told.forEach((pair, at) => pair.forEach((words, part) => {
    const place = told.children[at].children[part]
    if (place.textContent !== words) place.textContent = words
  }))

  slide.oninput = () => { kept.holding = true; show(slide.value); sendSoon(slide.value) }
  slide.onchange = () => { kept.holding = false; show(slide.value); send(slide.value) }
  // Selected as a whole: the next key replaces the amount, as on a phone.
  text.onfocus = () => { text.value = kept.raw ?? text.value; text.select() }
  text.oninput = () => { kept.raw = text.value; clear.hidden = text.value === "" }
  text.onblur = () => { const raw = kept.raw ?? text.value; show(raw); send(raw) }
  text.onkeydown = (press) => { if (press.key === "Enter") { press.preventDefault(); send(text.value) } }
  const pad = find(".pad"), keys = find(".keys")
  pad.setAttribute("aria-label", data.keys.label)
  pad.onclick = () => {
    keys.hidden = !keys.hidden
    pad.setAttribute("aria-expanded", String(!keys.hidden))
    kept.fresh = true
  }
  numberKeys(keys, {
    ...data.keys,
    extra: ".",
    press: (key) => {
      // The first key replaces the amount, as typing does; what cannot be an amount is not typed.
      const before = kept.fresh && key !== "back" ? "" : kept.raw ?? text.value
      const raw = key === "back" ? before.slice(0, -1) : before + key
      kept.fresh = false
      if (key !== "back" && !/^\d{1,9}(\.\d{0,2})?$/.test(raw)) return
      show(raw)
      sendSoon(raw, TYPING_MS)
    },
  })
  clear.onclick = () => { kept.raw = ""; text.value = ""; clear.hidden = true; text.focus() }
  find(".picks").onclick = ({ target }) => { if (target.value) { show(target.value); send(target.value) } }

  // What Python says counts, unless the person is in the middle of something newer.
  const answered = kept.sent === data.text
  // The answer to something older, overtaken by faster typing, must not write over it.
  const overtaken = !answered && performance.now() - (kept.sentAt ?? -Infinity) < ANSWER_MS
  const typing = (parentElement.activeElement === text || document.activeElement === text) && kept.raw !== kept.sent
  const busy = kept.holding || kept.timer || overtaken || (kept.sent !== null && typing)
  if (!busy && (kept.sent === null || answered || kept.from !== data.text)) {
    kept.sent = data.text
    show(data.text)
  }
  kept.from = data.text
}
