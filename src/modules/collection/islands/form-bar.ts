import type { FormWords, ToldForm } from '../form/told.ts'
import { type FormState, sayState } from './say-state.ts'

/** Says below a form where the typed is, and offers what can be done about it. */
export class FormBar {
  readonly #said: HTMLElement
  readonly #more: HTMLElement
  readonly #words: FormWords
  readonly #language: string
  #state: FormState = { waiting: 0, savedAt: null, trouble: null, copyOf: null, handInWaits: false }

  constructor(form: HTMLFormElement, { words, language }: ToldForm) {
    this.#words = words
    this.#language = language
    const bar = form.appendChild(Object.assign(document.createElement('div'), { className: 'form-bar' }))
    this.#said = bar.appendChild(document.createElement('div'))
    this.#said.role = 'status'
    this.#more = bar.appendChild(Object.assign(document.createElement('p'), { className: 'form-bar-more' }))
  }

  get state(): Readonly<FormState> {
    return this.#state
  }

  set(news: Partial<FormState>) {
    this.#state = { ...this.#state, ...news }
    const sentences = sayState(this.#state, this.#words, this.#language)
    const before = [...this.#said.children].map(({ textContent }) => textContent)
    // Whoever listens hears only what is new.
    if (before.join('\n') === sentences.join('\n')) return
    this.#said.replaceChildren(
      ...sentences.map((textContent) => Object.assign(document.createElement('p'), { textContent })),
    )
    this.#said.parentElement?.classList.toggle('troubled', this.#state.trouble !== null)
  }

  /** Says one thing more, until something else is said. */
  say(sentence: string) {
    this.#said.append(Object.assign(document.createElement('p'), { textContent: sentence }))
  }

  /** Offers what can be done now; nothing more than that. */
  offer(...offers: readonly (HTMLElement | false)[]) {
    this.#more.replaceChildren(...offers.filter((offer) => offer !== false))
  }
}

export function button(words: string, press: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: words })
  made.classList.add('quiet')
  made.addEventListener('click', press)
  return made
}

/** The page on which one signs in, which leads back to this one. */
export function signInLink(words: string): HTMLAnchorElement {
  const isEnglish = /^\/en(\/|$)/.test(location.pathname)
  const query = new URLSearchParams({ uz: location.pathname + location.search })
  return Object.assign(document.createElement('a'), {
    href: `${isEnglish ? '/en' : ''}/pieslegties?${query}`,
    textContent: words,
  })
}
