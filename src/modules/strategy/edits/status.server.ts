import { readRoleHolders } from '#modules/people.server'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, long } from '#platform/editing/fields.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { checkStrategyRows } from '../check-rows.ts'
import { IMPLEMENTATION_STATUSES } from '../model.ts'
import { strategySheets } from '../sheets.ts'
import { voicesIn } from '../voices.ts'
import { citedFields, complaintsIn, KEPT_FIELD, keptField, rowsWith, unstated, WITHDRAWN } from './cells.ts'
import { findReportRows } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'
import { meetingFields, readVoiceRows, typedVoices, voiceRows } from './voice-fields.ts'

const { columns, file } = strategySheets.actionStatus
const { action: _, as_of: __, voices: ___, ...cellColumns } = columns

/** Where reports about actions go. */
export const REPORT = { table: 'strategy.action_status', key: ['strategy_id', 'action', 'as_of'] } as const

export const statusOptions: readonly Option[] = IMPLEMENTATION_STATUSES.map((value) => ({
  value,
  label: `strategy.status.${value}` as const,
}))

/** People who hold a role of the municipality or of one of its institutions, who may have sat in the group. */
export async function readMemberOptions(db: Database, municipalityId: string): Promise<Option[]> {
  const holders = await readRoleHolders(db, municipalityId)
  return holders.map(({ accountId, name }) => ({ value: accountId, label: { lv: name, en: name } }))
}

/**
 * How far one action has come as of one time, and who agreed on that.
 *
 * @param accounts of those who may have sat in the group
 */
export async function statusEdit(
  tx: DatabaseTransaction,
  scope: PlanScope,
  { action, asOf, accounts }: { action: string; asOf: string; accounts: readonly Option[] },
): Promise<Edit> {
  const find = async (now: DatabaseTransaction) => (await findReportRows(now, scope, { action, asOf })).at(-1)
  const drawn = await find(tx)
  const rows = voiceRows(voicesIn(drawn?.voices ?? null))
  const isNew = drawn === undefined
  const fields: EditField[] = [
    choice('status', 'strategy.status', statusOptions, {
      isRequired: true,
      hint: 'strategy.edit.status.hint',
    }),
    long('comment_lv', 'strategy.edit.commentLv', { hint: 'strategy.edit.comment.hint' }),
    long('comment_en', 'strategy.edit.commentEn'),
    ...meetingFields(rows, { accounts, isRequired: isNew }),
    long('evidence_lv', 'strategy.edit.evidenceLv', { hint: 'strategy.edit.evidence.hint' }),
    long('evidence_en', 'strategy.edit.evidenceEn'),
    ...citedFields(scope.documents.options),
    ...(isNew ? [] : [keptField]),
  ]
  return {
    ...scope.edit,
    action: isNew ? 'status.reported' : 'status.corrected',
    subject: `${scope.key}/${action}/${asOf}`,
    fields,
    read: async (now) => {
      const row = await find(now)
      if (!row) return { version: 0, values: {} }
      const source = row.source_id === null ? '' : (scope.documents.keys.get(row.source_id) ?? '')
      const values = { ...row, source }
      const typed = Object.keys(cellColumns).map((name) => [
        name,
        asTyped(values[name as keyof typeof values]),
      ])
      return {
        version: row.revision,
        values: {
          ...(Object.fromEntries(typed) as Typed),
          ...typedVoices(voicesIn(row.voices), rows),
          [KEPT_FIELD]: row.withdrawn_at ? WITHDRAWN : 'shown',
        },
      }
    },
    write: async (now, change, typed) => {
      const row = await find(now)
      if (row && typed[KEPT_FIELD] === WITHDRAWN) {
        if (row.withdrawn_at) return undefined
        await withdraw(now, change, REPORT, { ...row, is_public: scope.isPublic })
        change.counts.changed += 1
        return undefined
      }
      const report = readReport(scope, { action, asOf }, typed)
      const spoken = readVoiceRows(typed, rows, accounts)
      const complaints = { ...report.complaints, ...spoken.complaints }
      if (Object.keys(complaints).length > 0) return complaints
      const { withdrawn_at, ...stored } = row ? contentOf(row) : { withdrawn_at: undefined }
      const content = { ...stored, ...report.content, voices: spoken.voices } as never
      await revise(now, change, REPORT, [content])
      return undefined
    },
  }
}

/** Reads a report without its voices by the columns and the rules of the file. */
export function readReport(
  scope: PlanScope,
  { action, asOf }: { action: string; asOf: string },
  typed: Typed,
): { content: Readonly<Record<string, unknown>>; complaints: Complaints } {
  const { values, complaints } = readCells(cellColumns, typed)
  const { source = null, ...cells } = values
  const row = { ...unstated(columns), ...cells, action, as_of: asOf, source, line: 1 }
  const problems = checkStrategyRows(rowsWith({ actionStatus: [row as never] }))
  return {
    complaints: { ...complaintsIn(problems, { file }), ...complaints },
    content: {
      strategy_id: scope.strategyId,
      action,
      as_of: asOf,
      ...cells,
      source_id: scope.documents.ids.get(source ?? '') ?? null,
    },
  }
}
