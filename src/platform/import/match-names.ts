import { findNearest } from './nearest.ts'
import type { ImportProblem } from './problems.ts'
import { shown } from './shown.ts'

/** Which files of a folder hold which sheets, and what about their names should be said. */
export type MatchedNames = {
  /** Name in the folder by the name a sheet should have. */
  found: Map<string, string>
  problems: ImportProblem[]
  notes: ImportProblem[]
}

/**
 * Finds the files of the sheets by name. Capitals, spaces and underscores in a name do not matter as long as
 * one file only can be meant. A file whose name nearly is that of an absent sheet is a mistake; other files
 * are left alone.
 *
 * @param expected names of the sheets' files, e.g. `period-rule.csv`
 * @param elsewhere those of them that were found in a workbook
 */
export function matchNames(
  names: readonly string[],
  expected: readonly string[],
  elsewhere: ReadonlySet<string> = new Set(),
): MatchedNames {
  const found = new Map<string, string>()
  const problems: ImportProblem[] = []
  const notes: ImportProblem[] = []
  const alike = Map.groupBy(names, plainName)
  for (const file of expected) {
    const [name, ...others] = alike.get(file) ?? []
    if (name === undefined) continue
    found.set(file, name)
    if (others.length > 0) {
      const values = { found: shown([name, ...others].toSorted().join(', ')) }
      problems.push({ file, reason: 'platform.import.fileTwice', values })
    } else if (name !== file) {
      notes.push({ file, reason: 'platform.import.noteName', values: { found: shown(name) } })
    }
  }
  const absent = new Set(expected.filter((file) => !found.has(file) && !elsewhere.has(file)))
  for (const name of names.filter((one) => !expected.includes(plainName(one)))) {
    const near = meantBy(plainName(name), absent)
    if (near) {
      problems.push({ file: shown(name), reason: 'platform.import.fileMisnamed', values: { expected: near } })
    } else if (plainName(name).endsWith('.csv')) {
      notes.push({ file: shown(name), reason: 'platform.import.noteIgnored', values: {} })
    }
  }
  return { found, problems, notes }
}

/** A name as it is compared. */
export const plainName = (name: string) =>
  name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')

/** Other endings that a sheet may have been saved with, and the mark of a second download. */
const SAVED_OTHERWISE = /(-?\(\d+\))?\.(csv|xlsx?|ods|numbers|txt|tsv)(\.(csv|txt))?$/

function meantBy(name: string, absent: ReadonlySet<string>): string | undefined {
  if (!SAVED_OTHERWISE.test(name)) return undefined
  const asCsv = name.replace(SAVED_OTHERWISE, '.csv')
  return absent.has(asCsv) ? asCsv : findNearest(asCsv, absent)
}
