import type { HandIn } from './stored-forms.ts'

/** Names of the page's own inputs. */
const ONCE = '_once'
const VERSION = '_version'
const WAY = '_way'
/** The button that hands in, by its name and value. */
const DO = '_do'
const HAND_IN = 'submit'

/** Whether a form is sent to be handed in, and not for something else. */
export const handsIn = (submitter: HTMLElement | null): boolean =>
  submitter instanceof HTMLButtonElement && submitter.name === DO && submitter.value === HAND_IN

/** Names one pressing of the button, as the page does. */
export const pressed = (form: HTMLFormElement, page: string): HandIn => ({
  once: inputOf(form, ONCE)?.value ?? '',
  page,
  isSent: false,
})

/**
 * What a page that is opened makes of handing in that was asked for before: a page that the server has drawn since
 * it was sent is the answer; else it still waits.
 */
export const isAnswered = (handIn: HandIn, page: string): boolean => handIn.isSent && handIn.page !== page

/** Hands in as the button does, so that the server's answer is the next page. */
export function sendForm(form: HTMLFormElement, { once }: HandIn, isLate: boolean) {
  const ownOnce = inputOf(form, ONCE)
  if (ownOnce && once !== '') ownOnce.value = once
  const way = inputOf(form, WAY)
  if (way && isLate) way.value = 'offline'
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: DO, value: HAND_IN }))
  HTMLFormElement.prototype.submit.call(form)
}

/** Says in the form which edit it shows, so that the server does not take what is shown for unseen. */
export function setVersion(form: HTMLFormElement, number: number) {
  const version = inputOf(form, VERSION)
  if (version) version.value = String(number)
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement | undefined {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement ? found : undefined
}
