import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { indicatorSheets } from '../sheets.ts'
import { choice, citedFields, line, long, more, YES_NO } from './fields.ts'
import type { PlanFacts } from './plan-facts.server.ts'
import { prefixed, typedOf } from './row-fields.ts'
import { findMethodologyRows } from './rows-store.server.ts'
import type { IndicatorScope } from './scope.server.ts'

const { indicator: _, version: __, missing, ...columns } = indicatorSheets.methodologies.columns
const COMPARABLE = ['yes', 'no', 'afterRecomputation'] as const
const NEW = 'new'

type Row = Awaited<ReturnType<typeof findMethodologyRows>>[number]

const fieldsOfVersion = (name: string, facts: PlanFacts): EditField[] =>
  [
    long('text_lv', 'indicators.edit.methodLv'),
    long('text_en', 'indicators.edit.methodEn'),
    line('valid_from', 'indicators.method.validFrom', { hint: 'indicators.edit.period.hint' }),
    choice(
      'comparability',
      'indicators.method.comparability',
      COMPARABLE.map((value) => ({ value, label: `indicators.edit.comparable.${value}` as const })),
      { hint: 'indicators.edit.comparable.hint' },
    ),
    ...more([
      line('numerator_lv', 'indicators.edit.numeratorLv'),
      line('numerator_en', 'indicators.edit.numeratorEn'),
      line('denominator_lv', 'indicators.edit.denominatorLv'),
      line('denominator_en', 'indicators.edit.denominatorEn'),
      choice('missing', 'indicators.edit.methodMissing', YES_NO),
      ...citedFields(facts.sourceOptions),
    ]),
  ].map((field) => prefixed(name, field, name === NEW ? '' : `v${name}`))

/** How an indicator is computed: every version, and a place for the next one. */
export async function methodsEdit(
  tx: DatabaseTransaction,
  scope: IndicatorScope,
  facts: PlanFacts,
): Promise<Edit> {
  const find = (within: DatabaseTransaction) =>
    findMethodologyRows(within, scope.municipalityId, scope.row.id)
  const rows = await find(tx)
  return {
    ...scope.edit,
    action: 'methodology.edited',
    fields: [...rows.map(({ version }) => String(version)), NEW].flatMap((name) =>
      fieldsOfVersion(name, facts),
    ),
    read: async (within) => {
      const found = await find(within)
      return {
        version: found.reduce((sum, { revision }) => sum + revision, 0),
        values: Object.assign({}, ...found.map((row) => asFields(row, facts))),
      }
    },
    write: async (within, change, typed) => {
      const found = await find(within)
      const last = found.at(-1)
      const isAdded = Object.values(typedOf(typed, NEW)).some((value) => value.trim() !== '')
      const names = [...found.map(({ version }) => String(version)), ...(isAdded ? [NEW] : [])]
      const complaints: Record<string, Complaints[string]> = {}
      const written = names.map((name) => {
        const stored = found.find(({ version }) => String(version) === name)
        const { values, complaints: wrong } = readCells({ ...columns, missing }, typedOf(typed, name))
        for (const [column, said] of Object.entries(wrong)) complaints[`${name}.${column}`] = said
        if (name === NEW) Object.assign(complaints, lackingIn(values, last !== undefined))
        const { source, missing: isMissing, ...cells } = values
        const { withdrawn_at, ...kept } = stored
          ? contentOf(stored)
          : { indicator_id: scope.row.id, version: (last?.version ?? 0) + 1, withdrawn_at: null }
        return {
          ...kept,
          ...cells,
          is_missing: isMissing === true,
          source_id: facts.sourceIds.get(source ?? '') ?? null,
        }
      })
      if (Object.keys(complaints).length > 0) return complaints
      await revise(
        within,
        change,
        METHODOLOGY,
        written as Parameters<typeof revise<'indicators.methodology'>>[3],
      )
      return undefined
    },
  }
}

export const METHODOLOGY = { table: 'indicators.methodology', key: ['indicator_id', 'version'] } as const

/** A version after another says from when it holds, and what becomes of comparing. */
function lackingIn(values: Readonly<Record<string, unknown>>, isLater: boolean): Complaints {
  if (!isLater) return {}
  const needed = ['valid_from', 'comparability'].filter((column) => !values[column])
  return Object.fromEntries(
    needed.map((column) => [
      `${NEW}.${column}`,
      [{ reason: `indicators.edit.lacks.${column}` as 'indicators.edit.lacks.valid_from' }],
    ]),
  )
}

function asFields(row: Row, { sourceKeys }: PlanFacts): Typed {
  const shown = {
    ...row,
    missing: row.is_missing,
    source: row.source_id === null ? null : (sourceKeys.get(row.source_id) ?? null),
  }
  return Object.fromEntries(
    [...Object.keys(columns), 'missing'].map((column) => [
      `${row.version}.${column}`,
      asTyped(shown[column as keyof typeof shown]),
    ]),
  )
}
