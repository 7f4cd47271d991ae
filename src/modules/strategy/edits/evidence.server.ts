import { findInstitutions } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line, long } from '#platform/editing/fields.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import { findFiles } from '#platform/files/file-store.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { checkStrategyRows } from '../check-rows.ts'
import { EVIDENCE_FILES, EVIDENCE_KINDS, WORKS_KINDS } from '../evidence.ts'
import { settleEvidenceFiles } from '../evidence-files.server.ts'
import { findEvidenceRows } from '../evidence-store.server.ts'
import { strategySheets } from '../sheets.ts'
import { citedFields, complaintsIn, KEPT_FIELD, keptField, rowsWith, unstated, WITHDRAWN } from './cells.ts'
import type { PlanScope } from './scope.server.ts'

const { columns, file } = strategySheets.actionEvidence
const { action: _, code: __, ...cellColumns } = columns

/** Where evidence goes. */
export const EVIDENCE = { table: 'strategy.action_evidence', key: ['strategy_id', 'action', 'code'] } as const

type Asked = {
  action: string
  /** Which piece of evidence; null for a new one. */
  code: string | null
  /** Of a new one: the time that it is about, and a file that was just handed in. */
  asOf: string | null
  fileId: string | null
}

/** One thing that shows how far an action has come. */
export async function evidenceEdit(
  tx: DatabaseTransaction,
  scope: PlanScope,
  { action, code, asOf, fileId }: Asked,
): Promise<Edit> {
  const { municipalityId, strategyId } = scope
  const find = (now: DatabaseTransaction) => findEvidenceRows(now, { municipalityId, strategyId, action })
  const institutions = await findInstitutions(tx, municipalityId)
  const files = await findFiles(tx, municipalityId, EVIDENCE_FILES)
  const fields: EditField[] = [
    choice(
      'kind',
      'strategy.edit.evidence.kind',
      EVIDENCE_KINDS.map((value) => ({ value, label: `strategy.evidence.kind.${value}` as const })),
      { isRequired: true },
    ),
    long('title_lv', 'strategy.edit.evidence.titleLv', {
      isRequired: true,
      hint: 'strategy.edit.evidence.title.hint',
      maximumLength: 500,
    }),
    long('title_en', 'strategy.edit.evidence.titleEn', { maximumLength: 500 }),
    line('url', 'strategy.edit.evidence.url', { hint: 'strategy.edit.evidence.url.hint' }),
    choice(
      'file',
      'strategy.edit.evidence.file',
      files.map(({ id, name }) => ({ value: id, label: { lv: name, en: name } })),
      { hint: 'strategy.edit.evidence.file.hint' },
    ),
    choice(
      'institution',
      'strategy.edit.evidence.institution',
      institutions.map(({ key, versions }) => ({
        value: key,
        label: versions.at(-1)?.name ?? { lv: key, en: key },
      })),
      { hint: 'strategy.edit.evidence.institution.hint' },
    ),
    choice(
      'works',
      'strategy.edit.evidence.works',
      WORKS_KINDS.map((value) => ({ value, label: `strategy.evidence.works.${value}` as const })),
      { hint: 'strategy.edit.evidence.works.hint' },
    ),
    day('done_on', 'strategy.edit.evidence.doneOn'),
    line('as_of', 'strategy.edit.evidence.asOf', { hint: 'strategy.edit.evidence.asOf.hint' }),
    ...citedFields(scope.documents.options),
    ...(code === null ? [] : [keptField]),
  ]
  return {
    ...scope.edit,
    action: 'evidence.edited',
    subject: `${scope.key}/${action}/${code ?? '+'}`,
    fields,
    read: async (now) => {
      if (code === null) {
        const given = { ...(asOf ? { as_of: asOf } : {}), ...(fileId ? { file: fileId } : {}) }
        return { version: 0, values: given as Typed }
      }
      const row = (await find(now)).find((one) => one.code === code)
      if (!row) return undefined
      const source = row.source_id === null ? '' : (scope.documents.keys.get(row.source_id) ?? '')
      const values = { ...row, source }
      const typed = Object.keys(cellColumns).map((name) => [
        name,
        asTyped(values[name as keyof typeof values]),
      ])
      const kept = row.withdrawn_at ? WITHDRAWN : 'shown'
      return {
        version: row.revision,
        values: { ...Object.fromEntries(typed), file: row.file_id ?? '', [KEPT_FIELD]: kept },
      }
    },
    write: async (now, change, typed) => {
      const rows = await find(now)
      const row = rows.find((one) => one.code === code)
      if (row && typed[KEPT_FIELD] === WITHDRAWN) {
        if (row.withdrawn_at) return undefined
        await withdraw(now, change, EVIDENCE, { ...row, is_public: scope.isPublic })
        change.counts.changed += 1
        await settleEvidenceFiles(now, change)
        return undefined
      }
      const { values, complaints } = readCells(cellColumns, typed)
      const { source = null, file: fileId = null, ...cells } = values
      const own = { action, code: code ?? nextCode(rows) }
      const checked = { ...unstated(columns), ...own, ...cells, source, line: 1 } as never
      const problems = checkStrategyRows(rowsWith({ actionEvidence: [checked] }))
      const all = { ...complaintsIn(problems, { file }), ...complaints }
      if (Object.keys(all).length > 0) return all
      const { withdrawn_at, ...stored } = row ? contentOf(row) : { withdrawn_at: undefined }
      const content = {
        ...stored,
        strategy_id: strategyId,
        ...own,
        ...cells,
        file_id: fileId,
        source_id: scope.documents.ids.get(source ?? '') ?? null,
      } as never
      await revise(now, change, EVIDENCE, [content])
      await settleEvidenceFiles(now, change)
      return undefined
    },
  }
}

/** A code that no evidence of an action has. */
export const nextCode = (rows: readonly { code: string }[]) =>
  `p${Math.max(0, ...rows.map(({ code }) => Number(/^p(\d+)$/.exec(code)?.[1] ?? 0))) + 1}`
