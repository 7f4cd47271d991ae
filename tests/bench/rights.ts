// What policies cost: each query with them and without, on both engines: npm run bench:rights
import { PGlite } from '@electric-sql/pglite'
import { type QueryExecutorProvider, sql } from 'kysely'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase, overPGlite, pgliteOptions } from '#platform/database/open.server.ts'
import { begin } from '#platform/database/scope.server.ts'
import { type Capability, declareCapabilities } from '#platform/rights/capabilities.ts'
import type { TenantTable } from '#platform/rights/declaration.ts'
import { rightsOf } from '#platform/rights/policies.ts'
import type { Scope } from '#platform/rights/scope.ts'
import type { User } from '#platform/users.ts'
import '../../src/app/reach.server.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { median } from './pages.ts'

const ROUNDS = 30
const QUERIES_A_ROUND = 5
/** 42 municipalities, 1,500 institutions: 300 in the first and largest, 400 figures each, half of them public. */
const INSTITUTIONS = 1500
const FIGURES_EACH = 400
const PERSONS_EACH = 40

declare module '#platform/rights/capabilities.ts' {
  interface AllCapabilities {
    'bench.figure.read': true
    'bench.figure.edit': true
    'bench.person.read': true
    'bench.person.edit': true
  }
}
declareCapabilities({
  'bench.figure.read': [],
  'bench.figure.edit': [],
  'bench.person.read': [],
  'bench.person.edit': [],
})

const figures: TenantTable = {
  from: 'country',
  reach: 'institution',
  read: 'bench.figure.read',
  write: 'bench.figure.edit',
  published: 'flag',
  writing: 'append',
  audit: { noAudit: 'it is measured' },
}
const persons: TenantTable = {
  ...figures,
  from: 'municipality',
  reach: 'person',
  read: 'bench.person.read',
  write: 'bench.person.edit',
  published: 'no',
}

const id = (kind: number, number: number) =>
  `00000000-0000-7000-${8000 + kind}-${String(number).padStart(12, '0')}`
const idIn = (kind: number, number: string) =>
  `('00000000-0000-7000-${8000 + kind}-' || lpad((${number})::text, 12, '0'))::uuid`
const municipalityOf = '(case when i <= 300 then 1 else 2 + (i - 301) % 41 end)'

async function fill(owner: QueryExecutorProvider) {
  const statements = [
    'create schema bench',
    'grant usage on schema bench to izaugsme_public, izaugsme_member',
    `create table bench.figure (municipality_id uuid not null, id uuid not null, institution_id uuid not null,
      period integer not null, number numeric not null, is_public boolean not null, primary key (municipality_id, id))`,
    `insert into bench.figure select ${idIn(1, municipalityOf)}, ${idIn(3, `i * ${FIGURES_EACH} + n`)}, ${idIn(2, 'i')},
      2015 + n % 10, (i * 7 + n * 13) % 100, n % 2 = 0
      from generate_series(1, ${INSTITUTIONS}) i, generate_series(1, ${FIGURES_EACH}) n`,
    'create index on bench.figure (municipality_id, institution_id)',
    `create table bench.person (municipality_id uuid not null, person_id uuid not null, institution_id uuid not null,
      group_id uuid not null, seen_at timestamptz not null, primary key (municipality_id, person_id))`,
    `insert into bench.person select ${idIn(1, municipalityOf)}, ${idIn(5, `i * ${PERSONS_EACH} + n`)}, ${idIn(2, 'i')},
      ${idIn(4, `i * 10 + n / 20`)}, timestamptz '2026-01-01' + n * interval '1 hour'
      from generate_series(1, ${INSTITUTIONS}) i, generate_series(1, ${PERSONS_EACH}) n`,
    'create index on bench.person (municipality_id, institution_id)',
    'create index on bench.person (municipality_id, group_id)',
    ...rightsOf('bench.figure', figures),
    ...rightsOf('bench.person', persons),
    'analyze bench.figure',
    'analyze bench.person',
  ]
  for (const statement of statements) await sql.raw(statement).execute(owner)
}

const TOWN = id(1, 1)
const holding = (capability: Capability, ...scopes: Scope[]): User => ({
  id: 'bench',
  kind: 'member',
  grants: scopes.map((scope) => ({ capabilities: [capability], scope })),
})
const school = { kind: 'institution', municipalityId: TOWN, id: id(2, 7) } as const
const town = { kind: 'municipality', municipalityId: TOWN } as const
const someClass = { kind: 'group', municipalityId: TOWN, id: id(4, 70) } as const
const threeHundred = Array.from(
  { length: 300 },
  (_, index): Scope => ({
    kind: 'person',
    municipalityId: TOWN,
    id: id(5, 7 * PERSONS_EACH + index + 1),
  }),
)
const inTown = `municipality_id = '${TOWN}'`

const CASES: { who: string; user: User; query: string }[] = [
  {
    who: 'head: one figure',
    user: holding('bench.figure.read', school),
    query: `select * from bench.figure where ${inTown} and id = '${id(3, 7 * FIGURES_EACH + 11)}'`,
  },
  {
    who: 'head: the institution’s 400 figures',
    user: holding('bench.figure.read', school),
    query: `select * from bench.figure where ${inTown} and institution_id = '${school.id}'`,
  },
  {
    who: 'municipality: average of 120,000 figures',
    user: holding('bench.figure.read', town),
    query: `select period, avg(number) from bench.figure where ${inTown} group by period`,
  },
  {
    who: 'ministry: average of 600,000 figures',
    user: holding('bench.figure.read', { kind: 'country' }),
    query: 'select period, avg(number) from bench.figure group by period',
  },
  {
    who: 'teacher: a class of 20',
    user: holding('bench.person.read', someClass),
    query: `select * from bench.person where ${inTown} and group_id = '${someClass.id}'`,
  },
  {
    who: 'specialist of 300 persons: one of them',
    user: holding('bench.person.read', ...threeHundred),
    query: `select * from bench.person where ${inTown} and person_id = '${id(5, 7 * PERSONS_EACH + 5)}'`,
  },
  {
    who: 'specialist of 300 persons: the 50 seen last',
    user: holding('bench.person.read', ...threeHundred),
    query: `select * from bench.person where ${inTown} order by seen_at desc limit 50`,
  },
]

/** Milliseconds of each run of a query, asked several times in one transaction. */
async function time(db: QueryExecutorProvider, query: string): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < QUERIES_A_ROUND; run += 1) {
    const began = performance.now()
    await sql.raw(query).execute(db)
    times.push(performance.now() - began)
  }
  return times
}

/** Times with policies and without, taken in turn so that both meet the same machine. */
async function compare(open: OpenDatabase, superuser: OpenDatabase, { user, query }: (typeof CASES)[number]) {
  const within: number[] = []
  const without: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(...(await superuser.asOwner((owner) => time(owner, query))))
    const terms = { purpose: 'reading', within: {} } as const
    within.push(...(await begin(open.db, user, terms, (tx) => time(tx, query))))
  }
  return { within: median(within), without: median(without) }
}

async function measure(engine: string, open: OpenDatabase, superuser: OpenDatabase) {
  await migrate(open)
  await open.asOwner(fill)
  console.log(`\n${engine}\n\n| who: query | without, ms | with policies, ms | ratio | difference, ms |`)
  console.log('|---|---:|---:|---:|---:|')
  for (const one of CASES) {
    const { within, without } = await compare(open, superuser, one)
    const figures = [
      without.toFixed(2),
      within.toFixed(2),
      (within / without).toFixed(2),
      (within - without).toFixed(2),
    ]
    console.log(`| ${one.who} | ${figures.join(' | ')} |`)
  }
}

const server = await startPostgres()
await runOnServer(server.url, 'create database bench')
const at = (url: string) => openDatabase({ databaseUrl: databaseUrl(url, 'bench'), dataFolder: '' })
const onServer = await at(server.url)
const superuser = await at(server.superuserUrl)
await measure('PostgreSQL', onServer, superuser)
await superuser.close()
await onServer.close()
await server.stop()

const embedded = overPGlite(await PGlite.create(pgliteOptions))
await measure('Embedded', embedded, embedded)
await embedded.close()
