import { evaluateChecks } from '../checks/index.ts'
import { commentOf } from '../form/fields.ts'
import { readAnswers } from '../form/read-answers.ts'
import type { ToldForm } from '../form/told.ts'
import type { Answer, Answers } from '../model.ts'
import { valuesOf } from './form-values.ts'

type Outcome = ReturnType<typeof evaluateChecks>[number]

/** Works out totals and says what the checks say, with the same engine as the server, after each change. */
export function createLiveChecks(form: HTMLFormElement, told: ToldForm): () => void {
  const list = new CheckList(form, told)
  const context = {
    ...(told.last ? { last: new Map(told.last) } : {}),
    ...(told.history ? { history: new Map(told.history) } : {}),
  }
  return () => {
    const { answers } = readAnswers(told.form.elements, Object.fromEntries(valuesOf(form)))
    showComputed(form, answers, told.language)
    list.show(evaluateChecks(told.form, answers, context))
  }
}

function showComputed(form: HTMLFormElement, answers: Answers, language: string) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  for (const output of form.querySelectorAll<HTMLOutputElement>('output[data-computed]'))
    output.value = wordsOf(answers.get(output.dataset.computed ?? ''), number) ?? '–'
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  for (const output of form.querySelectorAll<HTMLOutputElement>('output[data-share]')) {
    const answer = answers.get(output.dataset.share ?? '')
    const isShare = answer?.kind === 'share' && answer.denominator !== 0
    output.value = isShare ? `= ${percent.format(answer.numerator / answer.denominator)}` : ''
  }
}

function wordsOf(answer: Answer | undefined, number: Intl.NumberFormat): string | undefined {
  if (answer?.kind === 'count' || answer?.kind === 'money') return number.format(answer.number)
  if (answer?.kind !== 'share') return undefined
  return `${number.format(answer.numerator)} / ${number.format(answer.denominator)}`
}

/** What does not hold, what waits for the server, and what nobody can tell yet. What holds is not listed. */
class CheckList {
  readonly #form: HTMLFormElement
  readonly #told: ToldForm
  readonly #list = document.createElement('ul')
  readonly #hold = document.createElement('p')

  constructor(form: HTMLFormElement, told: ToldForm) {
    this.#form = form
    this.#told = told
    if (told.form.checks.length === 0) return
    const place = Object.assign(document.createElement('section'), { className: 'live-checks' })
    const heading = document.createElement('h2')
    heading.textContent = told.words.checks
    this.#hold.textContent = told.words.checksHold
    place.append(heading, this.#hold, this.#list)
    const buttons = form.querySelector('.form-buttons')
    if (buttons) buttons.before(place)
    else form.append(place)
  }

  show(outcomes: readonly Outcome[]) {
    for (const one of outcomes) this.#showDrawn(one)
    const open = ['failed', 'waits', 'notTold'].flatMap((kind) =>
      outcomes.filter(({ outcome }) => outcome === kind),
    )
    this.#hold.hidden = open.length > 0
    const items = open.map((outcome) => this.#itemOf(outcome))
    const isSame = items.length === this.#list.children.length && items.every((item) => item.isConnected)
    // Somebody may be typing a comment there, so nothing is moved without need.
    if (!isSame) this.#list.replaceChildren(...items)
  }

  /** What the server had found when it drew the page is shown as long as it is so. */
  #showDrawn({ check, outcome }: Outcome) {
    const drawn = this.#form.querySelectorAll<HTMLElement>(`[data-check="${check.key}"]`)
    for (const one of drawn) if (!this.#list.contains(one)) one.hidden = outcome !== 'failed'
  }

  #itemOf({ check, outcome, told }: Outcome): Element {
    const { words, language } = this.#told
    const known = this.#list.querySelector<HTMLElement>(`[data-check="${check.key}"]`)
    const item = known ?? document.createElement('li')
    item.dataset.check = check.key
    item.className = outcome === 'failed' ? `failed ${check.severity}` : outcome
    const said = check.message[language].replace(/\{\{(\w+)\}\}/g, (_, name) => String(told[name] ?? '…'))
    const why = { failed: '', held: '', waits: words.waitsForServer, notTold: words.notTold }[outcome]
    const sentence = item.querySelector('p') ?? item.appendChild(document.createElement('p'))
    sentence.textContent = `${said} ${why}`.trim()
    this.#askForComment(item, check.key, outcome === 'failed' && check.severity === 'soft')
    return item
  }

  /** A soft check that does not hold asks for a comment, unless the page has a place for it already. */
  #askForComment(item: HTMLElement, key: string, isAsked: boolean) {
    const name = commentOf(key)
    const own = item.querySelector('label')
    if (own) own.hidden = !isAsked
    if (own || !isAsked || this.#form.elements.namedItem(name)) return
    const label = item.appendChild(document.createElement('label'))
    label.append(
      this.#told.words.comment,
      Object.assign(document.createElement('textarea'), { name, rows: 2 }),
    )
  }
}
