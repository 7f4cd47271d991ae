import { findInstitutionTypes, findMunicipality, registrySheets } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import { tellPlanner } from '#platform/database/statistics.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { asImportProblem } from '#platform/import/database-problem.ts'
import { datasetSheets } from '#platform/import/dataset.ts'
import type { GoneRow } from '#platform/import/gone.ts'
import { capProblems, type ImportProblem, ImportRefused } from '#platform/import/problems.ts'
import type { Reading } from '#platform/import/read-sheets.server.ts'
import type { Ids } from '#platform/module.ts'
import { operatorOf } from '#platform/rights/place-of.server.ts'
import { demand, THE_PUBLIC, type User } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { settleGoneRows } from './gone-rows.server.ts'
import { keepUpAll, keepUpWith } from './keepers.server.ts'
import {
  asRegisters,
  checkStored,
  type FolderContent,
  loadingsOf,
  readFolder,
  sheetsOf,
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

export type ImportOptions = Reading & {
  at?: Date
  /** Who loads, as far as they may; whoever works at this machine when nobody is named. */
  by?: User | undefined
  /** Withdraws the rows that the files no longer have, if there are exactly as many. */
  withdraw?: number | undefined
  /** Told what is done next, and with how many rows, so that nobody wonders during a long loading. */
  tellStage?: (stage: 'write' | 'workOut', rows: number) => void
}

/**
 * Loads a folder of files: the country's registers when it holds `municipalities.csv`, else one
 * municipality's strategy. All or nothing; loading twice changes nothing.
 *
 * @throws ImportRefused with every problem of every file, before anything is written
 */
export async function importFolder(
  db: Database,
  folder: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const institutionTypes = await readAs(db, THE_PUBLIC, findInstitutionTypes)
  const content = await readFolder(folder, { ...options, beside: asRegisters({ institutionTypes }) })
  const { dataset, problems, notes } = content
  const place = dataset === 'country' ? COUNTRY_PLACE : await findPlace(db, content)
  const all = [...problems, ...(place ? await findStoredProblems(db, content, place, options) : [])]
  if (all.length > 0 || !place) throw new ImportRefused(capProblems(all), notes)
  const rows = Object.values(content.rows).reduce((sum, { length }) => sum + length, 0)
  options.tellStage?.('write', rows)
  const imported = await writeRows(db, content, place, options)
  await tellPlanner(db, imported)
  options.tellStage?.('workOut', rows)
  if (dataset === 'country') await keepUpAll(db)
  else {
    await keepUpWith(db, place.municipalityId)
    // What was worked out is as much as what was loaded.
    await tellPlanner(db, imported)
  }
  return notes.length > 0 ? { ...imported, notes } : imported
}

/** Whose rows are written, and what the loading is called in histories. */
type Place = { municipalityId: string; name: string; isPublic: boolean }

const COUNTRY_PLACE: Place = { municipalityId: COUNTRY, name: 'latvija', isPublic: true }

/** The municipality that the folder names; that there is none is added to the problems. */
async function findPlace(db: Database, { rows, problems }: FolderContent): Promise<Place | undefined> {
  const [row] = rows.dataset
  if (!row) return undefined
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, row.municipality))
  if (municipality) return { municipalityId: municipality.id, name: row.strategy, isPublic: row.public }
  const { file } = datasetSheets.dataset
  const values = { found: row.municipality, where: registrySheets.municipalities.file }
  const place = { file, line: row.line, column: 'municipality' }
  problems.push({ ...place, reason: 'platform.import.reference', values })
  return undefined
}

const loaderOf = ({ municipalityId }: Place, { by }: ImportOptions) => by ?? operatorOf(municipalityId)

const findStoredProblems = (db: Database, content: FolderContent, place: Place, options: ImportOptions) =>
  readAs(db, loaderOf(place, options), (tx) => checkStored(tx, place.municipalityId, content), {
    municipalityId: place.municipalityId,
  })

type Settled = Awaited<ReturnType<typeof settleGoneRows>>

async function writeRows(
  db: Database,
  content: FolderContent,
  place: Place,
  options: ImportOptions,
): Promise<Imported> {
  const { municipalityId, isPublic, name } = place
  const { dataset, rows } = content
  const isCountry = dataset === 'country'
  const { at = new Date(), withdraw } = options
  const user = loaderOf(place, options)
  const loadings = loadingsOf(dataset)
  for (const { capability } of loadings) demand(user, capability, isCountry ? 'country' : { municipalityId })
  const intent: Intent = {
    municipalityId,
    stream: isCountry ? 'register' : 'figures',
    origin: 'import',
    action: isCountry ? 'registry.imported' : 'data.imported',
    subject: name,
    isPublic,
    at,
  }
  const { result, added, changed } = await inChange(
    db,
    user,
    intent,
    async (tx, change): Promise<Settled> => {
      const ids: Ids = new Map()
      for (const loading of loadings) await loading.write(tx, change, rows, ids)
      const gone = isCountry ? NOTHING_GONE : await settleGoneRows(tx, change, content, { name, withdraw })
      for (const { settle } of loadings) await settle?.(tx, change)
      return gone
    },
  ).catch((error) => {
    const problem = asImportProblem(error, sheetsOf(dataset), rows)
    throw problem ? new ImportRefused([problem]) : error
  })
  return {
    added,
    changed,
    ...(result.stay.length > 0 ? { gone: result.stay } : {}),
    ...(result.withdrawn > 0 ? { withdrawn: result.withdrawn } : {}),
  }
}

const NOTHING_GONE: Settled = { stay: [], withdrawn: 0 }
