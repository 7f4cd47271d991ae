import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { complaintsIn, KEPT_FIELD, keptField, rowsWith, unstated, WITHDRAWN } from '../../edits/cells.ts'
import { type PlanScope, withoutEffects } from '../../edits/scope.server.ts'
import { settleAsked } from '../asked.server.ts'
import { findAttachedRows } from '../attached-store.server.ts'
import { checkAccountabilityRows } from '../check-rows.ts'
import type { AttachedForm } from './attached-forms.server.ts'

/**
 * One row that hangs on an action: a party, a milestone, a funding line or works.
 *
 * @param code which row; null for a new one
 */
export function attachedEdit(
  scope: PlanScope,
  { table, sheet, action: named, initial, fields }: AttachedForm,
  { action, code }: { action: string; code: string | null },
): Edit {
  const { action: _, code: __, ...columns } = sheet.columns
  const target = { table, key: ['strategy_id', 'action', 'code'] } as const
  const find = (tx: DatabaseTransaction) => findAttachedRows(tx, table, scope, action)
  return {
    ...withoutEffects(scope),
    action: named,
    subject: `${scope.key}/${action}/${code ?? '+'}`,
    fields: [...fields, ...(code === null ? [] : [keptField])],
    read: async (tx) => {
      if (code === null) return { version: 0, values: {} }
      const row = (await find(tx)).find((one) => one.code === code)
      if (!row) return undefined
      const source = row.source_id === null ? '' : (scope.documents.keys.get(row.source_id) ?? '')
      const cells = Object.keys(columns).map((name) => [
        name,
        name === 'source' ? source : asTyped(row[name]),
      ])
      const kept = row.withdrawn_at ? WITHDRAWN : 'shown'
      return { version: row.revision, values: { ...Object.fromEntries(cells), [KEPT_FIELD]: kept } }
    },
    write: async (tx, change, typed: Typed) => {
      const rows = await find(tx)
      const row = rows.find((one) => one.code === code)
      if (row && typed[KEPT_FIELD] === WITHDRAWN) {
        if (row.withdrawn_at) return undefined
        await withdraw(tx, change, target, { ...row, is_public: scope.isPublic })
        change.counts.changed += 1
        await settleAsked(tx, change)
        return undefined
      }
      const { values, complaints } = readCells(columns, typed)
      const { source = null, ...cells } = values as Record<string, unknown>
      const own = { action, code: code ?? nextCode(rows, initial) }
      const checked = { ...unstated(sheet.columns), ...own, ...cells, source, line: 1 } as never
      const problems = checkAccountabilityRows(rowsWith({ [sheet.name]: [checked] }))
      const all = { ...plainly(complaintsIn(problems, { file: sheet.file })), ...complaints }
      if (Object.keys(all).length > 0) return all
      const { withdrawn_at, ...stored } = row ? contentOf(row) : { withdrawn_at: undefined }
      const source_id = scope.documents.ids.get(String(source)) ?? null
      const content = { ...stored, strategy_id: scope.strategyId, ...own, ...cells, source_id }
      await revise(tx, change, target as never, [content as never])
      await settleAsked(tx, change)
      return undefined
    },
  }
}

/** What goes together is said by what is to be done about it. */
const WORDS: Readonly<Record<string, Complaint['reason']>> = {
  done_on: 'strategy.works.doneNeeds',
  planned: 'strategy.funding.noneNeeds',
  spent: 'strategy.funding.noneNeeds',
}

function plainly(complaints: Complaints): Complaints {
  const said = Object.entries(complaints).map(([name, found]) => {
    const reason = WORDS[name]
    return [name, found.map((one) => (one.reason === 'strategy.edit.together' && reason ? { reason } : one))]
  })
  return Object.fromEntries(said)
}

const nextCode = (rows: readonly { code: string }[], initial: string) => {
  const pattern = new RegExp(`^${initial}(\\d+)$`)
  return `${initial}${Math.max(0, ...rows.map(({ code }) => Number(pattern.exec(code)?.[1] ?? 0))) + 1}`
}
