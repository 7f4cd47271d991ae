import type { FormWords } from '../form/told.ts'
import { inputsIn, labelOf } from './form-values.ts'

type Conflict = { name: string; theirs: string; mine: string }

/** Shows both texts at a field that two people have filled in, and has one of them chosen. */
export function showConflict(
  form: HTMLFormElement,
  { name, theirs, mine }: Conflict,
  words: FormWords,
  choose: (text: string) => void,
) {
  endConflict(form, name)
  const input = inputsIn(form).find((one) => one.name === name)
  if (!input) return
  const said = (text: string, template: string) =>
    template.replaceAll('{{theirs}}', theirs || words.blank).replaceAll('{{mine}}', text || words.blank)
  const box = Object.assign(document.createElement('div'), { className: 'conflict' })
  box.dataset.of = name
  box.role = 'group'
  box.ariaLabel = labelOf(form, name)
  box.append(Object.assign(document.createElement('p'), { textContent: said(mine, words.conflict) }))
  for (const [text, template] of [
    [theirs, words.keepTheirs],
    [mine, words.takeMine],
  ] as const) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: said(mine, template),
    })
    button.addEventListener('click', () => {
      box.remove()
      choose(text)
      input.focus()
    })
    box.append(' ', button)
  }
  const place = input.closest('td, .field, p, fieldset') ?? input
  if (place instanceof HTMLTableCellElement) place.append(box)
  else place.after(box)
}

/** Takes the choice away, since one was made. */
export function endConflict(form: HTMLFormElement, name: string) {
  for (const box of boxesIn(form)) if (box.dataset.of === name) box.remove()
}

/** Whether there is something to choose. */
export const hasConflicts = (form: HTMLFormElement) => boxesIn(form).length > 0

const boxesIn = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLElement>('.conflict')]
