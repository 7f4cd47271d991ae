import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { OBSERVATION } from '../appended.ts'
import { checkIndicatorRows } from '../check-rows.ts'
import { MISSING_KINDS, type ValueKind } from '../model.ts'
import { type IndicatorRows, indicatorSheets } from '../sheets.ts'
import { choice, citedFields, line, more } from './fields.ts'
import { complaintsAt, type PlanFacts, rowsWith } from './plan-facts.server.ts'
import { prefixed, typedOf } from './row-fields.ts'
import { findFigureRows, type findSeriesRows } from './rows-store.server.ts'
import type { IndicatorScope } from './scope.server.ts'
import { rulesOf } from './targets.server.ts'

const all = indicatorSheets.observations.columns
type SeriesRow = Awaited<ReturnType<typeof findSeriesRows>>[number]
type FigureRow = Awaited<ReturnType<typeof findFigureRows>>[number]

/** Name of the part of the form for a period that is not there yet. */
export const NEW_PERIOD = 'new'
/** Chosen instead of a reason why there is no value: the row should not be there at all. */
const WITHDRAWN = 'withdrawn'
/** Signs that people and programs write where there is no value. They say nothing about why. */
const SIGNS = new Set(['-', '–', '—', '.', '..', '…', ':', 'x', 'n/a', 'na', 'n.d.', 'nav', '#n/a'])

/** In which column the value of each kind stands. */
const VALUE_COLUMN = {
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

function fieldsOfFigure(name: string, kind: ValueKind, facts: PlanFacts): EditField[] {
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
    ...(name === NEW_PERIOD ? [] : [{ value: WITHDRAWN, label: 'indicators.edit.withdrawn' as const }]),
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

/** The figures of one series by period, and a place for one more period. */
export async function figuresEdit(
  tx: DatabaseTransaction,
  scope: IndicatorScope,
  facts: PlanFacts,
  { series, isCovered }: { series: SeriesRow; isCovered: (period: string) => boolean },
): Promise<Edit> {
  const kind = scope.row.value_kind
  const find = async (within: DatabaseTransaction) => {
    const rows = await findFigureRows(within, scope.municipalityId, series.id)
    const version = rows.reduce((sum, { revision }) => sum + revision, 0)
    return { version, all: rows, standing: rows.filter((row) => !row.withdrawn_at && !isCovered(row.period)) }
  }
  const { standing } = await find(tx)
  const kindOf = (row: FigureRow) => row.value_kind ?? kind
  return {
    ...scope.edit,
    action: 'figure.edited',
    subject: `${scope.catalogue}/${series.key}`,
    isPublic: series.is_public,
    fields: [
      ...standing.flatMap((row) => fieldsOfFigure(row.period, kindOf(row), facts)),
      ...fieldsOfFigure(NEW_PERIOD, kind, facts),
    ],
    read: async (within) => {
      const found = await find(within)
      const values = Object.assign({}, ...found.standing.map((row) => asFields(row, kindOf(row), facts)))
      return { version: found.version, values }
    },
    write: async (within, change, typed) => {
      const found = await find(within)
      const read = found.standing.flatMap((row) => {
        const own = typedOf(typed, row.period)
        return own.missing === WITHDRAWN
          ? []
          : [readFigure(own, { name: row.period, kind: kindOf(row), stored: row })]
      })
      const fresh = typedOf(typed, NEW_PERIOD)
      if (Object.values(fresh).some((value) => value.trim() !== '')) {
        read.push(
          readFigure(fresh, {
            name: NEW_PERIOD,
            kind,
            stored: undefined,
            unit: series.unit ?? scope.row.unit,
          }),
        )
      }
      const rows = read.map(({ row }, index) => ({ ...row, series: series.key, line: index }))
      const observations = rows as unknown as IndicatorRows['observations']
      const problems = checkIndicatorRows(rowsWith({ ...rulesOf(scope, facts, series), observations }))
      const complaints: Complaints = {
        ...complaintsAt(problems, ({ line: index = 0, column = '' }) => {
          const one = read[index]
          return `${one?.name}.${column === VALUE_COLUMN[one?.kind ?? kind] ? 'value' : column}`
        }),
        ...takenPeriod(read, found.all, isCovered),
        ...Object.assign({}, ...read.map((one) => one.complaints)),
      }
      if (Object.keys(complaints).length > 0) return complaints
      await revise(
        within,
        change,
        OBSERVATION,
        read.map(({ row: { source, ...row } }) => ({
          ...row,
          series_id: series.id,
          source_id: facts.sourceIds.get(String(source ?? '')) ?? null,
        })) as unknown as Parameters<typeof revise<'indicators.observation'>>[3],
      )
      for (const row of found.standing) {
        if (typedOf(typed, row.period).missing !== WITHDRAWN) continue
        await withdraw(within, change, OBSERVATION, {
          ...contentOf(row),
          revision: row.revision,
          is_public: row.is_public,
        })
        change.counts.changed += 1
      }
      return undefined
    },
  }
}

type ReadFigure = { name: string; kind: ValueKind; row: Record<string, unknown>; complaints: Complaints }
type About = { name: string; kind: ValueKind; stored: FigureRow | undefined; unit?: string }

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
function readFigure(own: Typed, { name, kind, stored, unit }: About): ReadFigure {
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
    : { ...BLANK, withdrawn_at: null, source_id: null, unit }
  const isMissing = missing !== ''
  return {
    name,
    kind,
    row: {
      ...kept,
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

/** A period has one figure in a series; one that was withdrawn may come back. */
function takenPeriod(
  read: readonly ReadFigure[],
  rows: readonly FigureRow[],
  isCovered: (period: string) => boolean,
): Complaints {
  const added = read.find(({ name }) => name === NEW_PERIOD)
  const taken = rows.find((row) => row.period === added?.row.period && !row.withdrawn_at)
  if (!added || !taken) return {}
  const reason = isCovered(taken.period) ? 'indicators.edit.period.covered' : 'indicators.edit.period.taken'
  return { [`${NEW_PERIOD}.period`]: [{ reason }] }
}

function asFields(row: FigureRow, kind: ValueKind, { sourceKeys }: PlanFacts): Typed {
  const { distribution } = row
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
