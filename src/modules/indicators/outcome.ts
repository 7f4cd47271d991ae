import type { MissingKind } from './model.ts'
import type lv from './texts/verdict.lv.json'

/** Why a result cannot be judged, in the order in which the reasons are looked for. */
export const REASONS = [
  'retired',
  'noMethodology',
  /** Between the day it was retired and the day it was taken up again. */
  'notMeasuredThen',
  /** There is a figure, and it is covered because it would tell about single people. */
  'confidential',
  'noResult',
  'noTarget',
  /** What was promised without a year is not reached yet; that is no failure. */
  'notYet',
  'noBaseline',
  /** A change in per cent of nothing is nothing, whatever was meant. */
  'zeroBaseline',
  /** The period answers no target year, and no line from the baseline to a later target passes through it. */
  'noPath',
  'differentUnits',
  'notComparable',
  'noDirection',
  /** Of some categories the source does not say whether they are better or worse. */
  'unranked',
  'ambiguousDistribution',
  /** The result, or the baseline that it is counted from, is a figure that cannot be. */
  'impossible',
] as const
export type Reason = (typeof REASONS)[number]

export type ArithmeticKey = Extract<keyof typeof lv, `indicators.verdict.arithmetic.${string}`>

/** The calculation as a text and its figures. Years and versions are strings: they are not quantities. */
export type Arithmetic = {
  key: ArithmeticKey
  values: Record<string, string | number>
  /** Names of the values that were computed, which are written rounded. */
  computed?: readonly string[]
  /** With how many decimals the numbers differ that the calculation calls different. */
  decimals?: number
}

/** What a result was held against, all in one unit. */
export type Compared = {
  result: number
  unit: string
  /** The figure asked for; of a range the end that is missed, or the nearer one. */
  needed: number
  /** On which side of it the result lies; within a range it lies on the good side of both ends. */
  side: 'above' | 'equal' | 'below' | 'within'
  /** The figures that would have turned the verdict, had the result been on their other side. */
  deciding: readonly number[]
}

/** `met` and `missed` answer a target year; `onTrack` and `offTrack` a period on the way to one. */
export type Judgement = {
  status: 'met' | 'missed' | 'onTrack' | 'offTrack'
  arithmetic: Arithmetic
  /** Absent where no number was compared with another. */
  compared?: Compared
}

/** `missing` is the kind that the result states, if there is a result row and it states one. */
export type NoJudgement = {
  status: 'notEvaluable'
  reason: Reason
  missing?: MissingKind
  arithmetic?: Arithmetic
}

export type Outcome = Judgement | NoJudgement

export function not(reason: Reason, missing: { missing?: MissingKind } = {}): NoJudgement {
  return { status: 'notEvaluable', reason, ...missing }
}

export function different(what: string, figures: Arithmetic['values'] = {}): NoJudgement {
  const arithmetic = arithmeticOf(`differentUnits.${what}`, figures)
  return { status: 'notEvaluable', reason: 'differentUnits', arithmetic }
}

type Writing = Pick<Arithmetic, 'computed' | 'decimals'>

export function judged(
  status: Judgement['status'],
  how: string,
  figures: Arithmetic['values'],
  { compared, ...writing }: Writing & { compared?: Compared } = {},
): Judgement {
  return { status, arithmetic: arithmeticOf(how, figures, writing), ...(compared ? { compared } : {}) }
}

/** The keys that come here are a subset of all combinations; the tests look each of them up. */
export function arithmeticOf(how: string, values: Arithmetic['values'], writing: Writing = {}): Arithmetic {
  return { key: `indicators.verdict.arithmetic.${how}` as ArithmeticKey, values, ...writing }
}

/** Outside a range the end that is missed decides, inside either might. */
export function comparedWithRange(
  { number: result, unit }: { number: number; unit: string },
  { from, to }: { from: number; to: number },
  side: 'above' | 'below' | 'within',
): Compared {
  if (side !== 'within') {
    const needed = side === 'below' ? from : to
    return { result, unit, needed, side, deciding: [needed] }
  }
  const needed = result - from <= to - result ? from : to
  return { result, unit, needed, side, deciding: [from, to] }
}
