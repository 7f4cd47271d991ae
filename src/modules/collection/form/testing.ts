import { PLAIN_ELEMENT } from '../definition.ts'
import type { Answer, Answers, CallElement, FieldKind, Option, TableColumn } from '../model.ts'

const named = (key: string): Option => ({ key, name: { lv: key, en: key } })

/** An element of a form, for tests: required, within the minimum, about nobody. */
export const element = (key: string, more: Partial<CallElement> = {}): CallElement => ({
  ...named(key),
  elementId: key,
  ...PLAIN_ELEMENT,
  position: 0,
  section: null,
  isRequired: true,
  reuse: null,
  ...more,
})

/** A table of rows and columns, the columns by name, kind and formula. */
export const table = (
  key: string,
  rows: readonly string[],
  columns: readonly (readonly [key: string, kind: FieldKind, computed?: string])[],
): CallElement =>
  element(key, {
    kind: 'table',
    rows: rows.map(named),
    columns: columns.map(
      ([column, kind, computed = null]): TableColumn => ({
        ...named(column),
        kind,
        unit: null,
        choices: [],
        computed,
      }),
    ),
  })

/** Answers from plain values: numbers are counts, pairs are shares, texts texts; `n/a` and `?` say why there is none. */
export function answersOf(
  values: Readonly<Record<string, number | string | readonly [number, number]>>,
): Answers {
  return new Map(Object.entries(values).map(([field, value]) => [field, answerOf(value)]))
}

function answerOf(value: number | string | readonly [number, number]): Answer {
  if (typeof value === 'number') return { kind: 'count', number: value }
  if (value === 'n/a') return { kind: 'missing', missing: 'notApplicable', reason: 'none' }
  if (value === '?') return { kind: 'missing', missing: 'notAvailable', reason: 'lost' }
  if (typeof value === 'string')
    return {
      kind: /^\d{4}-/.test(value) ? 'date' : 'text',
      ...(/^\d{4}-/.test(value) ? { day: value } : { text: value }),
    } as Answer
  return { kind: 'share', numerator: value[0], denominator: value[1] }
}
