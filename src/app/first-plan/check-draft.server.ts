import { findInstitutionTypes } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { DraftFiles } from '#platform/draft-dataset/tables.server.ts'
import type { Complaint, Complaints } from '#platform/forms/form.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { asRegisters, readFolder } from '../read-folder.server.ts'
import { withDraftFolder } from './draft-folder.server.ts'
import { FILE } from './draft-rows.ts'

/** What loading would complain about in a draft; nothing when it could be loaded. */
export async function checkDraft(db: Database, files: DraftFiles): Promise<ImportProblem[]> {
  const institutionTypes = await readAs(db, THE_PUBLIC, findInstitutionTypes)
  return withDraftFolder(files, async (folder) => {
    const { problems } = await readFolder(folder, { beside: asRegisters({ institutionTypes }) })
    return problems
  })
}

/** Fields of the figures' form by the columns of the files that they fill. */
const FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [FILE.observations]: {
    period: 'period',
    number: 'value',
    missing: 'missing',
    value_kind: 'value',
    unit: 'value',
  },
  [FILE.targets]: { value: 'target', target_year: 'year', unit: 'target', kind: 'target' },
}

/**
 * The complaints of loading as those of the form of figures: each at the field of the indicator that it is about, the
 * rest about the whole form.
 */
export function asFigureComplaints(files: DraftFiles, problems: readonly ImportProblem[]): Complaints {
  const complaints: Record<string, Complaint[]> = {}
  for (const { file, line, column, reason, values } of problems) {
    const row = line === undefined ? undefined : files[file]?.[line - 2]
    const field = row && (FIELD[file]?.[column ?? ''] ?? (file === FILE.targets ? 'target' : 'value'))
    const name = row?.series !== undefined ? `${field}.${row.series}` : ''
    complaints[name] ??= []
    complaints[name]?.push({ reason, values })
  }
  return complaints
}
