import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { type CheckContext, type CheckOutcome, evaluateChecks } from '../checks/index.ts'
import type { Answers, CallForm } from '../model.ts'
import { commentOf, fieldsOf, inputsOf, MINUTES } from './fields.ts'
import { findUnanswered, LONGEST_TEXT, readAnswers } from './read-answers.ts'
import { readCount } from './read-numbers.ts'

type Typed = Readonly<Record<string, string>>

/** What was typed into a form, as far as it can be read, and everything that is wrong with it at once. */
export type Entry = {
  answers: Answers
  /** What every check says. */
  outcomes: readonly CheckOutcome[]
  /** What soft checks that do not hold are commented with, by their keys. */
  comments: Readonly<Record<string, string>>
  minutes: number | null
  /** What could not be read, by names of inputs. */
  unreadable: Complaints
  /** What besides stops it from being handed in: nothing where something must be, and soft checks without a comment. */
  open: Complaints
  /** Hard checks that do not hold. */
  hard: readonly CheckOutcome[]
  soft: readonly CheckOutcome[]
}

/** A year of minutes; whoever types more has mistyped. */
const MOST_MINUTES = 527_040

/** Reads everything that was typed into a form, and asks every check. */
export function readEntry(form: CallForm, typed: Typed, context: CheckContext): Entry {
  const { answers, complaints } = readAnswers(form.elements, typed)
  const outcomes = evaluateChecks(form, answers, context)
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed')
  const soft = failed.filter(({ check }) => check.severity === 'soft')
  const comments = Object.fromEntries(
    form.checks.flatMap(({ key }) => {
      const comment = typed[commentOf(key)]?.trim()
      return comment ? [[key, comment]] : []
    }),
  )
  const minutes = readMinutes(typed[MINUTES] ?? '')
  const unreadable = new Map<string, Complaint>(complaints)
  if (minutes !== null && typeof minutes !== 'number') unreadable.set(MINUTES, minutes)
  const open = new Map<string, Complaint>()
  for (const field of findUnanswered(form.elements, answers)) {
    const { value, denominator, missing, reason } = inputsOf(field.name)
    const isToldAlready = [value, denominator, missing, reason].some((input) => unreadable.has(input))
    if (!isToldAlready) open.set(value, { reason: 'collection.form.required' })
  }
  for (const { check } of soft) {
    const comment = comments[check.key]
    if (comment === undefined) open.set(commentOf(check.key), { reason: 'collection.form.commentNeeded' })
    else if (comment.length > LONGEST_TEXT)
      unreadable.set(commentOf(check.key), {
        reason: 'collection.read.long',
        values: { count: LONGEST_TEXT },
      })
  }
  return {
    answers,
    outcomes,
    comments,
    minutes: typeof minutes === 'number' ? minutes : null,
    unreadable: listed(unreadable),
    open: listed(open),
    hard: failed.filter(({ check }) => check.severity === 'hard'),
    soft,
  }
}

/** Whether nothing stops an entry from being handed in. */
export const isComplete = ({ unreadable, open, hard }: Entry): boolean =>
  Object.keys(unreadable).length + Object.keys(open).length + hard.length === 0

/** Names of everything that can be typed into a form; what is computed is typed by nobody. */
export function inputsOfForm({ elements, checks }: CallForm): Set<string> {
  const names = fieldsOf(elements).flatMap(({ name, kind, computed }) => {
    if (computed !== null) return []
    const { value, denominator, missing, reason } = inputsOf(name)
    return kind === 'share' ? [value, denominator, missing, reason] : [value, missing, reason]
  })
  return new Set([...names, ...checks.map(({ key }) => commentOf(key)), MINUTES])
}

/** How long it took; nothing where nobody says. */
function readMinutes(typed: string): number | null | Complaint {
  if (typed.trim() === '') return null
  const minutes = readCount(typed)
  if (typeof minutes !== 'number') return minutes
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : { reason: 'collection.form.minutes.wrong' }
}

const listed = (complaints: ReadonlyMap<string, Complaint>): Complaints =>
  Object.fromEntries([...complaints].map(([name, complaint]) => [name, [complaint]]))
