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
  return { rows, notes, problems: withoutEchoes(problems, checkRegistryRows(rows), unreadable) }
}

export async function readMunicipality(folder: string, reading: Reading) {
  const { rows, problems, notes, absent, unreadable } = await readSheets(folder, municipalitySheets, reading)
  const crossing = [
    ...checkDataset(rows.dataset),
    ...checkIndicatorRows(rows),
    ...checkStrategyRows(rows),
    ...checkSurveyRows(rows),
  ]
  return { rows, notes, absent, problems: withoutEchoes(problems, crossing, unreadable) }
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
 * Problems of single cells together with those between files. A row that could not be read is missing only
 * for that reason, so neither what points at its file nor that it is missing is said again.
 *
 * @param unreadable files of which nothing was read
 */
function withoutEchoes(
  ofCells: readonly ImportProblem[],
  crossing: readonly ImportProblem[],
  unreadable: ReadonlySet<string>,
): ImportProblem[] {
  const broken = new Set([...unreadable, ...ofCells.map((problem) => problem.file)])
  const real = crossing.filter(({ file, reason, values }) => {
    if (reason === 'platform.import.oneRow') return !broken.has(file)
    return reason !== 'platform.import.reference' || !broken.has(String(values.where))
  })
  return capProblems([...ofCells, ...real])
}
