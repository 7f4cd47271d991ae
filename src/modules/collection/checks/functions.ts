import { addDays, isDay } from '#platform/rights/day.ts'
import type { CheckContext } from './outcome.ts'
import { deviationOf, LEAST_HISTORY, medianOf, robustZ } from './robust.ts'

/** What an expression can come to. Null: nobody can tell. */
export type Value = number | string | boolean | null
/** The kind of a value, known before anything was answered. */
export type ValueType = 'number' | 'text' | 'truth'

/** What stands in a field, for functions that must tell missing kinds apart. */
export type Cell = { value: Value; isApplicable: boolean; isAnswered: boolean }

/** What functions may look at. */
export type Scope = {
  /** The cells that a name stands for: one, or those of a column. */
  cells: (name: string) => readonly Cell[]
  /** The field that a name stands for. */
  field: (name: string) => string
  /** Parts of a share. */
  parts: (name: string) => { numerator: number; denominator: number } | null
  last: (field: string) => Value
  other: (call: string, field: string) => Value
  context: CheckContext
}

/** What a function takes: values, one name of a field, or a column or several numbers. */
type Takes = readonly (ValueType | 'any' | 'field')[] | 'figures'

export type CheckFunction = {
  takes: Takes
  /** How many of the last ones may be left out, and whether the last may be repeated. */
  optional?: number
  repeats?: true
  gives: ValueType | 'same'
  /** What of the context it needs: without it the check waits for the server. */
  needs?: keyof CheckContext
  run: (inputs: { values: readonly Value[]; names: readonly string[] }, scope: Scope) => Value
}

const numbers = (values: readonly Value[], work: (...all: number[]) => number): Value =>
  values.every((value) => typeof value === 'number') ? finite(work(...(values as number[]))) : null

export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const ofField = (
  gives: ValueType | 'same',
  run: (name: string, scope: Scope) => Value,
  needs?: keyof CheckContext,
): CheckFunction => ({
  takes: ['field'],
  gives,
  ...(needs ? { needs } : {}),
  run: ({ names }, scope) => run(names[0] ?? '', scope),
})

const figure = (name: string, { cells }: Scope): number | null => {
  const [cell] = cells(name)
  return typeof cell?.value === 'number' ? cell.value : null
}

/** A sum of what is there: what is not applicable counts for nothing, what is not known leaves it unknown. */
function sumOf(cells: readonly Cell[]): number | null {
  const applicable = cells.filter(({ isApplicable }) => isApplicable)
  if (applicable.length === 0) return null
  let sum = 0
  for (const { value } of applicable) {
    if (typeof value !== 'number') return null
    sum += value
  }
  return finite(sum)
}

const asCell = (value: Value): Cell => ({ value, isApplicable: true, isAnswered: value !== null })

/** Every function of the language, by its name. README.md says what each does. */
export const FUNCTIONS: Readonly<Record<string, CheckFunction>> = {
  sum: {
    takes: 'figures',
    gives: 'number',
    run: ({ values, names }, { cells }) =>
      sumOf([...names.flatMap((name) => cells(name)), ...values.map(asCell)]),
  },
  count: {
    takes: 'figures',
    gives: 'number',
    run: ({ names }, { cells }) =>
      names.flatMap((name) => cells(name)).filter(({ isAnswered }) => isAnswered).length,
  },
  answered: ofField('truth', (name, { cells }) => cells(name).every(({ isAnswered }) => isAnswered)),
  numerator: ofField('number', (name, { parts }) => parts(name)?.numerator ?? null),
  denominator: ofField('number', (name, { parts }) => parts(name)?.denominator ?? null),
  last: ofField('same', (name, { last, field }) => last(field(name)), 'last'),
  other: {
    takes: ['text', 'text'],
    gives: 'number',
    needs: 'others',
    run: ({ values: [call, field] }, { other }) => other(String(call), String(field)),
  },
  median: ofField(
    'number',
    (name, { context, field }) => context.peers?.get(field(name))?.median ?? null,
    'peers',
  ),
  peers_z: ofField(
    'number',
    (name, scope) => {
      const value = figure(name, scope)
      const peers = scope.context.peers?.get(scope.field(name))
      return value === null || !peers ? null : robustZ(value, peers.median, peers.deviation)
    },
    'peers',
  ),
  history_z: ofField(
    'number',
    (name, scope) => {
      const value = figure(name, scope)
      const history = scope.context.history?.get(scope.field(name)) ?? []
      if (value === null || history.length < LEAST_HISTORY) return null
      return robustZ(value, medianOf(history), deviationOf(history))
    },
    'history',
  ),
  abs: { takes: ['number'], gives: 'number', run: ({ values }) => numbers(values, Math.abs) },
  min: { takes: ['number'], repeats: true, gives: 'number', run: ({ values }) => numbers(values, Math.min) },
  max: { takes: ['number'], repeats: true, gives: 'number', run: ({ values }) => numbers(values, Math.max) },
  round: {
    takes: ['number', 'number'],
    optional: 1,
    gives: 'number',
    run: ({ values }) =>
      numbers(values, (value, digits = 0) => Math.round(value * 10 ** digits) / 10 ** digits),
  },
  if: {
    takes: ['truth', 'any', 'any'],
    gives: 'same',
    run: ({ values: [condition, yes = null, no = null] }) =>
      condition === null ? null : condition ? yes : no,
  },
  one_of: {
    takes: ['any', 'any'],
    repeats: true,
    gives: 'truth',
    run: ({ values: [value = null, ...others] }) => (value === null ? null : others.includes(value)),
  },
  days: {
    takes: ['text', 'text'],
    gives: 'number',
    run: ({ values: [from, to] }) => daysBetween(from, to),
  },
}

function daysBetween(from: Value = null, to: Value = null): number | null {
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to)) return null
  return (Date.parse(addDays(to, 0)) - Date.parse(addDays(from, 0))) / (24 * 60 * 60 * 1000)
}
