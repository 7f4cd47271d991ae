import { reportFailure } from '#platform/database/away.server.ts'
import { type OpenDatabase, openDatabase } from '#platform/database/open.server.ts'
import { DataVersions } from '#platform/http/data-versions.server.ts'
import { type ListenOptions, listen } from '#platform/http/listen.server.ts'
import { createProbes } from '#platform/http/probes.server.ts'
import type { Site } from '#platform/http/site.ts'
import { startJobs } from '#platform/jobs/start-jobs.server.ts'
import { startSealing } from '#platform/journal/sealing.server.ts'
import { Keeping } from '#platform/keep/keeping.ts'
import { createPost } from '#platform/mail/create-post.server.ts'
import { secretsOf } from '#platform/secrets.ts'
import { readSettings, type Settings } from '#platform/settings.server.ts'
import { createAccountDesk } from './accounts/create-desk.server.ts'
import { describeDemoAccounts, makeDemoAccounts } from './accounts/demo.server.ts'
import { answerCommands } from './answer-commands.server.ts'
import { demonstrate } from './demonstrate.server.ts'
import { factsOf } from './facts.server.ts'
import { everyJob } from './jobs.server.ts'
import { keepUpWith } from './keepers.server.ts'
import { loadWhatShips } from './load-what-ships.server.ts'
import { createVersionOf } from './page-version.server.ts'
import { searchIndexOf } from './search.server.ts'
import type { Serving } from './site.ts'
import { bringUpToDate } from './up-to-date.server.ts'
import { startUpkeep } from './upkeep.server.ts'
import { watch } from './watch.server.ts'

type Options = Pick<ListenOptions, 'assetsFolder' | 'before' | 'headers' | 'longestMs'> & {
  settings?: Settings
  createSite: (serving: Serving) => Site
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
  const { db } = database
  await bringUpToDate(database, settings, console.warn)
  const isDemoNew = await loadWhatShips(db, settings)
  const stopSealing = startSealing(db)
  const stopUpkeep = startUpkeep(db, settings.secret)
  const post = createPost(settings)
  const accounts = await createAccountDesk(db, settings, post)
  const jobs = await startJobs({ db, jobs: everyJob, post, settings })
  if (isDemoNew) await demonstrate(db, await makeDemoAccounts(accounts))
  const keeping = new Keeping((municipalityId) => keepUpWith(db, municipalityId))
  const versions = await DataVersions.follow(database, (municipalityId) => keeping.look(municipalityId))
  const { createSite, versionOf, ...door } = serving
  const { host, port, address, proxies, log } = settings
  // On a server any number of processes work side by side.
  const stopCommands = database.engine === 'pglite' ? await answerCommands(database, settings) : undefined
  const listening = await listen({
    ...door,
    host,
    port,
    address,
    proxies,
    log,
    probes: createProbes(watch(db, jobs, settings)),
    versionOf: versionOf ?? (await createVersionOf(db, versions)),
    site: createSite({
      db,
      accounts,
      facts: factsOf(settings),
      secrets: settings.secret === undefined ? undefined : secretsOf(settings.secret),
      hasGallery: settings.hasGallery,
    }),
  })
  // The first reader who looks for something need not wait until all of it has been read.
  searchIndexOf(db).catch((error: unknown) =>
    reportFailure('What can be looked for could not be read', error),
  )
  return {
    server: listening.server,
    address: listening.address,
    /** Accounts by which the demonstration is entered, a line each. */
    demoAccounts: await describeDemoAccounts(accounts),
    close: async () => {
      await stopUpkeep()
      await stopCommands?.()
      await Promise.all([listening.close(), jobs.stop()])
      await keeping.stop()
      await stopSealing()
      await database.close()
    },
  }
}
