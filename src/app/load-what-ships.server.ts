import { resolve } from 'node:path'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Settings } from '#platform/settings.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { COUNTRY, findDataVersions } from '#platform/write/data-version.server.ts'
import { importFolder } from './import.server.ts'

/**
 * Fills a new database with the country's registers, and with the demo municipality unless the settings say
 * none. Whether there is something to do is seen from what has been loaded to its end, so that a start which
 * was interrupted between the two is made good by the next one.
 *
 * @returns whether the demo municipality was loaded
 */
export async function loadWhatShips(db: Database, { demo }: Pick<Settings, 'demo'>): Promise<boolean> {
  const known = await readAs(db, THE_PUBLIC, (tx) => findMunicipalitiesOn(tx, municipalDay()))
  if (known.length === 0) await importFolder(db, resolve('data/latvia'))
  const versions = await readAs(db, THE_PUBLIC, findDataVersions)
  const isUsed = [...versions.keys()].some((id) => id !== COUNTRY)
  if (demo !== 'liepaja' || isUsed) return false
  await importFolder(db, resolve('data/liepaja-2020-2025'))
  return true
}
