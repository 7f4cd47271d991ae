import { column, optional } from '#platform/import/column.ts'
import { pointingBy } from '#platform/import/references.ts'
import { readCode } from '#platform/import/words.ts'
import type { ValueKind } from './model.ts'

/** Between which numbers figures of a unit can lie; an end that is null has no bound. */
export type Limits = { low: number | null; high: number | null }
const between = (low: number | null, high: number | null): Limits => ({ low, high })

/** Units that need no description. `heads` are people in a distribution; a text has no unit but `text`. */
const BUILT_IN = {
  count: between(0, null),
  // Of the number of something, it may well be more than all there was; a share is limited by its kind.
  percent: between(null, null),
  percentagePoint: between(null, null),
  ratio: between(0, null),
  heads: between(0, null),
  text: between(null, null),
  EUR: between(null, null),
  per1000: between(0, 1000),
  per100000: between(0, 100_000),
  hour: between(0, null),
  day: between(0, null),
  point: between(0, null),
} satisfies Record<string, Limits>
export const UNITS = Object.keys(BUILT_IN)

/** What a unit that a municipality describes measures. */
export const MEASURES = ['count', 'rate', 'money', 'time', 'length', 'score', 'other'] as const

/** Units in which a value of each kind can be, besides those that a municipality describes. */
const NAMED: Readonly<Record<ValueKind, readonly string[]>> = {
  number: UNITS.filter((unit) => unit !== 'ratio' && unit !== 'heads' && unit !== 'text'),
  share: ['percent'],
  ratio: ['ratio'],
  distribution: ['count', 'percent', 'heads'],
  text: ['text'],
}

/** Whether a value of a kind can be in a unit; units that a municipality describes are for numbers. */
export function fitsKind(kind: ValueKind, unit: string): boolean {
  return NAMED[kind].includes(unit) || (kind === 'number' && !UNITS.includes(unit))
}

type Described = readonly { code: string }[]

/** Whether a unit is of a kind that it cannot be; of a unit that nobody knows, that alone is said. */
export const isOfWrongKind = (kind: ValueKind, unit: string, described: Described): boolean =>
  !fitsKind(kind, unit) && (UNITS.includes(unit) || described.some(({ code }) => code === unit))

export const unitsOfKind = (kind: ValueKind): string => NAMED[kind].join(', ')

/** Between which numbers figures of a unit can lie: as the product knows it, or as its row describes it. */
export function limitsOf(unit: string, described: readonly ({ code: string } & Limits)[]): Limits {
  const own = described.find(({ code }) => code === unit)
  return own ?? (BUILT_IN as Readonly<Record<string, Limits>>)[unit] ?? between(null, null)
}

export const isWithin = (number: number, { low, high }: Limits) =>
  (low === null || number >= low) && (high === null || number <= high)

/** Limits as a message writes them: `0–100`, `≥ 0`. */
export function writeLimits({ low, high }: Limits): string {
  if (low !== null && high !== null) return `${low}–${high}`
  return low === null ? `≤ ${high}` : `≥ ${low}`
}

/** A unit of the list that is built in, or a code that `units.csv` describes. */
const written = column((cell: string) => {
  const known = UNITS.find((unit) => unit.toLowerCase() === cell.toLowerCase())
  return known ?? readCode(cell, ',')
})
const known = (unit: string | null) => (unit === null || UNITS.includes(unit) ? [] : [[unit]])

export const unit = pointingBy(written, { sheet: 'units', builtIn: UNITS, keysOf: known })
export const optionalUnit = pointingBy(optional(written), { sheet: 'units', builtIn: UNITS, keysOf: known })
