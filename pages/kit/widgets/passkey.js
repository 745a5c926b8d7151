// Asks the device for a passkey straight from the tap, and hands its answer on; the device asks for face or finger.
export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector(".use"), refused = parentElement.querySelector(".refused")
  const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON
  button.querySelector("span").textContent = data.label
  button.disabled = !able
  refused.textContent = able ? data.refused : data.unable
  button.onclick = async () => {
    button.disabled = true
    refused.textContent = ""
    try {
      const options = JSON.parse(data.options)
      const made = data.making
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      setTriggerValue("answer", JSON.stringify(made.toJSON()))
    } catch (error) {
      refused.textContent = error.name === "InvalidStateError" ? data.there : data.cancelled
    }
    button.disabled = false
  }
}
