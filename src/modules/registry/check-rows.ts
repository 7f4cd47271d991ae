import type { ImportProblem } from '#platform/import/problems.ts'
import { findDanglingReferences } from '#platform/import/sheet.ts'
import { type RegistryRows, registrySheets } from './sheets.ts'

/** Says what in the national rows contradicts itself or points at something that is not there. */
export function checkRegistryRows(rows: RegistryRows): ImportProblem[] {
  const { file } = registrySheets.municipalities
  const codes = new Set(rows.municipalities.map((row) => row.code))
  const regions = new Set(rows.planningRegions.map((row) => row.code))
  return [
    ...findDanglingReferences(file, rows.municipalities, 'region', regions, 'planning-regions.csv'),
    ...findDanglingReferences(file, rows.municipalities, 'successor', codes, file),
    ...rows.municipalities
      .filter((row) => row.valid_to !== null && row.valid_to <= row.valid_from)
      .map((row) => ({
        file,
        line: row.line,
        column: 'valid_to',
        reason: 'platform.import.order' as const,
        values: { found: row.valid_to ?? '', other: row.valid_from },
      })),
  ]
}
