import { loadavg } from 'node:os'
import { sql } from 'kysely'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { readGivers } from '../../src/modules/collection/givers.server.ts'
import { readMonitoring } from '../../src/modules/collection/monitoring/read-monitoring.server.ts'
import { openSiteAs } from '../support/built-site.ts'
import { inPlanting, plantAsking, plantSchools } from '../support/plant-asked.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { median, quantile } from './pages.ts'

const SIZE = { institutions: 1500, elements: 200 }
/** One in so many has not handed in, and one in so many did so twice. */
const SILENT = 10
const TWICE = 5
const PIECES = 20
const WARM_UP = 5
const VISITS = 40
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Monitoring of a call to 1,500 institutions for 200 elements, on PostgreSQL: all that the page is made of, and the page
 * itself, for somebody of the department. `load` is how many processes wanted to work at once.
 */
export async function measureMonitoring() {
  const server = await startPostgres()
  try {
    await runOnServer(server.url, 'create database monitoring')
    const database = await openDatabase({
      databaseUrl: databaseUrl(server.url, 'monitoring'),
      dataFolder: '',
    })
    await migrate(database)
    const { db } = database
    await importFolder(db, 'data/latvia')
    const { municipalityId, key } = await plant(db)
    await db.gatherStatistics()
    const user: User = {
      id: 'specialist',
      kind: 'member',
      grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId } }],
    }
    const ask = await openSiteAs(db, user)
    const address = `/darbs/liepaja/datu-vaksana/vaksana/${key}/uzraudziba`
    const rows = [
      await measure('read', async () => {
        const read = await readAs(db, user, (tx) => readMonitoring(tx, municipalityId, key, new Date()), {
          municipalityId,
        })
        if (read?.completeness.expected !== SIZE.institutions) throw new Error('not everybody is monitored')
        await readGivers(db, municipalityId)
      }),
      await measure('page', () => visit(ask, address)),
      await measure('page of the late', () => visit(ask, `${address}?stavoklis=late&page=2`)),
    ]
    await database.close()
    return { rows, load: loadavg()[0] ?? 0 }
  } finally {
    await server.stop()
  }
}

async function visit(ask: (path: string) => Promise<Response>, address: string) {
  const response = await ask(address)
  if (response.status !== 200) throw new Error(`${address} answers ${response.status}`)
  await response.text()
}

async function measure(what: string, work: () => Promise<unknown>) {
  const times: number[] = []
  for (let number = 0; number < WARM_UP + VISITS; number += 1) {
    const began = performance.now()
    await work()
    if (number >= WARM_UP) times.push(performance.now() - began)
  }
  return { what, median: median(times), p95: quantile(times, 0.95) }
}

/** Nine in ten have handed in all 200 values, every fifth twice; a head answers for each, and each has typed. */
async function plant(db: Database) {
  const { id: municipalityId } = await readAs(db, operator(), (tx) =>
    tx
      .selectFrom('registry.municipality')
      .select('id')
      .where('slug', '=', 'liepaja')
      .executeTakeFirstOrThrow(),
  )
  const names = Array.from({ length: SIZE.institutions }, (_, index) => `Paraugskola ${index + 1}`)
  const schools = await plantSchools(db, municipalityId, names)
  const elements = Array.from({ length: SIZE.elements }, (_, index) => `made_up_${index + 1}`)
  const now = Date.now()
  const call = await plantAsking(db, municipalityId, schools, {
    opensAt: new Date(now - 30 * DAY_MS),
    dueAt: new Date(now - DAY_MS),
    locksAt: new Date(now + 30 * DAY_MS),
    elements,
  })
  await inPlanting(db, municipalityId, async (tx, change) => {
    change.counts.added += 1
    const numbered = sql`(select s.*, row_number() over (order by s.id)::int as place
      from collection.submission s where s.call_id = ${call.callId}) s`
    await sql`insert into collection.edit (municipality_id, institution_id, submission_id, id, number, client, seq,
        base, fields, account_id)
      select municipality_id, institution_id, s.id, gen_random_uuid(), n, s.id, n, n - 1, '{"a": "1"}', 'giver'
      from ${numbered}, generate_series(1, 20) n where place % 20 <> 0`.execute(tx)
    await sql`insert into collection.handing_in (municipality_id, institution_id, submission_id, version, author, at,
        once, way, minutes, answered, missing, soft, change_id)
      select municipality_id, institution_id, s.id, n, 'giver', now() - interval '2 days', gen_random_uuid(), 'form', 30,
        190, 10, 0, ${change.id} from ${numbered}, generate_series(1, 2) n
      where place % ${SILENT} <> 0 and (n = 1 or place % ${TWICE} = 1)`.execute(tx)
    // In pieces, since no statement may take long.
    for (let piece = 0; piece < PIECES; piece += 1)
      await sql`insert into collection.submission_value (municipality_id, institution_id, submission_id, version, field,
        element_id, kind, number, missing, reason, change_id)
      select h.municipality_id, h.institution_id, h.submission_id, h.version, e.element_id::text, e.element_id, 'count',
        case when position % 20 = 0 then null else position end,
        case when position % 20 = 0 then 'notApplicable' end, case when position % 20 = 0 then 'nav' end, ${change.id}
      from collection.handing_in h, collection.call_element e
      where h.municipality_id = ${municipalityId} and e.call_id = ${call.callId} and position % 50 <> 49
        and position % ${PIECES} = ${piece}`.execute(tx)
    await sql`insert into collection.decision (municipality_id, institution_id, submission_id, number, version, author,
        kind, decided_by, change_id)
      select h.municipality_id, h.institution_id, h.submission_id, 1, h.version, h.author, 'returned', 'specialist',
        ${change.id} from collection.handing_in h where h.municipality_id = ${municipalityId} and version = 2`.execute(
      tx,
    )
    await sql`insert into platform.role_grant (municipality_id, id, account_id, role, scope_kind, scope_id, valid_from,
        given_by, revision, changed_at, change_id)
      select municipality_id, gen_random_uuid(), 'head-' || place, 'institutionHead', 'institution', institution_id,
        '2020-01-01', 'bench', 1, now(), ${change.id} from ${numbered}`.execute(tx)
  })
  return { municipalityId, key: call.key }
}
