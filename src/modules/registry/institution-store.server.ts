import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { Institution, Network, Programme, Site, Succession } from './institution.ts'
import {
  asProgramme,
  asSite,
  asSuccession,
  assembleInstitutions,
  type SourceKeys,
  type VersionRow,
} from './institution-assemble.ts'
import type { InstitutionTables } from './institution-tables.server.ts'
import type { RegistryTables } from './store.server.ts'

type Own = Db<InstitutionTables & RegistryTables>

/** Citations name no document unless the keys of the documents are given. */
const NO_DOCUMENTS: SourceKeys = new Map()

function selectVersions(db: Own, municipalityId: string) {
  return db
    .selectFrom('registry.institution_version as version')
    .innerJoin('registry.institution as institution', (join) =>
      join
        .onRef('institution.municipality_id', '=', 'version.municipality_id')
        .onRef('institution.id', '=', 'version.institution_id'),
    )
    .leftJoin('registry.institution_type as kind', 'kind.code', 'version.type')
    .selectAll('version')
    .select([
      'institution.key',
      'institution.registration_number',
      'kind.name_lv as type_lv',
      'kind.name_en as type_en',
      'kind.position as type_position',
    ])
    .where('version.municipality_id', '=', municipalityId)
    .where(isShown('version'))
    .where('institution.municipality_id', '=', municipalityId)
    .orderBy('institution.key')
}

/** Institutions of a municipality, of all times, by key: those of the ids given, or all. One statement. */
export async function findInstitutions(
  db: Own,
  municipalityId: string,
  { ids, sourceKeys = NO_DOCUMENTS }: { ids?: readonly string[] | undefined; sourceKeys?: SourceKeys } = {},
): Promise<Institution[]> {
  const chosen = ids === undefined ? sql<boolean>`true` : sql<boolean>`institution.id = any(${ids}::uuid[])`
  const rows: VersionRow[] = await selectVersions(db, municipalityId).where(chosen).execute()
  return assembleInstitutions(rows, sourceKeys)
}

/** An institution by key, of all times; undefined when the municipality never had one. One statement. */
export async function findInstitution(
  db: Own,
  municipalityId: string,
  key: string,
  sourceKeys: SourceKeys = NO_DOCUMENTS,
): Promise<Institution | undefined> {
  const rows: VersionRow[] = await selectVersions(db, municipalityId)
    .where('institution.key', '=', key)
    .execute()
  return assembleInstitutions(rows, sourceKeys)[0]
}

/** Every institution of a municipality and how they took each other's places. Two statements. */
export async function findNetwork(
  db: Own,
  municipalityId: string,
  sourceKeys: SourceKeys = NO_DOCUMENTS,
): Promise<Network> {
  return {
    institutions: await findInstitutions(db, municipalityId, { sourceKeys }),
    successions: await findSuccessions(db, municipalityId, sourceKeys),
  }
}

async function findSuccessions(db: Own, municipalityId: string, keys: SourceKeys): Promise<Succession[]> {
  const rows = await db
    .selectFrom('registry.institution_successor as link')
    .innerJoin('registry.institution as before', (join) =>
      join.on('before.municipality_id', '=', municipalityId).onRef('before.id', '=', 'link.institution_id'),
    )
    .innerJoin('registry.institution as after', (join) =>
      join.on('after.municipality_id', '=', municipalityId).onRef('after.id', '=', 'link.successor_id'),
    )
    .selectAll('link')
    .select(['before.key as institution', 'after.key as successor'])
    .where('link.municipality_id', '=', municipalityId)
    .where(isShown('link'))
    .orderBy('link.day')
    .orderBy('after.key')
    .execute()
  return rows.map((row) => asSuccession(row, keys))
}

type Where = { institution?: string | undefined; sourceKeys?: SourceKeys }

/** Places where a municipality's institutions teach, of all times: those of one by key, or all. One statement. */
export async function findSites(
  db: Own,
  municipalityId: string,
  { institution, sourceKeys = NO_DOCUMENTS }: Where = {},
): Promise<Site[]> {
  const rows = await db
    .selectFrom('registry.site as site')
    .innerJoin('registry.institution as institution', (join) =>
      join
        .on('institution.municipality_id', '=', municipalityId)
        .onRef('institution.id', '=', 'site.institution_id'),
    )
    .selectAll('site')
    .select('institution.key as institution')
    .where('site.municipality_id', '=', municipalityId)
    .where(isShown('site'))
    .$if(institution !== undefined, (query) => query.where('institution.key', '=', institution ?? ''))
    .orderBy('institution.key')
    .orderBy('site.key')
    .execute()
  return rows.map((row) => asSite(row, sourceKeys))
}

/** Programmes that a municipality's institutions offer, of all times: those of one by key, or all. One statement. */
export async function findProgrammes(
  db: Own,
  municipalityId: string,
  { institution, sourceKeys = NO_DOCUMENTS }: Where = {},
): Promise<Programme[]> {
  const rows = await db
    .selectFrom('registry.programme as programme')
    .innerJoin('registry.institution as institution', (join) =>
      join
        .on('institution.municipality_id', '=', municipalityId)
        .onRef('institution.id', '=', 'programme.institution_id'),
    )
    .leftJoin('registry.site as site', (join) =>
      join.on('site.municipality_id', '=', municipalityId).onRef('site.id', '=', 'programme.site_id'),
    )
    .selectAll('programme')
    .select(['institution.key as institution', 'site.key as site'])
    .where('programme.municipality_id', '=', municipalityId)
    .where(isShown('programme'))
    .$if(institution !== undefined, (query) => query.where('institution.key', '=', institution ?? ''))
    .orderBy('institution.key')
    .orderBy('programme.key')
    .execute()
  return rows.map((row) => asProgramme(row, sourceKeys))
}

/** Ids of the municipalities of which the reader may see any institution. One statement. */
export async function findMunicipalitiesWithInstitutions(db: Own): Promise<Set<string>> {
  const rows = await db
    .selectFrom('registry.institution_version')
    .select('municipality_id')
    .distinct()
    .where(isShown())
    .execute()
  return new Set(rows.map(({ municipality_id }) => municipality_id))
}

/** Kinds of institutions in the register of the country, in its order. One statement. */
export const findInstitutionTypes = (db: Own) =>
  db.selectFrom('registry.institution_type').selectAll().orderBy('position').orderBy('code').execute()

/** Ids of the institutions of which some changes wrote what they were. One statement. */
export async function findChangedInstitutions(
  db: Own,
  municipalityId: string,
  changes: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('registry.institution_version')
    .select('institution_id')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .where(sql<boolean>`change_id = any(${changes}::uuid[])`)
    .execute()
  return rows.map(({ institution_id }) => institution_id)
}

/** Of how many institutions something is taken from each document, by its id. One statement. */
export function countCitedInstitutions(db: Own, municipalityId: string) {
  const tables = ['institution_version', 'site', 'programme', 'institution_successor']
  const cited = tables.map(
    (table) => sql`select source_id, institution_id from ${sql.table(`registry.${table}`)}
      where municipality_id = ${municipalityId} and source_id is not null and withdrawn_at is null`,
  )
  return readSql(
    db,
    sql<{
      sourceId: string
      institutions: number
    }>`select source_id as "sourceId", count(distinct institution_id)::int as institutions
      from (${sql.join(cited, sql` union all `)}) cited group by source_id`,
  )
}
