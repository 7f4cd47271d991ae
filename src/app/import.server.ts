import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { findInstitutionTypes, findMunicipality, registrySheets } from '#modules/registry.server'
import { recordAudit } from '#platform/audit.server.ts'
import { COUNTRY, raiseDataVersion } from '#platform/data-version.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { ImportJob } from '#platform/import/apply-rows.server.ts'
import { checkDataset, datasetSheets } from '#platform/import/dataset.ts'
import { type ImportProblem, ImportRefused } from '#platform/import/problems.ts'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { recordImportRun } from '#platform/import/runs.server.ts'
import type { AllRows } from '#platform/import/sheet.ts'
import type { Ids, Loading } from '#platform/module.ts'
import { demand, operator, THE_PUBLIC } from '#platform/users.ts'
import { keepUpWith } from './keepers.server.ts'
import { modules } from './modules.server.ts'

export type Imported = { added: number; changed: number }

/**
 * Loads a folder of files: the country's registers when it holds `municipalities.csv`, else one
 * municipality's strategy. All or nothing; loading twice changes nothing.
 *
 * @throws ImportRefused with every problem of every file, before anything is written
 */
export async function importFolder(db: Database, folder: string, at = new Date()): Promise<Imported> {
  const dataset = await datasetOf(folder)
  const registers = await readAs(db, THE_PUBLIC, findRegisters)
  const { rows, problems } = await readFolder(folder, dataset, registers)
  const place = dataset === 'country' ? COUNTRY_PLACE : await findPlace(db, rows, problems)
  if (problems.length > 0 || !place) throw new ImportRefused(problems)
  const imported = await writeRows(db, rows, { ...place, dataset, at })
  if (dataset === 'municipality') await keepUpWith(db, place.municipalityId)
  return imported
}

/** Every problem in a folder's files that can be seen without a database, by the registers that ship. */
export async function checkFolder(folder: string): Promise<ImportProblem[]> {
  const { institutionTypes } = registrySheets
  const { rows } = await readSheets(SHIPPED_REGISTERS, { institutionTypes })
  return (await readFolder(folder, await datasetOf(folder), rows)).problems
}

/** The folder of the country's registers, below that of the product. */
const SHIPPED_REGISTERS = 'data/latvia'

/** Rows of the country's registers at which those of a municipality may point. */
type Registers = Pick<AllRows, 'institutionTypes'>

async function findRegisters(tx: Transaction): Promise<Registers> {
  const types = await findInstitutionTypes(tx)
  // They stand on no line of the folder's files.
  return { institutionTypes: types.map((row) => ({ ...row, line: 0 })) }
}

type Dataset = Loading['dataset']

const datasetOf = (folder: string): Promise<Dataset> =>
  access(join(folder, registrySheets.municipalities.file)).then(
    () => 'country' as const,
    () => 'municipality' as const,
  )

const loadingsOf = (dataset: Dataset) =>
  modules.flatMap(({ loads = [] }) => loads.filter((loading) => loading.dataset === dataset))

async function readFolder(folder: string, dataset: Dataset, registers: Registers) {
  const loadings = loadingsOf(dataset)
  const about = dataset === 'municipality' ? datasetSheets : {}
  const sheets = Object.assign({}, about, ...loadings.map((loading) => loading.sheets))
  const read = await readSheets(folder, sheets)
  // Each loading checks and writes the rows of its own dataset's sheets, which are all here.
  const rows = { ...registers, ...read.rows } as AllRows
  const crossing = [
    ...(dataset === 'municipality' ? checkDataset(rows) : []),
    ...loadings.flatMap((loading) => loading.check(rows)),
  ]
  return { rows, problems: withoutEchoes(read.problems, crossing) }
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

/** Whose rows are written, and what the loading is called in histories. */
type Place = { municipalityId: string; name: string; isPublic: boolean }

const COUNTRY_PLACE: Place = { municipalityId: COUNTRY, name: 'latvija', isPublic: true }

/** The municipality that the folder names; what is wrong with it is added to the problems. */
async function findPlace(
  db: Database,
  { dataset: [row] }: AllRows,
  problems: ImportProblem[],
): Promise<Place | undefined> {
  const { file } = datasetSheets.dataset
  if (!row) {
    if (problems.length === 0) problems.push({ file, reason: 'platform.import.oneRow', values: {} })
    return undefined
  }
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, row.municipality))
  if (municipality) return { municipalityId: municipality.id, name: row.strategy, isPublic: row.public }
  const values = { found: row.municipality, where: registrySheets.municipalities.file }
  problems.push({
    file,
    line: row.line,
    column: 'municipality',
    reason: 'platform.import.reference',
    values,
  })
  return undefined
}

type Writing = Place & { dataset: Dataset; at: Date }

async function writeRows(db: Database, rows: AllRows, writing: Writing): Promise<Imported> {
  const { municipalityId, isPublic, at } = writing
  const user = operator(municipalityId)
  demand(user, 'write', municipalityId)
  const changes = { added: 0, changed: 0 }
  const job: ImportJob = { municipalityId, importId: uuidv7(), actor: user.id, at, isPublic, changes }
  await writeAs(db, user, async (tx) => {
    await raiseDataVersion(tx, municipalityId, at)
    const ids: Ids = new Map()
    for (const loading of loadingsOf(writing.dataset)) await loading.write(tx, job, rows, ids)
    if (changes.added + changes.changed === 0) throw new NothingChanged()
    await recordImport(tx, job, writing)
  }).catch((error) => {
    if (!(error instanceof NothingChanged)) throw error
  })
  return changes
}

/** Rolls a transaction back whose rows were all there already, so that not even the version rises. */
class NothingChanged extends Error {}

type Transaction = Parameters<Parameters<typeof writeAs>[2]>[0]

async function recordImport(tx: Transaction, job: ImportJob, { name, dataset }: Writing) {
  // The registers of the country have no history of loadings of their own.
  if (dataset === 'municipality') await recordImportRun(tx, job, name)
  await recordAudit(tx, {
    municipalityId: job.municipalityId,
    at: job.at,
    actor: job.actor,
    action: dataset === 'country' ? 'registry.imported' : 'data.imported',
    subject: name,
    detail: { importId: job.importId, ...job.changes },
  })
}
