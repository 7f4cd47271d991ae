import { addDays } from '#platform/rights/day.ts'
import type { DutyRule, DutyYear, Occasion } from './duty.ts'

const LAST_OF_FEBRUARY = 28
const FIRST_OF_SCHOOL_YEAR = '09-01'
const YEARS_BETWEEN = 4

/** The same day so many years later; 29 February is the 28th where a year has none. */
export function addYears(day: string, years: number): string {
  return dayIn(Number(day.slice(0, 4)) + years, day.slice(5))
}

/** A day of a year by `MM-DD`. */
function dayIn(year: number, monthDay: string): string {
  const isLeap = new Date(Date.UTC(year, 1, LAST_OF_FEBRUARY + 1)).getUTCMonth() === 1
  const exact = monthDay === '02-29' && !isLeap ? `02-${LAST_OF_FEBRUARY}` : monthDay
  return `${String(year).padStart(4, '0')}-${exact}`
}

/** The year, or the school year, that ended last by a day: that day may be its last. */
export function yearEndedBy(day: string, about: DutyYear | null): string {
  const next = addDays(day, 1)
  const year = Number(next.slice(0, 4))
  if (about === null) return day.slice(0, 4)
  if (about === 'year') return String(year - 1)
  return next.slice(5) >= FIRST_OF_SCHOOL_YEAR ? `${year - 1}/${year}` : `${year - 2}/${year - 1}`
}

/** The year, or the school year, that is under way. */
export function yearAt(day: string, about: DutyYear | null): string {
  const year = Number(day.slice(0, 4))
  if (about !== 'schoolYear') return String(year)
  return day.slice(5) >= FIRST_OF_SCHOOL_YEAR ? `${year}/${year + 1}` : `${year - 1}/${year}`
}

/** What is known of a duty besides its rules. */
export type Known = {
  /** Times that were done, each with its day. */
  done?: readonly { period: string; on: string }[]
  /** Last day of the next time, where a module knows it: the last one that a strategy covers. */
  nextDue?: string | null
}

/**
 * When a duty is due about a day: the last time that was due before it, and the next. Each time falls under the rule that
 * holds on its day; of two rules that ask for the same year in turn the later does.
 *
 * @param rules of one duty, in any order
 * @param today in the municipalities, `YYYY-MM-DD`
 */
export function occasionsOf(rules: readonly DutyRule[], today: string, known: Known = {}): Occasion[] {
  const current = rules.find((rule) => rule.validFrom <= today && !hasEnded(rule, today))
  if (current?.rhythm === 'regularly')
    return [{ rule: current, period: yearAt(today, current.about), dueOn: null, isReckoned: false }]
  if (current?.rhythm === 'fourYearly' && (known.nextDue || current.due === null))
    return fourYearly(current, known)
  const dated = rules.flatMap((rule) => datesOf(rule, today).map((dueOn) => timeOf(rule, dueOn)))
  const asked = dated.filter(({ rule, dueOn }) => rule.validFrom <= dueOn && !hasEnded(rule, dueOn))
  const byPeriod = new Map(asked.toSorted((a, b) => order(a.dueOn, b.dueOn)).map((one) => [one.period, one]))
  const times = [...byPeriod.values()]
  const before = times.filter(({ dueOn }) => dueOn < today).at(-1)
  const after = times.find(({ dueOn }) => dueOn >= today)
  return [before, after].filter((one) => one !== undefined)
}

const timeOf = (rule: DutyRule, dueOn: string) => ({
  rule,
  period: yearEndedBy(dueOn, rule.about),
  dueOn,
  isReckoned: false,
})

/** Days about a day on which a rule asks for something, whether it holds on them or not. */
function datesOf({ rhythm, due }: DutyRule, today: string): string[] {
  if (due === null) return []
  const year = Number(today.slice(0, 4))
  if (rhythm === 'yearly') return [-2, -1, 0, 1, 2].map((far) => dayIn(year + far, due))
  if (rhythm === 'once') return [due]
  const begun = Math.max(0, Math.floor((year - Number(due.slice(0, 4))) / YEARS_BETWEEN))
  return [-1, 0, 1, 2].flatMap((far) => (begun + far < 0 ? [] : addYears(due, (begun + far) * YEARS_BETWEEN)))
}

/** Without a stated day it is four years after it was done last, or after the rule began. */
function fourYearly(rule: DutyRule, { done = [], nextDue = null }: Known): Occasion[] {
  const last = done.toSorted((a, b) => order(a.on, b.on)).at(-1)
  const known = nextDue !== null && !done.some(({ period }) => period === yearEndedBy(nextDue, rule.about))
  const dueOn = known ? nextDue : addYears(last?.on ?? rule.validFrom, YEARS_BETWEEN)
  const before = last ? [{ rule, period: last.period, dueOn: null, isReckoned: true }] : []
  return [...before, { ...timeOf(rule, dueOn), isReckoned: !known }]
}

const hasEnded = ({ validTo }: DutyRule, day: string) => validTo !== null && validTo <= day
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
