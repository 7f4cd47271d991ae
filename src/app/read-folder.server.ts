import { checkIndicatorRows, indicatorSheets } from '#modules/indicators.server'
import { checkRegistryRows, registrySheets } from '#modules/registry.server'
import { checkStrategyRows, strategySheets } from '#modules/strategy.server'
import { checkSurveyRows, surveySheets } from '#modules/surveys.server'
import { slug, yesNo } from '#platform/import/columns.ts'
import { hasFile } from '#platform/import/match-names.ts'
import { listFolder } from '#platform/import/open-file.server.ts'
import { capProblems, type ImportProblem } from '#platform/import/problems.ts'
import { type Reading, readSheets } from '#platform/import/read-sheets.server.ts'
import { type RowsOf, sheet } from '#platform/import/sheet.ts'

/** Which municipality and strategy a folder is about. */
export const datasetSheet = sheet(
  'dataset.csv',
  ['strategy'],
  { municipality: slug, strategy: slug, public: yesNo },
  { isRequired: true },
)
/** Every file that a municipality's folder may hold. */
export const municipalitySheets = {
  dataset: datasetSheet,
  ...indicatorSheets,
  ...strategySheets,
  ...surveySheets,
}
export type MunicipalityRows = RowsOf<typeof municipalitySheets>

/** Every problem in a folder's files that can be seen without a database, and how the files were read. */
export async function checkFolder(folder: string, reading: Reading = {}) {
  const { problems, notes } = (await isRegistry(folder))
    ? await readCountry(folder, reading)
    : await readMunicipality(folder, reading)
  return { problems, notes }
}

/** Whether a folder holds the registers of the whole country. */
export async function isRegistry(folder: string): Promise<boolean> {
  const listed = await listFolder(folder)
  const names = 'names' in listed ? listed.names : []
  return hasFile(names, registrySheets.municipalities.file) && !hasFile(names, datasetSheet.file)
}

export async function readCountry(folder: string, reading: Reading) {
  const { rows, problems, notes, unreadable } = await readSheets(folder, registrySheets, reading)
  return { rows, notes, problems: together(problems, checkRegistryRows(rows), unreadable) }
}

export async function readMunicipality(folder: string, reading: Reading) {
  const { rows, problems, notes, absent, unreadable } = await readSheets(folder, municipalitySheets, reading)
  const crossing = [
    ...checkDataset(rows.dataset),
    ...checkIndicatorRows(rows),
    ...checkStrategyRows(rows),
    ...checkSurveyRows(rows),
  ]
  return { rows, notes, absent, problems: together(problems, crossing, unreadable) }
}

/** One row; the strategy's public id begins with its municipality, so that no two can be the same. */
function checkDataset(rows: MunicipalityRows['dataset']): ImportProblem[] {
  const { file } = datasetSheet
  const [row, second] = rows
  if (!row) return [{ file, reason: 'platform.import.oneRow', values: {} }]
  if (second) return [{ file, line: second.line, reason: 'platform.import.oneRow', values: {} }]
  if (row.strategy.startsWith(`${row.municipality}-`)) return []
  const values = { found: row.strategy, expected: `${row.municipality}-` }
  return [{ file, line: row.line, column: 'strategy', reason: 'platform.import.begins', values }]
}

/**
 * Problems of single cells together with those of rows among themselves. That the one row is missing is said
 * only of a file that has no other problem.
 *
 * @param unreadable files of which nothing was read
 */
function together(
  ofCells: readonly ImportProblem[],
  ofRows: readonly ImportProblem[],
  unreadable: ReadonlySet<string>,
): ImportProblem[] {
  const broken = new Set([...unreadable, ...ofCells.map(({ file }) => file)])
  const real = ofRows.filter(({ file, reason }) => reason !== 'platform.import.oneRow' || !broken.has(file))
  return capProblems([...ofCells, ...real])
}
