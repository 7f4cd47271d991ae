import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { TARGET } from '../appended.ts'
import { checkIndicatorRows } from '../check-rows.ts'
import { TARGET_KINDS } from '../model.ts'
import { type IndicatorRows, indicatorSheets } from '../sheets.ts'
import { choice, citedFields, line, more } from './fields.ts'
import { complaintsAt, type PlanFacts, rowsWith } from './plan-facts.server.ts'
import { prefixed, typedOf } from './row-fields.ts'
import { findTargetRows, findTargetSetRow } from './rows-store.server.ts'
import { rulesOf, type SeriesRow } from './rules-of.ts'
import type { IndicatorScope } from './scope.server.ts'

const { series: _, target_year, ...columns } = indicatorSheets.targets.columns

type TargetRow = Awaited<ReturnType<typeof findTargetRows>>[number]

/** Name of the part of the form for a target that is not there yet. */
const NEW = 'new'
/** Value of the field that says what becomes of a target. */
const ENDED = 'ended'
const yearOf = (row: Pick<TargetRow, 'target_year'>) => String(row.target_year ?? 'none')

function fieldsOfTarget(name: string, facts: PlanFacts, year: string): EditField[] {
  const isNew = name === NEW
  const own: EditField[] = [
    choice(
      'kind',
      'indicators.edit.targetKind',
      TARGET_KINDS.map((kind) => ({ value: kind, label: `indicators.edit.kind.${kind}` as const })),
      { isRequired: !isNew },
    ),
    line('value', 'indicators.edit.targetValue', { hint: 'indicators.edit.number.hint' }),
    line('value_to', 'indicators.edit.targetValueTo', { hint: 'indicators.edit.targetValueTo.hint' }),
    ...more([
      choice('unit', 'indicators.fact.unit', facts.unitOptions),
      line('printed', 'indicators.edit.printed'),
      line('note_lv', 'indicators.edit.noteLv'),
      line('note_en', 'indicators.edit.noteEn'),
      ...citedFields(facts.sourceOptions),
    ]),
  ]
  const first = isNew
    ? [line('target_year', 'indicators.edit.targetYear', { hint: 'indicators.edit.targetYear.hint' })]
    : [
        choice('state', 'indicators.edit.targetState', [
          { value: ENDED, label: 'indicators.edit.targetState.ended' },
        ]),
      ]
  return [...first, ...own].map((field) => prefixed(name, field, isNew ? '' : year.replace('none', '—')))
}

/** What was promised for one series: every target of it, and a place for one more. */
export async function targetsEdit(
  tx: DatabaseTransaction,
  scope: IndicatorScope,
  facts: PlanFacts,
  series: SeriesRow,
): Promise<Edit> {
  const find = async (within: DatabaseTransaction) => {
    const all = await findTargetRows(within, scope, series.id)
    const version = all.reduce((sum, { revision }) => sum + revision, 0)
    return { version, standing: all.filter(({ withdrawn_at }) => !withdrawn_at), all }
  }
  const { standing } = await find(tx)
  return {
    ...scope.edit,
    action: 'target.edited',
    subject: `${scope.catalogue}/${series.key}`,
    isPublic: series.is_public,
    fields: [
      ...standing.flatMap((row) => fieldsOfTarget(yearOf(row), facts, yearOf(row))),
      ...fieldsOfTarget(NEW, facts, ''),
    ],
    read: async (within) => {
      const found = await find(within)
      return {
        version: found.version,
        values: Object.assign({}, ...found.standing.map((row) => asFields(row, facts))),
      }
    },
    write: async (within, change, typed) => {
      const found = await find(within)
      const set = await findTargetSetRow(within, scope)
      if (!set) return { '': [{ reason: 'indicators.edit.noPlan' }] }
      const read = [...found.standing.map(yearOf), NEW].flatMap((name) => {
        const own = typedOf(typed, name)
        const isEmpty = name === NEW && Object.values(own).every((value) => value.trim() === '')
        return isEmpty || own.state === ENDED ? [] : [readTarget(name, own)]
      })
      const rows = read.map(({ row }, index) => ({ ...row, series: series.key, line: index }))
      const problems = checkIndicatorRows(rowsWith({ ...rulesOf(scope, facts, series), targets: rows }))
      const complaints = {
        ...complaintsAt(problems, (problem) => `${read[problem.line ?? 0]?.name}.${problem.column ?? ''}`),
        ...Object.assign({}, ...read.map((one) => one.complaints)),
        ...takenYear(read, found.standing),
      }
      if (Object.keys(complaints).length > 0) return complaints
      const rest = { target_set_id: set.id, series_id: series.id }
      await revise(
        within,
        change,
        TARGET,
        read.map(({ row: { source, ...row } }) => ({
          ...row,
          ...rest,
          source_id: facts.sourceIds.get(source ?? '') ?? null,
        })),
      )
      for (const row of found.standing) {
        if (typedOf(typed, yearOf(row)).state !== ENDED) continue
        await withdraw(within, change, TARGET, {
          ...contentOf(row, ['due_key']),
          revision: row.revision,
          is_public: row.is_public,
        })
        change.counts.changed += 1
      }
      return undefined
    },
  }
}

type ReadTarget = {
  name: string
  row: Omit<IndicatorRows['targets'][number], 'series' | 'line'>
  complaints: Complaints
}

/** One target as it was typed, with the complaints at its own fields. */
function readTarget(name: string, own: Typed): ReadTarget {
  const isNew = name === NEW
  const read = readCells(isNew ? { ...columns, target_year } : columns, own)
  const year = isNew ? undefined : name === 'none' ? null : Number(name)
  const blank = {
    kind: 'none' as const,
    value: null,
    value_to: null,
    unit: null,
    printed: null,
    note_lv: null,
  }
  const row = { ...blank, note_en: null, source: null, locator: null, target_year: null, ...read.values }
  return {
    name,
    row: (year === undefined ? row : { ...row, target_year: year }) as ReadTarget['row'],
    complaints: Object.fromEntries(
      Object.entries(read.complaints).map(([column, complaint]) => [`${name}.${column}`, complaint]),
    ),
  }
}

/** A year has one target. */
function takenYear(read: readonly ReadTarget[], standing: readonly TargetRow[]): Complaints {
  const added = read.find(({ name }) => name === NEW)
  const isTaken = standing.some(({ target_year }) => target_year === added?.row.target_year)
  return added && isTaken ? { [`${NEW}.target_year`]: [{ reason: 'indicators.edit.targetYear.taken' }] } : {}
}

function asFields(row: TargetRow, { sourceKeys }: PlanFacts): Typed {
  const values = { ...row, source: row.source_id === null ? null : (sourceKeys.get(row.source_id) ?? null) }
  const name = yearOf(row)
  return Object.fromEntries(
    Object.keys(columns).map((column) => [
      `${name}.${column}`,
      asTyped(values[column as keyof typeof values]),
    ]),
  )
}
