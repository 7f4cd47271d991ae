import { scaleLinear } from 'd3-scale'
import { numberFormat } from '../../texts/formats.ts'
import { type Language, LOCALES } from '../../texts/text.ts'

export type Scale = {
  place: (value: number) => number
  ticks: { place: number; value: number; said: string }[]
  low: number
  high: number
}

/** What is smaller is nothing, in figures as in differences between them. */
const SMALLEST = 1e-9

const orNothing = (value: number) => (Math.abs(value) < SMALLEST ? 0 : value)

/**
 * A scale with round marks over these values.
 *
 * @param domain what it has to show besides, so that several drawings have one scale
 */
export function scaleFor(
  values: readonly number[],
  {
    from,
    to,
    marks,
    language,
    domain = [],
  }: { from: number; to: number; marks: number; language: Language; domain?: readonly number[] | undefined },
): Scale {
  const shown = [...values, ...domain].filter(Number.isFinite).map(orNothing)
  const [low, high] = [
    Math.min(...shown, Number.POSITIVE_INFINITY),
    Math.max(...shown, Number.NEGATIVE_INFINITY),
  ]
  const isOne = high - low <= SMALLEST * Math.max(Math.abs(low), Math.abs(high))
  const scale = scaleLinear(shown.length === 0 ? [0, 1] : isOne ? around(low) : [low, high], [from, to]).nice(
    marks,
  )
  const format = numberFormat(LOCALES[language], { maximumSignificantDigits: 6 })
  const [start = 0, end = 1] = scale.domain()
  return {
    place: (value) => scale(orNothing(value)),
    low: start,
    high: end,
    ticks: scale.ticks(marks).map((value) => ({ place: scale(value), value, said: format.format(value) })),
  }
}

/** Where there is one value only, it and zero; around zero itself one step. */
const around = (value: number) => (value === 0 ? [0, 1] : value > 0 ? [0, value] : [value, 0])

/** Whether zero would press the figures together: they vary by less than a third of what they are. */
export function isFarFromZero(values: readonly number[]): boolean {
  if (values.length === 0) return false
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return (low > 0 && high - low < high / 3) || (high < 0 && high - low < -low / 3)
}

/**
 * From where to where an axis goes on which these figures stand: 0–100 for per cents, else from zero, unless that
 * would press them together. Drawings beside each other are given the figures of all, so that they have one scale.
 */
export function domainOf(unit: string, values: readonly number[]): [low: number, high: number] {
  const known = values.filter(Number.isFinite)
  if (unit === 'percent') return [Math.min(0, ...known), Math.max(100, ...known)]
  if (known.length === 0) return [0, 1]
  const all = isFarFromZero(known) ? known : [0, ...known]
  return [Math.min(...all), Math.max(...all)]
}

/** Whether an axis leaves zero out. */
export const leavesOutZero = ({ low, high }: Pick<Scale, 'low' | 'high'>) => low > 0 || high < 0
