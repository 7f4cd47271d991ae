import type { Series, Target } from './model.ts'

/** A target that was promised for a year. */
export type DatedTarget = Target & { year: number }
type Promised = Pick<Series, 'targets'>

const isDated = (target: Target): target is DatedTarget => target.year !== null

/** The targets that were promised for a year, the earliest first. */
export const datedTargets = ({ targets }: Promised): DatedTarget[] =>
  targets.filter(isDated).sort((a, b) => a.year - b.year)

/** What was promised without saying by when; null when nothing was. */
export const standingTarget = ({ targets }: Promised): Target | null =>
  targets.find(({ year, kind }) => year === null && kind !== 'none') ?? null
