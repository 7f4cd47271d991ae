import { resolve } from 'node:path'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { DataVersions } from '#platform/http/data-versions.server.ts'
import { type ListenOptions, listen } from '#platform/http/listen.server.ts'
import type { Site } from '#platform/http/site.ts'
import { mayKeepPersons, readSettings, type Settings } from '#platform/settings.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { importFolder } from './import.server.ts'
import { createVersionOf } from './page-version.server.ts'
import { startUpkeep } from './upkeep.server.ts'

type Options = Pick<ListenOptions, 'assetsFolder' | 'before' | 'headers' | 'longestMs'> & {
  settings?: Settings
  createSite: (serving: { db: Database; mayKeepPersons: boolean }) => Site
  /** Version of the data an address shows, when it is not the one that the database tells. */
  versionOf?: ListenOptions['versionOf']
}

/** Opens the database, brings it up to date, loads what ships when it is empty, and serves the pages. */
export async function startServer({ settings = readSettings(), ...serving }: Options) {
  const database = await openDatabase(settings)
  try {
    return await serve(database, settings, serving)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function serve(database: OpenDatabase, settings: Settings, serving: Omit<Options, 'settings'>) {
  await migrate(database.db)
  await loadWhatShips(database, settings)
  const stopUpkeep = startUpkeep(database.db)
  const versions = await DataVersions.follow(database)
  const { createSite, versionOf, ...door } = serving
  const { host, port, address, proxies, log } = settings
  const listening = await listen({
    ...door,
    host,
    port,
    address,
    proxies,
    log,
    versionOf: versionOf ?? (await createVersionOf(database.db, versions)),
    site: createSite({ db: database.db, mayKeepPersons: mayKeepPersons(settings) }),
  })
  return {
    server: listening.server,
    address: listening.address,
    close: async () => {
      stopUpkeep()
      await listening.close()
      await database.close()
    },
  }
}

/** A new database gets the country's registers, and the demo municipality unless the settings say none. */
async function loadWhatShips(database: OpenDatabase, settings: Settings) {
  const today = new Date().toISOString().slice(0, 10)
  const known = await readAs(database.db, THE_PUBLIC, (tx) => findMunicipalitiesOn(tx, today))
  if (known.length > 0) return
  await importFolder(database.db, resolve('data/latvia'))
  if (settings.demo === 'liepaja') await importFolder(database.db, resolve('data/liepaja-2020-2025'))
}
