import type { FindingSubject, Found } from '#modules/findings'
import type { Claim } from '../model.ts'
import { haveOneMeasure, type Line, linesOf, type Point, pointAt, pointBefore } from './lines.ts'
import type { ClaimData } from './rule.ts'

/** Up to this relative change, in per cent, something “has stayed the same”. */
export const SAME_WITHIN_PERCENT = 10
/** A latest step against the claim is worth a word when it is larger than this, in per cent of what was before. */
export const STEP_OVER_PERCENT = 5

/** What the figures say about one series of a claim about a trend. */
export type Trend = Line & {
  from: Point | undefined
  to: Point | undefined
  /** The last figure before `to`, the baseline excepted. */
  previous: Point | undefined
  /** Both ends are there, in one unit and by methods that compare. */
  isComparable: boolean
}

export type TrendClaim = Claim & { direction: 'up' | 'down' | 'same' }

/** Claims about trends with the figures of each series they speak about. */
export function trendsOf({ tree, claimed }: ClaimData): { claim: TrendClaim; trends: Trend[] }[] {
  const lines = linesOf(claimed)
  return tree.claims.filter(isTrendClaim).map((claim) => ({
    claim,
    trends: claim.subjects.flatMap((key) => lines.get(key) ?? []).map((line) => trendOf(line, claim)),
  }))
}

const isTrendClaim = (claim: Claim): claim is TrendClaim =>
  claim.kind === 'trend' && ['up', 'down', 'same'].includes(claim.direction ?? '')

function trendOf(line: Line, claim: TrendClaim): Trend {
  const from = pointAt(line, claim.fromPeriod ?? 'baseline')
  const to = claim.toPeriod === null ? undefined : pointAt(line, claim.toPeriod)
  const before = to && pointBefore(line, to.period)
  const previous = before && haveOneMeasure(line, before, to) ? before : undefined
  return { ...line, from, to, previous, isComparable: !!from && !!to && haveOneMeasure(line, from, to) }
}

/** Change in per cent of the first number. */
export function changeInPercent(from: number, to: number): number {
  if (from === to) return 0
  return from === 0 ? Math.sign(to) * Number.POSITIVE_INFINITY : (100 * (to - from)) / Math.abs(from)
}

/** Whether a change goes against the claim; no change contradicts neither a rise nor a fall. */
export function isAgainst(direction: TrendClaim['direction'], from: number, to: number): boolean {
  if (direction === 'same') return Math.abs(changeInPercent(from, to)) > SAME_WITHIN_PERCENT
  return direction === 'up' ? to < from : to > from
}

/** What a finding about a claim and some of its series is about. */
export function subjectsOf(claim: Claim, lines: readonly Line[]): Found['subjects'] {
  const series = lines.map(
    (line): FindingSubject => ({ kind: 'series', key: line.series.key, indicator: line.indicator.code }),
  )
  return [{ kind: 'claim', key: claim.key }, ...series]
}
