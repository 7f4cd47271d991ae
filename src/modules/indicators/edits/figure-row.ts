import type { EditField, Typed } from '#platform/editing/edit.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { MISSING_KINDS, type ValueKind } from '../model.ts'
import { indicatorSheets } from '../sheets.ts'
import type { IndicatorsTables } from '../tables.server.ts'
import { choice, citedFields, line, more } from './fields.ts'
import type { PlanFacts } from './plan-facts.server.ts'
import { prefixed } from './row-fields.ts'

const all = indicatorSheets.observations.columns
/** A stored figure in its newest revision. */
export type FigureRow = IndicatorsTables['indicators.observation']

/** Name of the part of the form for a period that is not there yet. */
export const NEW_PERIOD = 'new'
/** Chosen instead of a reason why there is no value: the row should not be there at all. */
export const WITHDRAWN = 'withdrawn'
/** Signs that people and programs write where there is no value. They say nothing about why. */
const SIGNS = new Set(['-', '–', '—', '.', '..', '…', ':', 'x', 'n/a', 'na', 'n.d.', 'nav', '#n/a'])

/** In which column the value of each kind stands. */
export const VALUE_COLUMN = {
  number: 'number',
  share: 'number',
  ratio: 'number',
  distribution: 'distribution',
  text: 'text_lv',
} as const satisfies Record<ValueKind, string>

/** Columns of a figure that are typed, besides its value. */
function columnsOf(kind: ValueKind) {
  const { n, interval_low, interval_high, printed, note_lv, note_en, source, locator } = all
  const always = { printed, note_lv, note_en, source, locator }
  if (kind === 'text') return { text_en: all.text_en, ...always }
  if (kind === 'distribution') return { n, ...always }
  const counted = kind === 'share' ? { numerator: all.numerator, denominator: all.denominator } : {}
  return { ...counted, n, interval_low, interval_high, ...always }
}

/**
 * The fields of one figure.
 *
 * @param name its period, or `NEW_PERIOD`
 * @param mayGo whether the figure may be withdrawn here
 */
export function fieldsOfFigure(
  name: string,
  kind: ValueKind,
  facts: PlanFacts,
  { mayGo = name !== NEW_PERIOD }: { mayGo?: boolean } = {},
): EditField[] {
  const value: EditField = {
    number: line('value', 'indicators.edit.value', { hint: 'indicators.edit.number.hint' }),
    share: line('value', 'indicators.edit.share', { hint: 'indicators.edit.number.hint' }),
    ratio: line('value', 'indicators.edit.ratio', { hint: 'indicators.edit.number.hint' }),
    distribution: line('value', 'indicators.edit.distribution', {
      hint: 'indicators.edit.distribution.hint',
    }),
    text: line('value', 'indicators.edit.textLv'),
  }[kind]
  const missing = choice('missing', 'indicators.edit.missing', [
    ...MISSING_KINDS.map((one) => ({ value: one, label: `indicators.missing.${one}` as const })),
    ...(mayGo ? [{ value: WITHDRAWN, label: 'indicators.edit.withdrawn' as const }] : []),
  ])
  const labels = {
    text_en: 'indicators.edit.textEn',
    numerator: 'indicators.method.numerator',
    denominator: 'indicators.method.denominator',
    n: 'indicators.edit.n',
    interval_low: 'indicators.edit.low',
    interval_high: 'indicators.edit.high',
    printed: 'indicators.edit.printed',
    note_lv: 'indicators.edit.noteLv',
    note_en: 'indicators.edit.noteEn',
  } as const
  const rest = Object.keys(columnsOf(kind)).flatMap((column) =>
    column in labels ? [line(column, labels[column as keyof typeof labels])] : [],
  )
  const period =
    name === NEW_PERIOD
      ? [line('period', 'indicators.edit.period', { hint: 'indicators.edit.period.hint' })]
      : []
  return [...period, value, missing, ...more([...rest, ...citedFields(facts.sourceOptions)])].map((field) =>
    prefixed(name, field, name === NEW_PERIOD ? '' : name),
  )
}

/** A figure as it was typed, with what is wrong with it at its fields. */
export type ReadFigure = {
  name: string
  kind: ValueKind
  row: Record<string, unknown>
  complaints: Complaints
}
type About = {
  name: string
  kind: ValueKind
  stored: FigureRow | undefined
  /** Unit of a value where none was stored. */
  unit: string
}

const BLANK = {
  number: null,
  numerator: null,
  denominator: null,
  share: null,
  distribution: null,
  text_lv: null,
  text_en: null,
  methodology: null,
  n: null,
  interval_low: null,
  interval_high: null,
  standard_error: null,
  since: null,
  printed: null,
  note_lv: null,
  note_en: null,
  locator: null,
}

/**
 * One figure as it was typed. Nothing typed is no zero: it needs a reason. A zero is a zero. Signs that stand
 * for nothing are not guessed at.
 */
export function readFigure(own: Typed, { name, kind, stored, unit }: About): ReadFigure {
  const value = own.value?.trim() ?? ''
  const missing = own.missing ?? ''
  const column = VALUE_COLUMN[kind]
  const period = name === NEW_PERIOD ? { period: all.period } : {}
  const read = readCells({ ...columnsOf(kind), ...period }, own)
  const cell = readCells({ value: all[column] as (typeof all)['text_lv'], missing: all.missing }, own)
  const isSign = SIGNS.has(value.toLowerCase()) && kind !== 'text'
  const ofValue: readonly Complaint[] | undefined = isSign
    ? [{ reason: 'indicators.edit.sign', values: { found: value } }]
    : (cell.complaints.value ??
      (value === '' && missing === '' ? [{ reason: 'indicators.edit.blank' }] : undefined))
  const complaints: Record<string, readonly Complaint[]> = { ...read.complaints }
  if (ofValue) complaints.value = ofValue
  if (cell.complaints.missing) complaints.missing = cell.complaints.missing
  const { withdrawn_at, source_id, ...kept } = stored
    ? contentOf(stored)
    : { ...BLANK, withdrawn_at: null, source_id: null, unit: null }
  const isMissing = missing !== ''
  return {
    name,
    kind,
    row: {
      ...kept,
      unit: kept.unit ?? (stored && (isMissing || stored.missing === null) ? null : unit),
      period: name,
      ...read.values,
      value_kind: isMissing ? null : kind,
      missing: isMissing ? missing : null,
      // What could not be read is complained about already; the rules look at the rest.
      [column]: complaints.value ? (isMissing ? null : kept[column]) : cell.values.value,
    },
    complaints: Object.fromEntries(Object.entries(complaints).map(([one, said]) => [`${name}.${one}`, said])),
  }
}

/** The kind of a stored figure; of one that only says why there is none, what its indicator is meant to have. */
export const kindOf = (row: FigureRow, meant: ValueKind): ValueKind => row.value_kind ?? meant

/**
 * A stored figure as it would be typed, by the names of its fields.
 *
 * @param meant the kind of the indicator
 */
export function figureAsTyped(row: FigureRow, meant: ValueKind, { sourceKeys }: PlanFacts): Typed {
  const { distribution } = row
  const kind = kindOf(row, meant)
  const shown = {
    ...row,
    value:
      kind === 'distribution'
        ? (distribution ?? []).map((part) => `${part.category}=${asTyped(part.value)}`).join(';')
        : row[VALUE_COLUMN[kind] as 'number'],
    source: row.source_id === null ? null : (sourceKeys.get(row.source_id) ?? null),
  }
  const columns = ['value', 'missing', ...Object.keys(columnsOf(kind))]
  return Object.fromEntries(
    columns.map((column) => [`${row.period}.${column}`, asTyped(shown[column as keyof typeof shown])]),
  )
}
