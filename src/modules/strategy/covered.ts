import { addDays } from '#platform/rights/day.ts'
import { isDecided, type StrategySummary } from './model.ts'

/** How far a municipality's adopted strategies reach without a gap, from a day on or up to it. */
export type Covered = {
  /** The one that ends last of those without a gap between them. */
  last: StrategySummary
  /** Last day that is covered; before the day asked about where nothing covers that. */
  until: string
  /** The next one that is adopted, after a gap. */
  next: StrategySummary | undefined
  /** What is drafted for afterwards. */
  drafts: StrategySummary[]
}

/**
 * How far adopted strategies reach: from the one that holds on a day, or held last before it, through all that begin no
 * later than on the day after another's last. Undefined where none was adopted that has begun.
 */
export function coveredFrom(strategies: readonly StrategySummary[], today: string): Covered | undefined {
  const decided = strategies
    .filter(({ version }) => isDecided(version))
    .toSorted((a, b) => (a.period.startsOn < b.period.startsOn ? -1 : 1))
  let last = decided
    .filter(({ period }) => period.startsOn <= today)
    .reduce<StrategySummary | undefined>(later, undefined)
  if (!last) return undefined
  for (const one of decided)
    if (one.period.startsOn <= addDays(last.period.endsOn, 1)) last = later(last, one)
  const until = last.period.endsOn
  return {
    last,
    until,
    next: decided.find(({ period }) => period.startsOn > until),
    drafts: strategies.filter(({ version, period }) => version === 'draft' && period.endsOn > until),
  }
}

const later = (one: StrategySummary | undefined, other: StrategySummary): StrategySummary =>
  one && one.period.endsOn >= other.period.endsOn ? one : other
