import { v7 as uuidv7 } from 'uuid'
import { importIndicators } from '#modules/indicators.server'
import { findMunicipality, importRegistry, registrySheets } from '#modules/registry.server'
import { importStrategy } from '#modules/strategy.server'
import { importSurveys } from '#modules/surveys.server'
import { recordAudit } from '#platform/audit.server.ts'
import { raiseDataVersion } from '#platform/data-version.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { ImportJob } from '#platform/import/apply-rows.server.ts'
import { asImportProblem } from '#platform/import/database-problem.ts'
import type { GoneRow } from '#platform/import/gone.ts'
import { type ImportProblem, ImportRefused } from '#platform/import/problems.ts'
import type { Reading } from '#platform/import/read-sheets.server.ts'
import { recordImportRun } from '#platform/import/runs.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { settleGoneRows } from './gone-rows.server.ts'
import {
  datasetSheet,
  isRegistry,
  type MunicipalityRows,
  municipalitySheets,
  readCountry,
  readMunicipality,
} from './read-folder.server.ts'

export type Imported = {
  added: number
  changed: number
  /** How the files were read, where that is not the ordinary way; absent when there is nothing to say. */
  notes?: readonly ImportProblem[]
  /** Rows that the files no longer have and that stay; absent when there are none. */
  gone?: readonly GoneRow[]
  /** How many of the changed rows were withdrawn; absent when none was. */
  withdrawn?: number
}

/** How a folder is loaded. */
export type Loading = Reading & {
  at?: Date
  /** Withdraws the rows that the files no longer have, if there are exactly as many. */
  withdraw?: number | undefined
}

/**
 * Loads a folder of files: the country's registers when it holds `municipalities.csv`, else one
 * municipality's strategy. All or nothing; loading twice changes nothing.
 *
 * @throws ImportRefused with every problem of every file, before anything is written
 */
export async function importFolder(db: Database, folder: string, loading: Loading = {}): Promise<Imported> {
  return (await isRegistry(folder))
    ? importCountry(db, folder, loading)
    : importMunicipality(db, folder, loading)
}

async function importCountry(db: Database, folder: string, loading: Loading): Promise<Imported> {
  const { rows, problems, notes } = await readCountry(folder, loading)
  if (problems.length > 0) throw new ImportRefused(problems)
  const changed = await importRegistry(db, operator(), rows, loading.at ?? new Date()).catch((error) => {
    const problem = asImportProblem(error, registrySheets, rows)
    throw problem ? new ImportRefused([problem]) : error
  })
  return { added: 0, changed, ...withNotes(notes) }
}

const withNotes = (notes: readonly ImportProblem[]) => (notes.length > 0 ? { notes } : {})

async function importMunicipality(db: Database, folder: string, loading: Loading): Promise<Imported> {
  const { rows, problems, notes, absent } = await readMunicipality(folder, loading)
  const dataset = rows.dataset[0]
  const municipality =
    dataset && (await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, dataset.municipality)))
  if (dataset && !municipality) {
    const values = { found: dataset.municipality, where: registrySheets.municipalities.file }
    const place = { file: datasetSheet.file, line: dataset.line, column: 'municipality' }
    problems.push({ ...place, reason: 'platform.import.reference', values })
  }
  if (problems.length > 0 || !dataset || !municipality) throw new ImportRefused(problems)

  const at = loading.at ?? new Date()
  const user = operator(municipality.id)
  const job: ImportJob = {
    municipalityId: municipality.id,
    importId: uuidv7(),
    actor: user.id,
    at,
    isPublic: dataset.public,
    changes: { added: 0, changed: 0 },
  }
  const content = { dataset: dataset.strategy, rows, absent, withdraw: loading.withdraw }
  let settled: Awaited<ReturnType<typeof settleGoneRows>> = { stay: [], withdrawn: 0 }
  await writeAs(db, user, async (tx) => {
    await raiseDataVersion(tx, municipality.id, at)
    await applyAll(tx, job, rows, dataset.strategy)
    settled = await settleGoneRows(tx, job, content)
    if (job.changes.added + job.changes.changed === 0) throw new NothingChanged()
    await recordImport(tx, job, dataset.strategy, settled.withdrawn)
  }).catch((error) => {
    if (error instanceof NothingChanged) return
    const problem = asImportProblem(error, municipalitySheets, rows)
    throw problem ? new ImportRefused([problem]) : error
  })
  const { stay, withdrawn } = settled
  return {
    ...job.changes,
    ...withNotes(notes),
    ...(stay.length > 0 ? { gone: stay } : {}),
    ...(withdrawn > 0 ? { withdrawn } : {}),
  }
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

async function recordImport(tx: Transaction, job: ImportJob, dataset: string, withdrawn: number) {
  await recordImportRun(tx, job, dataset)
  await recordAudit(tx, {
    municipalityId: job.municipalityId,
    at: job.at,
    actor: job.actor,
    action: 'data.imported',
    subject: dataset,
    detail: { importId: job.importId, ...job.changes, ...(withdrawn > 0 ? { withdrawn } : {}) },
  })
}
