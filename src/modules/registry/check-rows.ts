import { checkLater } from '#platform/import/check-later.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { type RegistryRows, registrySheets } from './sheets.ts'

/** Says what in the national rows contradicts itself. */
export function checkRegistryRows(rows: RegistryRows): ImportProblem[] {
  return [
    ...checkLater(registrySheets.municipalities.file, rows.municipalities, 'valid_from', 'valid_to'),
    ...checkLater(registrySheets.schoolYears.file, rows.schoolYears, 'starts_on', 'ends_on'),
    ...rows.municipalities.flatMap(checkSuccessor),
    ...checkAddresses(rows.municipalities),
  ]
}

type Municipality = RegistryRows['municipalities'][number]

/** Nothing takes its own place. */
function checkSuccessor({ line, code, successor }: Municipality): ImportProblem[] {
  if (successor !== code) return []
  const place = { file: registrySheets.municipalities.file, line, column: 'successor' }
  return [{ ...place, reason: 'platform.import.itself', values: { found: code } }]
}

/** From one day on there is one municipality at an address. */
function checkAddresses(rows: readonly Municipality[]): ImportProblem[] {
  const { file } = registrySheets.municipalities
  const seen = new Map<string, number>()
  return rows.flatMap(({ line, slug, valid_from }) => {
    const key = `${slug} · ${valid_from}`
    const before = seen.get(key)
    if (before === undefined) {
      seen.set(key, line)
      return []
    }
    return [{ file, line, column: 'slug', reason: 'platform.import.twice' as const, values: { key, before } }]
  })
}
