import type { CallMoments, SubmissionState } from '../model.ts'

/** What completeness is told from: one institution that a call asks. */
export type Asked = {
  state: SubmissionState
  extendedTo: Date | null
  /** When it was handed in for the first time; null before. */
  firstHandedInAt: Date | null
  /** Whether the last try to hand it in failed. */
  hasFailed: boolean
  /** Whether the institution is there on the day on which it is counted. */
  isThere: boolean
}

/** Where those that are expected stand, in the order in which somebody should look at them. */
export const STANDINGS = [
  'notStarted',
  'late',
  'returned',
  'failed',
  'started',
  'waiting',
  'accepted',
] as const
export type Standing = (typeof STANDINGS)[number]

/** What becomes of an institution that is not expected: it was excused, has closed, or closed after answering. */
export const UNEXPECTED = ['excused', 'closed', 'history'] as const
export type Unexpected = (typeof UNEXPECTED)[number]

/** How complete a call is. Every number counts institutions. */
export type Completeness = {
  /** Those from which an answer is expected: there on the day and not excused. All the others below are of these. */
  expected: number
  by: Readonly<Record<Standing, number>>
  /** Waiting to be checked, or accepted. */
  handedIn: number
  /** Handed in, for the first time by its last day, or after it. */
  onTime: number
  handedInLate: number
  /** `handedIn` in `expected`, 0 to 1; null where nobody is expected to answer: that is not everybody. */
  share: number | null
  /** Those that are not expected, and why. */
  not: Readonly<Record<Unexpected, number>>
}

/** The last instant in time of an institution. */
export const dueOf = (
  { dueAt }: Pick<CallMoments, 'dueAt'>,
  { extendedTo }: Pick<Asked, 'extendedTo'>,
): Date => extendedTo ?? dueAt

/** Why nothing is expected of an institution; null where it is. One that handed in and then closed is history. */
export function unexpectedOf({ state, isThere, firstHandedInAt }: Asked): Unexpected | null {
  if (state === 'excused') return 'excused'
  if (isThere) return null
  return firstHandedInAt === null ? 'closed' : 'history'
}

/** Where an institution that is expected stands at an instant: what needs somebody first. */
export function standingOf(call: Pick<CallMoments, 'dueAt'>, asked: Asked, now: Date): Standing {
  if (asked.state === 'accepted') return 'accepted'
  if (asked.state === 'submitted') return 'waiting'
  const isLate = now > dueOf(call, asked) && asked.firstHandedInAt === null
  if (isLate) return 'late'
  if (asked.state === 'returned' || asked.state === 'reopened') return 'returned'
  if (asked.hasFailed) return 'failed'
  return asked.state === 'notStarted' ? 'notStarted' : 'started'
}

/**
 * How complete a call is at an instant. The one place that says so: what is handed in is always some of those that are
 * expected, so that the share stays within 0 and 1 whoever opens, closes or merges.
 */
export function completenessOf(
  call: Pick<CallMoments, 'dueAt'>,
  asked: readonly Asked[],
  now: Date,
): Completeness {
  const by = zeros(STANDINGS)
  const not = zeros(UNEXPECTED)
  let onTime = 0
  for (const one of asked) {
    const reason = unexpectedOf(one)
    if (reason !== null) {
      not[reason] += 1
      continue
    }
    const standing = standingOf(call, one, now)
    by[standing] += 1
    const isHandedIn = standing === 'waiting' || standing === 'accepted'
    if (isHandedIn && one.firstHandedInAt !== null && one.firstHandedInAt <= dueOf(call, one)) onTime += 1
  }
  const expected = STANDINGS.reduce((sum, standing) => sum + by[standing], 0)
  const handedIn = by.waiting + by.accepted
  return {
    expected,
    by,
    handedIn,
    onTime,
    handedInLate: handedIn - onTime,
    share: expected === 0 ? null : handedIn / expected,
    not,
  }
}

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>

/** The share as whole per cent: 100 only of everybody, 0 only of nobody; null where nobody is expected. */
export function percentOf({ share, handedIn }: Pick<Completeness, 'share' | 'handedIn'>): number | null {
  if (share === null) return null
  return handedIn > 0 ? Math.max(1, Math.floor(share * 100)) : 0
}
