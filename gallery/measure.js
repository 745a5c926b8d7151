// What is wrong with what is on the screen, as sentences: measured, not looked at.
({ elder, lang, own }) => {
  // Rows below the screen are not laid out until they are scrolled to; what is not laid out cannot be measured.
  document.querySelectorAll(".wl-rows").forEach((el) => { el.style.contentVisibility = "visible" })
  const wrong = [], least = elder ? 60 : 44
  const say = (kind, text) => wrong.push(`${kind}: ${text}`)
  const short = (text) => JSON.stringify(text.trim().replace(/\s+/g, " ").slice(0, 60))
  const parent = (node) => node.parentElement ?? node.getRootNode().host ?? null
  const named = (el) => `<${el.tagName.toLowerCase()} ${el.className && typeof el.className === "string" ? "." + el.className.split(" ").filter((c) => /^(wl|st-key)/.test(c)).join(".") : ""}>`
  const near = (el) => { for (let up = el; up; up = parent(up)) { const key = [...up.classList].find((c) => /^(st-key-|wl-)/.test(c)); if (key) return key } return el.tagName.toLowerCase() }
  const forEyes = (el) => {
    if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    for (let up = el; up; up = parent(up)) {
      const look = getComputedStyle(up)
      if (look.clipPath !== "none" && up.clientWidth <= 1) return false
    }
    return true
  }
  // The first ground with a colour behind a point, up to where the words have their own.
  const behind = (el) => { for (let up = el; up; up = parent(up)) { const ground = getComputedStyle(up).backgroundColor; if (!/, 0\)$/.test(ground)) return ground } return "" }
  const sheet = [...document.querySelectorAll("[role=dialog]")].find((el) => el.checkVisibility())
  const grounds = sheet ? [sheet] : [...document.querySelectorAll(".st-key-phone, .st-key-presenter")].filter((el) => el.checkVisibility())
  if (!grounds.length) return ["nothing: there is no frame on the screen"]
  const all = []
  const gather = (root) => { for (const el of root.querySelectorAll("*")) { all.push(el); if (el.shadowRoot) gather(el.shadowRoot) } }
  grounds.forEach(gather)

  // Sideways: the window, and everything that scrolls up and down.
  if (document.scrollingElement.scrollWidth > innerWidth + 1) say("sideways", `the window is ${document.scrollingElement.scrollWidth} wide`)
  for (const el of [...grounds, ...all]) {
    const look = getComputedStyle(el)
    const scrolls = /auto|scroll/.test(look.overflowY) && el.clientHeight > 0
    if (scrolls && el.scrollWidth > el.clientWidth + 1 && !el.matches(".wide, pre, textarea")) say("sideways", `${near(el)} is ${el.scrollWidth} wide in ${el.clientWidth}`)
  }

  // Words: where each line of text is, cut off by what, lying on what.
  const lines = []
  for (const el of all) {
    const words = [...el.childNodes].filter((node) => node.nodeType === 3 && node.data.trim())
    if (!words.length || el.closest("style, script, [translate=no], .wl-icon, [data-testid=stIconMaterial]") || !forEyes(el)) continue
    for (const node of words) {
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width < 2 || box.height < 2) continue
        let x = true, y = true, holder = null
        for (let up = el; up && (x || y || !holder); up = parent(up)) {
          const look = getComputedStyle(up), edge = up.getBoundingClientRect()
          const part = look.display !== "inline"
          if (part && x && /hidden|clip/.test(look.overflowX) && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5)) { say("cut off", `${short(node.data)} by ${near(up)}`); x = false }
          if (part && y && /hidden|clip/.test(look.overflowY) && (box.bottom > edge.bottom + 3 || box.top < edge.top - 3)) { say("cut off", `${short(node.data)} from above or below by ${near(up)}`); y = false }
          if (/auto|scroll/.test(look.overflowX)) x = false
          if (/auto|scroll/.test(look.overflowY)) y = false
          // What is fixed is held by the screen alone.
          if (look.position === "fixed") { holder ??= up; break }
          if (!holder && (/auto|scroll/.test(look.overflowY + look.overflowX) || /sticky|fixed/.test(look.position))) holder = up
        }
        if (x && (box.right > innerWidth + 1 || box.left < -1)) say("cut off", `${short(node.data)} by the screen`)
        lines.push({ el, node, box, holder })
        // Words under something that is not see-through: whoever stands at their middle must belong to them.
        const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 }
        const view = holder?.getBoundingClientRect() ?? { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
        const inSight = at.x > Math.max(0, view.left) && at.x < Math.min(innerWidth, view.right) && at.y > Math.max(0, view.top) && at.y < Math.min(innerHeight, view.bottom)
        if (!inSight || getComputedStyle(el).pointerEvents === "none") continue
        let top = el.getRootNode().elementFromPoint(at.x, at.y)
        const belongs = (other) => { for (let up = other; up; up = parent(up)) if (up === el) return true; for (let up = el; up; up = parent(up)) if (up === other) return true; return false }
        const stays = (other) => { for (let up = other; up; up = parent(up)) if (/sticky|fixed/.test(getComputedStyle(up).position) && !up.contains(el)) return true; return false }
        if (top && !belongs(top) && !stays(top) && /rgba?\((?:\d+, ){2}\d+\)|, 1\)/.test(behind(top))) say("covered", `${short(node.data)} by ${near(top)}`)
      }
    }
  }
  // What stands in a field, or would: a field cuts off its words without any box around them to tell.
  const ruler = document.createElement("canvas").getContext("2d")
  for (const el of all) {
    if (!el.matches("input:not([type=checkbox], [type=radio], [type=range], [type=hidden], [type=file], [type=date], [type=password])") || !el.checkVisibility()) continue
    const look = getComputedStyle(el), words = el.value || el.placeholder
    ruler.font = look.font
    ruler.letterSpacing = look.letterSpacing
    const room = el.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight)
    // What somebody typed may be longer than any field; what the app puts there may not.
    const typed = el.value && el.closest("[data-testid=stTextInput]")
    if (words && !typed && ruler.measureText(words).width > room + 1) say("cut off", `${short(words)} by its field in ${near(el)}`)
  }
  const told = new Set()
  for (let a = 0; a < lines.length; a++) for (let b = a + 1; b < lines.length; b++) {
    const one = lines[a], two = lines[b]
    if (one.node === two.node || one.holder !== two.holder) continue
    const wide = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left)
    const tall = Math.min(one.box.bottom, two.box.bottom) - Math.max(one.box.top, two.box.top)
    if (wide <= 2 || tall <= Math.min(one.box.height, two.box.height) * 0.35) continue
    const text = `${short(one.node.data)} and ${short(two.node.data)}`
    if (!told.has(text)) { told.add(text); say("overlap", text) }
  }

  if (!document.documentElement.lang.startsWith(lang)) say("language", `the page says it is ${short(document.documentElement.lang)}`)

  // Language: every word that is read or read out.
  const heard = []
  for (const el of all) {
    // What is said to be Chinese may be Chinese in English; the Chinese page itself is all of it Chinese.
    if (el.closest(`style, script, [translate=no], .wl-icon${lang === "en" ? ", [lang^=zh]" : ""}`) || !el.checkVisibility()) continue
    for (const node of el.childNodes) if (node.nodeType === 3 && node.data.trim()) heard.push(node.data)
    for (const name of ["aria-label", "placeholder", "alt", "title", "aria-valuetext"]) if (el.hasAttribute(name)) heard.push(el.getAttribute(name))
  }
  for (const text of heard) {
    if (/\{\w+\}|\bundefined\b|\bNaN\b/.test(text)) say("unfilled", short(text))
    let rest = text
    for (const word of own) rest = rest.replaceAll(word, "")
    if (lang === "en" && /[\u3400-\u9fff\u3001\u3002\uff01-\uff5e]/.test(rest)) say("untranslated", short(text))
    if (lang === "zh" && /[A-Za-z]{3,}\s+[a-z]{3,}/.test(rest)) say("untranslated", short(text))
    if (lang === "zh" && /\b(Close|Send|Select|Choose|Search|Loading|Press|Enter|Error|Connecting|Running|Stop|Clear)\b/.test(text)) say("untranslated", short(text))
  }

  // Targets: as large as a fingertip; a field counts with the frame and the label that lead to it.
  for (const el of all) {
    if (!el.matches("button, a[href], summary, input, select, textarea, [role=button], [role=option]") || el.disabled || el.type === "hidden" || !el.checkVisibility()) continue
    const around = el.matches("input") ? el.closest("label, [role=group], .stTextInput, .boxes") : null
    const boxes = [el, around].filter(Boolean).map((each) => each.getBoundingClientRect())
    if (boxes[0].width < 2 && !around) continue
    const wide = Math.max(...boxes.map((box) => box.width)), tall = Math.max(...boxes.map((box) => box.height))
    if (wide < least - 0.5 || tall < least - 0.5) say("target", `${near(el)} ${short(el.textContent || el.getAttribute("aria-label") || el.type || "")} is ${Math.round(wide)} × ${Math.round(tall)}`)
  }

  for (const el of document.querySelectorAll(".wl-error-state, [data-testid=stException]")) say("error", short(el.innerText))
  return [...new Set(wrong)]
}
