// What is there becomes what is wanted, and what is the same in both is not touched: a row that was opened stays
// open while the slider moves, and the browser neither reads, styles nor lays out anew what did not change.
function become(there, wanted) {
  const olds = [...there.childNodes], news = [...wanted.childNodes]
  news.forEach((next, at) => {
    const old = olds[at]
    if (!old) there.append(next)
    else if (old.nodeName !== next.nodeName) old.replaceWith(next)
    else if (next.nodeType === Node.TEXT_NODE) { if (old.data !== next.data) old.data = next.data }
    else {
      for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
      for (const { name } of [...old.attributes]) if (!next.hasAttribute(name) && name !== "open") old.removeAttribute(name)
      become(old, next)
    }
  })
  for (const old of olds.slice(news.length)) old.remove()
}

export default function ({ data: [{ html }], parentElement }) {
  const place = parentElement.querySelector(".in-place")
  if (place.drawn === html) return
  place.drawn = html
  const wanted = document.createElement("template")
  wanted.innerHTML = html
  become(place, wanted.content)
}
