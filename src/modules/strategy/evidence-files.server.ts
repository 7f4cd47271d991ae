import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findFiles } from '#platform/files/file-store.server.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { shown } from '#platform/import/shown.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { EVIDENCE_FILES } from './evidence.ts'
import { findShownFileIds } from './evidence-store.server.ts'
import { type StrategyRows, strategySheets } from './sheets.ts'

const TARGET = { table: 'platform.file', key: ['id'], hasId: true } as const

/**
 * Evidence that names a file which was not handed in as evidence here, row by row: a file of another municipality, or
 * one kept for something else, would be everybody's with it. One statement, none without such cells.
 */
export async function findAbsentFiles(
  tx: DatabaseTransaction,
  municipalityId: string,
  rows: Pick<StrategyRows, 'actionEvidence'>,
): Promise<ImportProblem[]> {
  const naming = rows.actionEvidence.filter(({ file }) => file)
  if (naming.length === 0) return []
  const kept = new Set((await findFiles(tx, municipalityId, EVIDENCE_FILES)).map(({ id }) => id))
  return naming
    .filter(({ file }) => !kept.has(file ?? ''))
    .map(({ line, file }) => ({
      file: strategySheets.actionEvidence.file,
      line,
      column: 'file',
      reason: 'platform.import.fileAbsent',
      values: { found: shown(file ?? '') },
    }))
}

/** Files are everybody's exactly as long as evidence that is everybody's names them. Two statements when nothing is to be done. */
export async function settleEvidenceFiles(tx: DatabaseTransaction, change: Change): Promise<void> {
  const { municipalityId } = change
  const files = await findFiles(tx, municipalityId, EVIDENCE_FILES)
  if (files.length === 0) return
  const named = await findShownFileIds(tx, municipalityId)
  for (const { id, institutionId, purpose, name, type, bytes, sha256, isPublic } of files) {
    if (named.has(id) === isPublic) continue
    const row = { id, institution_id: institutionId, purpose, name, type, bytes, sha256 }
    await revise(tx, { ...change, isPublic: !isPublic }, TARGET, [row])
  }
}
