import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import type { Column } from '#platform/import/column.ts'
import type { Change } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { checkStrategyRows } from '../check-rows.ts'
import type { StrategyRows } from '../sheets.ts'
import { complaintsIn, KEPT_FIELD, keptField, rowsWith, unstated, WITHDRAWN } from './cells.ts'
import { findRow, findRowsOf, keyColumnOf, type ListTable, type StoredRow } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'

/** How the rows of a table are edited. */
export type RowForm = {
  table: ListTable
  sheet: {
    name: keyof StrategyRows
    file: string
    columns: Readonly<Record<string, Column<unknown>>>
  }
  fields: readonly EditField[]
  /** What the journal calls it, as `goal.edited`. */
  action: string
  /** What still points at a row, which then cannot be withdrawn. */
  heldBy?: (tx: DatabaseTransaction, scope: PlanScope, code: string) => Promise<Complaint[]>
  /** What is typed otherwise than the sheet has it: cells of the sheet from fields, and back. */
  cells?: {
    fromTyped: (typed: Typed) => Typed
    toTyped: (cells: Typed) => Typed
  }
  /** More that is read and written with the row. */
  more?: {
    read: (tx: DatabaseTransaction) => Promise<{ version: number; values: Typed }>
    write: (tx: DatabaseTransaction, change: Change, code: string, typed: Typed) => Promise<Complaints>
  }
  /** What is put away with a row. */
  putAwayWith?: (tx: DatabaseTransaction, change: Change, code: string) => Promise<void>
  /** What follows from a row once it is written or put away. */
  settle?: (tx: DatabaseTransaction, change: Change) => Promise<void>
  /** Where what the rules complain of stands, if not in the field of its column. */
  fieldOf?: (column: string) => string
}

const asIs = { fromTyped: (typed: Typed) => typed, toTyped: (cells: Typed) => cells }

/** The form for one row of a plan; for a new one when no code is given. */
export function rowEdit(scope: PlanScope, form: RowForm, code: string | null): Edit {
  const key = keyColumnOf(form.table)
  const { fromTyped, toTyped } = form.cells ?? asIs
  const stated = form.fields.filter(({ name }) => name !== key || code === null)
  return {
    ...scope.edit,
    action: form.action,
    subject: `${scope.key}/${code ?? '+'}`,
    fields: [...stated, ...(code === null ? [] : [keptField])],
    read: async (tx) => {
      const more = await form.more?.read(tx)
      if (code === null) {
        const position = 'position' in form.sheet.columns ? { position: await nextPosition(tx) } : {}
        return { version: more?.version ?? 0, values: { ...more?.values, ...position } }
      }
      const row = await findRow(tx, form.table, scope, code)
      if (!row) return undefined
      const kept = row.withdrawn_at ? WITHDRAWN : 'shown'
      const { [key]: _, ...cells } = toTyped(typedRow(row))
      return {
        version: row.revision + (more?.version ?? 0),
        values: { ...cells, ...more?.values, [KEPT_FIELD]: kept },
      }
    },
    write: async (tx, change, typed) => {
      const { values, complaints } = readCells(
        form.sheet.columns,
        fromTyped(code === null ? typed : { ...typed, [key]: code }),
      )
      const named = (found: Complaints): Complaints =>
        Object.fromEntries(
          Object.entries(found).map(([column, one]) => [form.fieldOf?.(column) ?? column, one]),
        )
      const own = values[key]
      const row = typeof own === 'string' ? await findRow(tx, form.table, scope, own) : undefined
      if (row && code !== null && typed[KEPT_FIELD] === WITHDRAWN) return putAway(tx, change, row)
      const { source = null, ...cells } = values as Record<string, unknown>
      const { withdrawn_at, ...stored } = row ? contentOf(row) : { withdrawn_at: undefined }
      const found = canBeChecked(form.sheet.columns, values) ? findProblems({ ...cells, source }) : {}
      const all = {
        ...named(found),
        ...named(complaints),
        ...(code === null && row ? taken(String(own)) : {}),
      }
      if (Object.keys(all).length > 0) return all
      const source_id = scope.documents.ids.get(String(source)) ?? null
      const content = { ...stored, strategy_id: scope.strategyId, ...cells, source_id }
      await revise(tx, change, { table: form.table, key: ['strategy_id', key as never] }, [content as never])
      const more = await form.more?.write(tx, change, String(own), typed)
      await form.settle?.(tx, change)
      return more
    },
  }

  /** Rules look at all cells of a row; what could not be read is to them as if it were not stated. */
  function findProblems(cells: Readonly<Record<string, unknown>>): Complaints {
    const checked = { ...unstated(form.sheet.columns), ...cells, line: 1 } as never
    const problems = checkStrategyRows(rowsWith({ [form.sheet.name]: [checked] }))
    return complaintsIn(problems, { file: form.sheet.file })
  }

  function taken(own: string): Complaints {
    return { [key]: [{ reason: 'strategy.edit.taken', values: { code: own } }] }
  }

  async function nextPosition(tx: DatabaseTransaction) {
    const rows = await findRowsOf(tx, form.table, scope)
    return String(Math.max(0, ...rows.map(({ position }) => Number(position))) + 1)
  }

  function typedRow(row: StoredRow): Typed {
    const source = row.source_id === null ? '' : (scope.documents.keys.get(String(row.source_id)) ?? '')
    return Object.fromEntries(
      Object.keys(form.sheet.columns).map((name) => [name, name === 'source' ? source : asCell(row[name])]),
    )
  }

  async function putAway(tx: DatabaseTransaction, change: Change, row: StoredRow) {
    if (row.withdrawn_at) return undefined
    const held = (await form.heldBy?.(tx, scope, String(row[key]))) ?? []
    if (held.length > 0) return { [KEPT_FIELD]: held }
    await withdraw(
      tx,
      change,
      { table: form.table, key: ['strategy_id', key] },
      { ...row, is_public: scope.isPublic },
    )
    change.counts.changed += 1
    await form.putAwayWith?.(tx, change, String(row[key]))
    await form.settle?.(tx, change)
    return undefined
  }
}

/** Lists that could not be read leave nothing that rules could look at. */
const canBeChecked = (columns: object, values: object) =>
  ['subjects', 'filter'].every((list) => !(list in columns) || list in values)

/** Lists and pairs are typed as their cells in files are. */
function asCell(value: unknown): string {
  if (Array.isArray(value)) return value.join(';')
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    return Object.entries(value)
      .map(([name, one]) => `${name}=${one}`)
      .join(';')
  }
  return asTyped(value)
}
