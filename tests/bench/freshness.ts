import { setTimeout as pause } from 'node:timers/promises'
import { findMunicipality } from '#modules/registry.server'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { DataVersions } from '#platform/http/data-versions.server.ts'
import { listen } from '#platform/http/listen.server.ts'
import { Keeping } from '#platform/keep/keeping.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { keepUpWith } from '../../src/app/keepers.server.ts'
import { createVersionOf } from '../../src/app/page-version.server.ts'
import type { createSite as Site } from '../../src/app/site.ts'
import { createVisitor } from './visitor.ts'

/** Seconds from the commit of one changed figure until it is on its page, and until a finding names it. */
export type Freshness = { pageSeconds: number; findingSeconds: number }

/** Figures that no sample has: a share of this size is impossible, which is a finding. */
const STRANGE = [731, 732, 733, 734, 735]
const INDICATOR = '5'

/** Changes a figure of Liepāja several times beside a site that keeps up as a server does. Answers the slowest. */
export async function measureFreshness(database: OpenDatabase): Promise<Freshness> {
  const { createSite } = (await import('../../build/server/site.js' as string)) as { createSite: typeof Site }
  const { db } = database
  const keeping = new Keeping((municipalityId) => keepUpWith(db, municipalityId))
  const versions = await DataVersions.follow(database, (municipalityId) => keeping.look(municipalityId))
  const site = await listen({
    host: '127.0.0.1',
    port: 0,
    assetsFolder: 'build/client',
    versionOf: await createVersionOf(db, versions),
    site: createSite({ db }),
  })
  const visitor = createVisitor()
  const shows = async (path: string, words: string) =>
    String(await visitor.get(site.address + path)).includes(words)
  const untilShown = async (path: string, words: string, began: number) => {
    while (!(await shows(path, words))) await pause(10)
    return (performance.now() - began) / 1000
  }
  const slowest = { pageSeconds: 0, findingSeconds: 0 }
  for (const value of STRANGE) {
    await changeFigure(database, value)
    const began = performance.now()
    const page = await untilShown(`/liepaja/raditaji/${INDICATOR}`, String(value), began)
    const finding = await untilShown(
      `/api/v1/strategies/liepaja-2020-2025/findings?indicator=${INDICATOR}&limit=1000`,
      String(value),
      began,
    )
    slowest.pageSeconds = Math.max(slowest.pageSeconds, page)
    slowest.findingSeconds = Math.max(slowest.findingSeconds, finding)
  }
  visitor.leave()
  await site.close()
  await keeping.stop()
  return slowest
}

async function changeFigure({ db }: OpenDatabase, value: number) {
  const town = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  const municipalityId = town?.id ?? ''
  const intent = {
    municipalityId,
    stream: 'figures',
    origin: 'command',
    action: 'bench.changed',
    subject: INDICATOR,
    isPublic: true,
    at: new Date(),
  } as const
  await inChange(db, operator(municipalityId), intent, async (tx, change) => {
    const row = await tx
      .selectFrom('indicators.observation as figure')
      .innerJoin('indicators.series as series', (join) =>
        join
          .onRef('series.municipality_id', '=', 'figure.municipality_id')
          .onRef('series.id', '=', 'figure.series_id'),
      )
      .innerJoin('indicators.indicator as indicator', (join) =>
        join
          .onRef('indicator.municipality_id', '=', 'series.municipality_id')
          .onRef('indicator.id', '=', 'series.indicator_id'),
      )
      .selectAll('figure')
      .where('figure.municipality_id', '=', municipalityId)
      .where('indicator.code', '=', INDICATOR)
      .where('figure.value_kind', '=', 'share')
      .orderBy('series.position')
      .orderBy('figure.period', 'desc')
      .orderBy('figure.revision', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const { municipality_id, revision, recorded_at, recorded_by, revision_reason, change_id, ...content } =
      row
    await revise(tx, change, { table: 'indicators.observation', key: ['series_id', 'period'] }, [
      { ...content, number: value },
    ])
  })
}
