import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { checkIndicatorRows } from '../check-rows.ts'
import { DIRECTIONS, RESTS_ON } from '../model.ts'
import { type IndicatorRows, indicatorSheets } from '../sheets.ts'
import type { ReadCover } from './cover.server.ts'
import { choice, citedFields, line, long, YES_NO } from './fields.ts'
import { complaintsAt, type PlanFacts, rowsWith } from './plan-facts.server.ts'
import { findIndicatorRow } from './rows-store.server.ts'
import type { IndicatorScope } from './scope.server.ts'

const {
  code,
  position,
  goal,
  value_kind,
  retired_on,
  retired_reason_lv,
  retired_reason_en,
  continues,
  ...columns
} = indicatorSheets.indicators.columns

const FREQUENCIES = ['schoolYear', 'semester', 'calendarYear', 'snapshot', 'month', 'once'] as const

export const descriptionFields = ({ unitOptions, sourceOptions }: PlanFacts): EditField[] => [
  line('title_lv', 'indicators.edit.titleLv', { isRequired: true, hint: 'indicators.edit.title.hint' }),
  line('title_en', 'indicators.edit.titleEn', { isRequired: true }),
  long('official_lv', 'indicators.edit.officialLv', { hint: 'indicators.edit.official.hint' }),
  long('official_en', 'indicators.edit.officialEn', { hint: 'indicators.edit.officialEn.hint' }),
  long('definition_lv', 'indicators.edit.definitionLv'),
  long('definition_en', 'indicators.edit.definitionEn'),
  choice('unit', 'indicators.fact.unit', unitOptions, { isRequired: true }),
  choice('title_unit', 'indicators.edit.titleUnit', unitOptions, { hint: 'indicators.edit.titleUnit.hint' }),
  choice(
    'direction',
    'indicators.fact.direction',
    DIRECTIONS.map((value) => ({ value, label: `indicators.direction.${value}` as const })),
    { isRequired: true },
  ),
  choice(
    'frequency',
    'indicators.fact.frequency',
    FREQUENCIES.map((value) => ({ value, label: `indicators.frequency.${value}` as const })),
  ),
  choice('about_persons', 'indicators.fact.persons', YES_NO, {
    isRequired: true,
    hint: 'indicators.edit.persons.hint',
  }),
  choice(
    'rests_on',
    'indicators.fact.restsOn',
    RESTS_ON.map((value) => ({ value, label: `indicators.restsOn.${value}` as const })),
  ),
  line('owner', 'indicators.fact.owner'),
  line('data_source_lv', 'indicators.edit.dataSourceLv'),
  line('data_source_en', 'indicators.edit.dataSourceEn'),
  line('legal_basis', 'indicators.fact.legalBasis'),
  choice('data_minimum', 'indicators.edit.dataMinimum', YES_NO, { isRequired: true }),
  ...citedFields(sourceOptions),
]

/** What an indicator is called, what it means, and who answers for it. */
export function descriptionEdit(scope: IndicatorScope, facts: PlanFacts, readCover: ReadCover): Edit {
  const find = (tx: DatabaseTransaction) => findIndicatorRow(tx, scope, scope.code)
  return {
    ...scope.edit,
    fields: descriptionFields(facts),
    read: async (tx) => {
      const row = await find(tx)
      if (!row) return undefined
      const source = row.source_id === null ? '' : (facts.sourceKeys.get(row.source_id) ?? '')
      const values = { ...row, source }
      const typed = Object.keys(columns).map((name) => [name, asTyped(values[name as keyof typeof values])])
      return { version: row.revision, values: Object.fromEntries(typed) }
    },
    write: async (tx, change, typed) => {
      const row = await find(tx)
      if (!row) return undefined
      const read = readCells(columns, typed)
      const { source = null, ...cells } = read.values
      const { withdrawn_at, ...stored } = contentOf(row)
      const content = { ...stored, ...cells, source_id: facts.sourceIds.get(source ?? '') ?? null }
      const checked = { ...content, line: 1, goal: null, source } as IndicatorRows['indicators'][number]
      const problems = checkIndicatorRows(rowsWith({ units: facts.units, indicators: [checked] }))
      const complaints = { ...complaintsAt(problems, ({ column }) => column ?? ''), ...read.complaints }
      const uncovering = (await readCover(tx)).isAny ? ofPeople(content, row) : {}
      const all = { ...complaints, ...uncovering }
      if (Object.keys(all).length > 0) return all
      await revise(tx, change, INDICATOR, [content])
      return undefined
    },
  }
}

type AboutWhat = Pick<NonNullable<Awaited<ReturnType<typeof findIndicatorRow>>>, 'about_persons' | 'rests_on'>

/** What says that figures are about people keeps some of them covered: not to be changed unseen. */
const ofPeople = (typed: AboutWhat, stored: AboutWhat): Complaints =>
  Object.fromEntries(
    (['about_persons', 'rests_on'] as const)
      .filter((column) => typed[column] !== stored[column])
      .map((column) => [column, [{ reason: 'indicators.edit.persons.covered' }]]),
  )

export const INDICATOR = {
  table: 'indicators.indicator',
  key: ['catalogue', 'code'],
  hasId: true,
} as const
