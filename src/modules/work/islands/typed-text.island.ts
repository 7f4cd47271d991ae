// Makes this file a module, so that what it declares is added to the platform's own.
export {}

/** What the page tells this element: the sentence about what is left, with `{{number}}` in it. */
type Told = { left: string; language: string }

declare module '#platform/islands/island-types.ts' {
  interface Islands {
    'typed-text': Told
  }
}

/** After a pause in typing who listens hears how much is left; before it they would hear each key. */
const PAUSE_MS = 1000

/** Says how much may still be typed, and warns before what was typed and not sent is left behind. */
class TypedText extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('textarea')
    const told: Told = JSON.parse(this.querySelector('script')?.textContent ?? 'null')
    if (!field || !told) return
    const seen = this.appendChild(Object.assign(document.createElement('p'), { className: 'hint' }))
    seen.ariaHidden = 'true'
    const heard = this.appendChild(
      Object.assign(document.createElement('p'), { className: 'visually-hidden' }),
    )
    heard.role = 'status'
    const number = new Intl.NumberFormat(told.language)
    let pause: ReturnType<typeof setTimeout> | undefined
    const count = () => {
      const sentence = told.left.replace('{{number}}', number.format(field.maxLength - field.value.length))
      seen.textContent = sentence
      clearTimeout(pause)
      pause = setTimeout(() => {
        heard.textContent = sentence
      }, PAUSE_MS)
    }
    field.addEventListener('input', count)
    count()
    this.#warnBeforeLeaving(field)
  }

  #warnBeforeLeaving(field: HTMLTextAreaElement) {
    let isSent = false
    field.form?.addEventListener('submit', () => {
      isSent = true
    })
    window.addEventListener('beforeunload', (event) => {
      if (!isSent && field.value !== field.defaultValue) event.preventDefault()
    })
  }
}

customElements.define('x-typed-text', TypedText)
