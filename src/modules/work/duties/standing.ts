import { addDays } from '#platform/rights/day.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { Mark, Occasion } from './duty.ts'

/** So many days ahead a duty is near: people have it among their tasks. */
export const NEAR_DAYS = 60

/** Where one time of a duty stands: done or not to be done, missed, near, further away, or without a day. */
export const STANDINGS = ['overdue', 'near', 'undated', 'later', 'done', 'notApplicable'] as const
export type Standing = (typeof STANDINGS)[number]

/** One time of a duty, for the municipality or for one institution, with what is known of it. */
export type Stood = {
  standing: Standing
  doneOn: string | null
  /** What holds of what people have said of it. */
  mark: Mark | null
  missing: readonly LocalText[]
  /** Where it is seen that it is done, as a module says. */
  address: string | null
}

/** What holds of what was said of one time: the newest, unless that takes it back. @param marks the earliest first */
export function holdingMark(marks: readonly Mark[]): Mark | null {
  const newest = marks.at(-1)
  return newest && newest.kind !== 'withdrawn' ? newest : null
}

/** Where a time stands that nobody says is done. */
function timeTo(dueOn: string | null, today: string): Standing {
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'overdue'
  return dueOn <= addDays(today, NEAR_DAYS) ? 'near' : 'later'
}

type Evidence = Pick<Stood, 'doneOn' | 'missing' | 'address'>

/** Where a time stands. What people have said goes before what modules know. */
export function standingOf(
  { dueOn }: Pick<Occasion, 'dueOn'>,
  marks: readonly Mark[],
  { doneOn, missing, address }: Evidence,
  today: string,
): Stood {
  const mark = holdingMark(marks)
  if (mark?.kind === 'notApplicable')
    return { standing: 'notApplicable', doneOn: null, mark, missing: [], address }
  const done = mark?.doneOn ?? doneOn
  if (done !== null) return { standing: 'done', doneOn: done, mark, missing: [], address }
  return { standing: timeTo(dueOn, today), doneOn: null, mark: null, missing, address }
}

/** Whether nothing is to be done any more. */
export const isSettled = ({ standing }: Pick<Stood, 'standing'>) =>
  standing === 'done' || standing === 'notApplicable'
