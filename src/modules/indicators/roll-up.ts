import { REASONS, type Reason, type Sureness, type Verdict } from './verdict.ts'

/** How many verdicts of each kind. `judged` + `notEvaluable` = `total`; every reason is present, if only with 0. */
export type VerdictCounts = Readonly<
  Record<'total' | 'judged' | Verdict['status'] | UnsureCount, number> & {
    reasons: Readonly<Record<Reason, number>>
  }
>

/** Of those judged: how many differences are within chance, and of how many nobody knows whether they are. */
type UnsureCount = 'withinChance' | 'sureUnknown'

const NO_REASONS = Object.fromEntries(REASONS.map((reason) => [reason, 0])) as Record<Reason, number>

export const NO_COUNTS: VerdictCounts = {
  total: 0,
  judged: 0,
  met: 0,
  missed: 0,
  onTrack: 0,
  offTrack: 0,
  notEvaluable: 0,
  withinChance: 0,
  sureUnknown: 0,
  reasons: NO_REASONS,
}

/**
 * Rolls verdicts up by counting them. Percentages are never averaged: a mean of shares of groups of different
 * sizes is the share of no group, a mean of different quantities is no quantity, and one great success would
 * hide many failures. What cannot be judged stays visible, so that leaving figures out improves nothing.
 */
export function countVerdicts(verdicts: readonly Verdict[]): VerdictCounts {
  return verdicts.map(countVerdict).reduce(addCounts, NO_COUNTS)
}

/** Adds the counts of two sets of verdicts that have none in common. */
export function addCounts(a: VerdictCounts, b: VerdictCounts): VerdictCounts {
  const reasons = Object.fromEntries(REASONS.map((reason) => [reason, a.reasons[reason] + b.reasons[reason]]))
  return {
    total: a.total + b.total,
    judged: a.judged + b.judged,
    met: a.met + b.met,
    missed: a.missed + b.missed,
    onTrack: a.onTrack + b.onTrack,
    offTrack: a.offTrack + b.offTrack,
    notEvaluable: a.notEvaluable + b.notEvaluable,
    withinChance: a.withinChance + b.withinChance,
    sureUnknown: a.sureUnknown + b.sureUnknown,
    reasons: reasons as Record<Reason, number>,
  }
}

const countVerdict = (verdict: Verdict) =>
  countOf(verdict.status, {
    reason: verdict.status === 'notEvaluable' ? verdict.reason : null,
    certainty: verdict.certainty,
  })

/** The counts of as many equal verdicts. */
export function countOf(
  status: Verdict['status'],
  { reason, certainty }: { reason: Reason | null; certainty: Sureness },
  count = 1,
): VerdictCounts {
  const counts = { ...NO_COUNTS, total: count, [status]: count }
  if (reason !== null) return { ...counts, reasons: { ...NO_REASONS, [reason]: count } }
  return {
    ...counts,
    judged: count,
    withinChance: certainty === 'withinChance' ? count : 0,
    sureUnknown: certainty === 'unknown' ? count : 0,
  }
}
