import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditField } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line } from '#platform/editing/fields.ts'
import { asTyped, complaintOf, readCells } from '#platform/editing/read-cells.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import { checkSourceRows } from '../check-rows.ts'
import { sourceSheets } from '../sheets.ts'
import { findDocumentRow } from '../store.server.ts'

const { columns } = sourceSheets.sources
const DOCUMENT = { table: 'sources.document', key: ['catalogue', 'key'], hasId: true } as const
const KEPT = 'kept'
const WITHDRAWN = 'withdrawn'

const fields: readonly EditField[] = [
  line('key', 'sources.edit.key', { isRequired: true, hint: 'sources.edit.key.hint' }),
  line('title_lv', 'sources.edit.titleLv', { isRequired: true }),
  line('title_en', 'sources.edit.titleEn', { isRequired: true }),
  line('publisher', 'sources.edit.publisher', { hint: 'sources.edit.publisher.hint' }),
  day('prepared_from', 'sources.edit.preparedFrom'),
  day('prepared_to', 'sources.edit.preparedTo'),
  day('states_data_to', 'sources.edit.dataTo', { hint: 'sources.edit.dataTo.hint' }),
  line('url', 'sources.edit.url', { hint: 'sources.edit.url.hint' }),
]
const kept = choice(
  KEPT,
  'sources.edit.kept',
  [
    { value: 'shown', label: 'sources.edit.kept.shown' },
    { value: WITHDRAWN, label: 'sources.edit.kept.withdrawn' },
  ],
  { isRequired: true, hint: 'sources.edit.kept.hint' },
)

type Asked = {
  municipalityId: string
  catalogue: string
  /** Which document; null for a new one. */
  key: string | null
  isPublic: boolean
  /** How often it is cited; one that is cited stays. */
  citations: number
  effects?: Edit['effects']
}

/** A document that figures and sentences are taken from. */
export function documentEdit(asked: Asked): Edit {
  const { municipalityId, catalogue, key, isPublic, citations, effects } = asked
  const find = (tx: DatabaseTransaction, of: string) => findDocumentRow(tx, municipalityId, catalogue, of)
  return {
    place: { municipalityId },
    capability: 'sources.edit',
    action: 'document.edited',
    subject: `${catalogue}/${key ?? '+'}`,
    stream: 'plan',
    isPublic,
    fields: key === null ? fields : [...fields.filter(({ name }) => name !== 'key'), kept],
    ...(effects ? { effects } : {}),
    read: async (tx) => {
      if (key === null) return { version: 0, values: {} }
      const row = await find(tx, key)
      if (!row) return undefined
      const { key: _, ...cells } = columns
      const typed = Object.keys(cells).map((name) => [name, asTyped(row[name as keyof typeof row])])
      const shown = row.withdrawn_at ? WITHDRAWN : 'shown'
      return { version: row.revision, values: { ...Object.fromEntries(typed), [KEPT]: shown } }
    },
    write: async (tx, change, typed) => {
      const { values, complaints } = readCells(columns, key === null ? typed : { ...typed, key })
      const row = values.key === undefined ? undefined : await find(tx, values.key)
      if (key === null && row) {
        return { ...complaints, key: [{ reason: 'sources.edit.taken', values: { key: row.key } }] }
      }
      if (row && typed[KEPT] === WITHDRAWN) {
        if (row.withdrawn_at) return undefined
        if (citations > 0) return { [KEPT]: [{ reason: 'sources.edit.cited', values: { count: citations } }] }
        await withdraw(tx, change, DOCUMENT, { ...row, is_public: isPublic })
        change.counts.changed += 1
        return undefined
      }
      const found: Record<string, readonly Complaint[]> = { ...complaints }
      if (Object.keys(complaints).length === 0) {
        for (const problem of checkSourceRows({ sources: [{ ...values, line: 1 } as never] })) {
          found[problem.column ?? ''] ??= [complaintOf(problem)]
        }
      }
      if (Object.keys(found).length > 0) return found
      const { withdrawn_at, ...stored } = row ? contentOf(row) : { withdrawn_at: undefined }
      await revise(tx, change, DOCUMENT, [{ ...stored, catalogue, ...values } as never])
      return undefined
    },
  }
}
