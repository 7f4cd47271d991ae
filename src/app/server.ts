import { resolve } from 'node:path'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { DataVersions } from '#platform/http/data-versions.server.ts'
import { listen } from '#platform/http/listen.server.ts'
import { Keeping } from '#platform/keep/keeping.ts'
import { readSettings, type Settings } from '#platform/settings.server.ts'
import { keepUpWith } from './keepers.server.ts'
import { loadWhatShips } from './load-what-ships.server.ts'
import { createVersionOf } from './page-version.server.ts'
import { createSite } from './site.ts'

/** Opens the database, brings it up to date, loads what ships when it is empty, and serves the pages. */
export async function startServer(settings: Settings = readSettings()) {
  const database = await openDatabase(settings)
  await migrate(database.db)
  await loadWhatShips(database.db, settings)

  const keeping = new Keeping((municipalityId) => keepUpWith(database.db, municipalityId))
  const versions = await DataVersions.follow(database, (municipalityId) => keeping.look(municipalityId))
  const server = await listen({
    host: settings.host,
    port: settings.port,
    assetsFolder: resolve('build/client'),
    versionOf: await createVersionOf(database.db, versions),
    answer: createSite(database.db),
  })
  return {
    address: server.address,
    close: async () => {
      await server.close()
      await keeping.stop()
      await database.close()
    },
  }
}
