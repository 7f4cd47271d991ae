import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { checkIndicatorRows, importIndicators, indicatorSheets } from '#modules/indicators.server'
import { checkRegistryRows, findMunicipality, importRegistry, registrySheets } from '#modules/registry.server'
import { checkStrategyRows, importStrategy, strategySheets } from '#modules/strategy.server'
import { checkSurveyRows, importSurveys, surveySheets } from '#modules/surveys.server'
import { recordAudit } from '#platform/audit.server.ts'
import { raiseDataVersion } from '#platform/data-version.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { ImportJob } from '#platform/import/apply-rows.server.ts'
import { text, yesNo } from '#platform/import/columns.ts'
import { type ImportProblem, ImportRefused } from '#platform/import/problems.ts'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { recordImportRun } from '#platform/import/runs.server.ts'
import { type RowsOf, sheet } from '#platform/import/sheet.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'

export type Imported = { added: number; changed: number }

/**
 * Loads a folder of files: the country's registers when it holds `municipalities.csv`, else one
 * municipality's strategy. All or nothing; loading twice changes nothing.
 *
 * @throws ImportRefused with every problem of every file, before anything is written
 */
export async function importFolder(db: Database, folder: string, at = new Date()): Promise<Imported> {
  return (await isRegistry(folder)) ? importCountry(db, folder, at) : importMunicipality(db, folder, at)
}

/** Every problem in a folder's files that can be seen without a database. */
export async function checkFolder(folder: string): Promise<ImportProblem[]> {
  const { problems } = (await isRegistry(folder)) ? await readCountry(folder) : await readMunicipality(folder)
  return problems
}

const isRegistry = (folder: string) =>
  access(join(folder, registrySheets.municipalities.file)).then(
    () => true,
    () => false,
  )

async function readCountry(folder: string) {
  const { rows, problems } = await readSheets(folder, registrySheets)
  return { rows, problems: withoutEchoes(problems, checkRegistryRows(rows)) }
}

async function importCountry(db: Database, folder: string, at: Date): Promise<Imported> {
  const { rows, problems } = await readCountry(folder)
  if (problems.length > 0) throw new ImportRefused(problems)
  return { added: 0, changed: await importRegistry(db, operator(), rows, at) }
}

/** Which municipality and strategy a folder is about. */
const datasetSheet = sheet('dataset.csv', ['strategy'], { municipality: text, strategy: text, public: yesNo })
const municipalitySheets = { dataset: datasetSheet, ...indicatorSheets, ...strategySheets, ...surveySheets }
type MunicipalityRows = RowsOf<typeof municipalitySheets>

async function readMunicipality(folder: string) {
  const { rows, problems } = await readSheets(folder, municipalitySheets)
  const sourceKeys = new Set(rows.sources.map((row) => row.key))
  const crossing = [
    ...checkDataset(rows.dataset),
    ...checkIndicatorRows(rows),
    ...checkStrategyRows(rows),
    ...checkSurveyRows(rows, sourceKeys),
  ]
  return { rows, problems: withoutEchoes(problems, crossing) }
}

/** One row; the strategy's public id begins with its municipality, so that no two can be the same. */
function checkDataset(rows: MunicipalityRows['dataset']): ImportProblem[] {
  const { file } = datasetSheet
  const [row, second] = rows
  if (second) return [{ file, line: second.line, reason: 'platform.import.oneRow', values: {} }]
  if (!row || row.strategy.startsWith(`${row.municipality}-`)) return []
  const values = { found: row.strategy, expected: `${row.municipality}-` }
  return [{ file, line: row.line, column: 'strategy', reason: 'platform.import.begins', values }]
}

/**
 * Problems of single cells together with those between files. A row that could not be read is missing
 * only for that reason, so what points at its file is not reported again.
 */
function withoutEchoes(ofCells: ImportProblem[], crossing: ImportProblem[]): ImportProblem[] {
  const broken = new Set(ofCells.map((problem) => problem.file))
  const real = crossing.filter(
    ({ reason, values }) => reason !== 'platform.import.reference' || !broken.has(String(values.where)),
  )
  return [...ofCells, ...real]
}

async function importMunicipality(db: Database, folder: string, at: Date): Promise<Imported> {
  const { rows, problems } = await readMunicipality(folder)
  const dataset = rows.dataset[0]
  const municipality =
    dataset && (await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, dataset.municipality)))
  if (dataset && !municipality) {
    const values = { found: dataset.municipality, where: registrySheets.municipalities.file }
    const place = { file: datasetSheet.file, line: dataset.line, column: 'municipality' }
    problems.push({ ...place, reason: 'platform.import.reference', values })
  }
  if (!dataset && problems.length === 0) {
    problems.push({ file: datasetSheet.file, reason: 'platform.import.oneRow', values: {} })
  }
  if (problems.length > 0 || !dataset || !municipality) throw new ImportRefused(problems)

  const user = operator(municipality.id)
  const job: ImportJob = {
    municipalityId: municipality.id,
    importId: uuidv7(),
    actor: user.id,
    at,
    isPublic: dataset.public,
    changes: { added: 0, changed: 0 },
  }
  await writeAs(db, user, async (tx) => {
    await raiseDataVersion(tx, municipality.id, at)
    await applyAll(tx, job, rows, dataset.strategy)
    if (job.changes.added + job.changes.changed === 0) throw new NothingChanged()
    await recordImport(tx, job, dataset.strategy)
  }).catch((error) => {
    if (!(error instanceof NothingChanged)) throw error
  })
  return job.changes
}

/** Rolls a transaction back whose rows were all there already, so that not even the version rises. */
class NothingChanged extends Error {}

type Transaction = Parameters<Parameters<typeof writeAs>[2]>[0]

async function applyAll(tx: Transaction, job: ImportJob, rows: MunicipalityRows, strategy: string) {
  const { sourceIds, indicatorIds } = await importIndicators(tx, job, rows, strategy)
  const goalOfIndicator = new Map(rows.indicators.flatMap(({ code, goal }) => (goal ? [[code, goal]] : [])))
  await importStrategy(tx, job, rows, { strategyKey: strategy, sourceIds, indicatorIds, goalOfIndicator })
  await importSurveys(tx, job, rows, { sourceIds })
}

async function recordImport(tx: Transaction, job: ImportJob, dataset: string) {
  await recordImportRun(tx, job, dataset)
  await recordAudit(tx, {
    municipalityId: job.municipalityId,
    at: job.at,
    actor: job.actor,
    action: 'data.imported',
    subject: dataset,
    detail: { importId: job.importId, ...job.changes },
  })
}
