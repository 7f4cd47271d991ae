import { validate as isUuid } from 'uuid'
import { plainDecimal } from '#platform/decimal.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { isDay } from '#platform/rights/day.ts'
import { withComputed } from '../checks/index.ts'
import { type Answer, type Answers, type CallElement, MISSING_ANSWERS, type MissingAnswer } from '../model.ts'
import { type Field, fieldsOf, inputsOf } from './fields.ts'
import { readCount, readNumber } from './read-numbers.ts'

/** Characters of a text or of a reason. */
export const LONGEST_TEXT = 4000
/** Signs that people write where there is nothing. They do not say why. */
const SIGNS: ReadonlySet<string> = new Set(['-', '–', '—', '.', '..', '…', ':', 'x', 'n/a', 'na', 'nav'])

type Typed = Readonly<Record<string, string>>

/** Answers that could be read, with what is computed, and what is wrong with the rest by the names of inputs. */
export type ReadAnswers = { answers: Answers; complaints: ReadonlyMap<string, Complaint> }

/**
 * Reads what was typed into a form: everything that is wrong at once, each at its input. Nothing typed is no
 * answer and nothing wrong; whether it had to be answered is asked when it is handed in (`findUnanswered`).
 */
export function readAnswers(elements: readonly CallElement[], typed: Typed): ReadAnswers {
  const answers = new Map<string, Answer>()
  const complaints = new Map<string, Complaint>()
  for (const field of fieldsOf(elements)) {
    if (field.computed !== null) continue
    const read = readField(field, typed)
    if (read instanceof Map) for (const [input, complaint] of read) complaints.set(input, complaint)
    else if (read) answers.set(field.name, read)
  }
  return { answers: withComputed(elements, answers), complaints }
}

/** Fields that must be answered and are not: neither with a value nor with why there is none. */
export const findUnanswered = (elements: readonly CallElement[], answers: Answers): Field[] =>
  fieldsOf(elements).filter(
    ({ name, isRequired, computed }) => isRequired && computed === null && !answers.has(name),
  )

/** Answers as they would be typed, with a decimal comma. */
export function typedOf(answers: Answers): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [field, answer] of answers) {
    const inputs = inputsOf(field)
    if (answer.kind === 'missing') {
      typed[inputs.missing] = answer.missing
      typed[inputs.reason] = answer.reason
    } else if (answer.kind === 'share') {
      typed[inputs.value] = plainDecimal(answer.numerator)
      typed[inputs.denominator] = plainDecimal(answer.denominator)
    } else typed[inputs.value] = plainText(answer)
  }
  return typed
}

function plainText(answer: Exclude<Answer, { kind: 'missing' | 'share' }>): string {
  switch (answer.kind) {
    case 'count':
    case 'money':
      return plainDecimal(answer.number).replace('.', ',')
    case 'date':
      return answer.day
    case 'choice':
      return answer.choice
    case 'text':
      return answer.text
    case 'photo':
      return answer.fileId
  }
}

type Read = Answer | undefined | Map<string, Complaint>

function readField(field: Field, typed: Typed): Read {
  const inputs = inputsOf(field.name)
  const text = typed[inputs.value]?.trim() ?? ''
  const denominator = field.kind === 'share' ? (typed[inputs.denominator]?.trim() ?? '') : ''
  const missing = typed[inputs.missing]?.trim() ?? ''
  const reason = typed[inputs.reason]?.trim() ?? ''
  const wrong = (input: string, complaint: Complaint) => new Map([[input, complaint]])
  if (missing !== '') {
    if (!isMissing(missing)) return wrong(inputs.missing, { reason: 'collection.read.missing' })
    if (text !== '' || denominator !== '') return wrong(inputs.missing, { reason: 'collection.read.both' })
    if (reason === '') return wrong(inputs.reason, { reason: `collection.read.why.${missing}` })
    if (reason.length > LONGEST_TEXT) return wrong(inputs.reason, tooLong)
    return { kind: 'missing', missing, reason }
  }
  if (text === '' && denominator === '') return undefined
  if (field.kind !== 'text' && SIGNS.has(text.toLowerCase()))
    return wrong(inputs.value, { reason: 'collection.read.sign', values: { found: text } })
  if (field.kind === 'share') return readShare(inputs, text, denominator)
  const read = readOne(field, text)
  return 'reason' in read ? wrong(inputs.value, read) : read
}

const isMissing = (text: string): text is MissingAnswer => MISSING_ANSWERS.some((one) => one === text)
const tooLong: Complaint = { reason: 'collection.read.long', values: { count: LONGEST_TEXT } }

function readOne({ kind, choices }: Field, text: string): Exclude<Answer, { kind: 'missing' }> | Complaint {
  switch (kind) {
    case 'count':
    case 'money': {
      const number = kind === 'count' ? readCount(text) : readNumber(text, 2)
      return typeof number === 'number' ? { kind, number } : number
    }
    case 'date': {
      const day = dayOf(text)
      return isDay(day) ? { kind, day } : { reason: 'collection.read.date', values: { found: text } }
    }
    case 'choice':
      return choices.some(({ key }) => key === text)
        ? { kind, choice: text }
        : { reason: 'collection.read.choice', values: { found: text } }
    case 'photo':
      return isUuid(text) ? { kind, fileId: text } : { reason: 'collection.read.photo' }
    default:
      return text.length <= LONGEST_TEXT ? { kind: 'text', text } : tooLong
  }
}

/** `31.12.2026.` as people write it, or `2026-12-31`. */
function dayOf(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(text) ?? []
  return year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text
}

type Inputs = ReturnType<typeof inputsOf>

function readShare(inputs: Inputs, text: string, of: string): Answer | Map<string, Complaint> {
  const complaints = new Map<string, Complaint>()
  const numerator = text === '' ? undefined : readCount(text)
  const denominator = of === '' ? undefined : readCount(of)
  if (numerator === undefined) complaints.set(inputs.value, { reason: 'collection.read.numerator' })
  else if (typeof numerator !== 'number') complaints.set(inputs.value, numerator)
  if (denominator === undefined) complaints.set(inputs.denominator, { reason: 'collection.read.denominator' })
  else if (typeof denominator !== 'number') complaints.set(inputs.denominator, denominator)
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return complaints
  if (numerator > denominator)
    return complaints.set(inputs.value, {
      reason: 'collection.read.part',
      values: { part: numerator, whole: denominator },
    })
  return { kind: 'share', numerator, denominator }
}
