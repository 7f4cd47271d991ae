import type { FindingSubject, Found } from '#modules/findings'
import type { Claim } from '../model.ts'
import { haveOneMeasure, type Line, linesOf, type Point, pointAt, pointBefore } from './lines.ts'
import type { ClaimData } from './rule.ts'

/** Up to this relative change, in per cent, something “has stayed the same”. */
export const SAME_WITHIN_PERCENT = 10
/** A latest step against the claim is worth a word when it is larger than this, in per cent of what was before. */
export const STEP_OVER_PERCENT = 5

/** What the figures say about one series of a claim about a trend, or about several of them together. */
export type Trend = {
  lines: Line[]
  from: Point | undefined
  to: Point | undefined
  /** The last figure before `to`, the baseline excepted. */
  previous: Point | undefined
  /** Both ends are there, in one unit and by methods that compare. */
  isComparable: boolean
}

type TrendDirection = (typeof TREND_DIRECTIONS)[number]
export type TrendClaim = Claim & { direction: TrendDirection }

/** Claims about trends with the figures of each series they speak about. */
export function trendsOf({ tree, claimed }: ClaimData): { claim: TrendClaim; trends: Trend[] }[] {
  const lines = linesOf(claimed)
  return tree.claims.filter(isTrendClaim).map((claim) => ({
    claim,
    trends: trendsOfClaim(
      claim,
      claim.subjects.flatMap((key) => lines.get(key) ?? []),
    ),
  }))
}

/** Words of a trend; “not up” holds as well where nothing has changed. */
export const TREND_DIRECTIONS = ['up', 'down', 'same', 'notUp', 'notDown'] as const

const isTrendClaim = (claim: Claim): claim is TrendClaim =>
  (claim.kind === 'trend' || claim.kind === 'sumTrend') &&
  TREND_DIRECTIONS.some((direction) => direction === claim.direction)

function trendsOfClaim(claim: TrendClaim, lines: Line[]): Trend[] {
  const trends = lines.map((line) => trendOf(line, claim))
  if (claim.kind === 'trend' || trends.length === 0) return trends
  // A sum with a part missing is no sum.
  const isWhole = trends.length === claim.subjects.length
  const sumOf = (end: 'from' | 'to' | 'previous') =>
    isWhole ? addPoints(trends.map((trend) => trend[end])) : undefined
  const [from, to, previous] = [sumOf('from'), sumOf('to'), sumOf('previous')]
  const isComparable = !!from && !!to && trends.every((trend) => trend.isComparable)
  return [{ lines, from, to, previous, isComparable }]
}

/** Figures of one period and unit added; undefined when one is missing or of another kind. */
function addPoints(points: readonly (Point | undefined)[]): Point | undefined {
  const [first] = points
  const known = points.flatMap((point) => point ?? [])
  const isOne = known.every(({ period, unit }) => period === first?.period && unit === first.unit)
  if (!first || known.length < points.length || !isOne) return undefined
  return { ...first, number: known.reduce((sum, { number }) => sum + number, 0), methodology: null }
}

function trendOf(line: Line, claim: TrendClaim): Trend {
  const from = pointAt(line, claim.fromPeriod ?? 'baseline')
  const to = claim.toPeriod === null ? undefined : pointAt(line, claim.toPeriod)
  const before = to && pointBefore(line, to.period)
  const previous = before && haveOneMeasure(line, before, to) ? before : undefined
  const isComparable = !!from && !!to && haveOneMeasure(line, from, to)
  return { lines: [line], from, to, previous, isComparable }
}

/** Change in per cent of the first number. */
export function changeInPercent(from: number, to: number): number {
  if (from === to) return 0
  return from === 0 ? Math.sign(to) * Number.POSITIVE_INFINITY : (100 * (to - from)) / Math.abs(from)
}

/** Whether a change goes against the claim; no change contradicts neither a rise nor a fall. */
export function isAgainst(direction: TrendClaim['direction'], from: number, to: number): boolean {
  if (direction === 'same') return Math.abs(changeInPercent(from, to)) > SAME_WITHIN_PERCENT
  return direction === 'up' || direction === 'notDown' ? to < from : to > from
}

/** What a finding about a claim and some of its series is about. */
export function subjectsOf(claim: Claim, about: readonly (Line | Trend)[]): Found['subjects'] {
  const lines = about.flatMap((one) => ('lines' in one ? one.lines : [one]))
  const series = lines.map(
    (line): FindingSubject => ({ kind: 'series', key: line.series.key, indicator: line.indicator.code }),
  )
  return [{ kind: 'claim', key: claim.key }, ...series]
}
