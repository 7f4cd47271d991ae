import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { InstitutionTables } from '../institution-tables.server.ts'

type Own = Db<InstitutionTables>

/** Everything that is stored about one institution, row by row. Five statements. */
export async function findRecord(db: Own, municipalityId: string, key: string) {
  const institution = await db
    .selectFrom('registry.institution')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!institution) return undefined
  return { institution, ...(await findRows(db, municipalityId, institution.id)) }
}

export type InstitutionRecord = NonNullable<Awaited<ReturnType<typeof findRecord>>>

async function findRows(db: Own, municipalityId: string, id: string) {
  const versions = await db
    .selectFrom('registry.institution_version')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', '=', id)
    .where(isShown('registry.institution_version'))
    .orderBy('version')
    .execute()
  const sites = await db
    .selectFrom('registry.site')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', '=', id)
    .where(isShown('registry.site'))
    .orderBy('key')
    .execute()
  const programmes = await db
    .selectFrom('registry.programme')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', '=', id)
    .where(isShown('registry.programme'))
    .orderBy('key')
    .execute()
  const successors = await db
    .selectFrom('registry.institution_successor')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', '=', id)
    .where(isShown('registry.institution_successor'))
    .orderBy('successor_id')
    .execute()
  return { versions, sites, programmes, successors }
}

/** Every institution of a municipality with what it was last called, by key. */
export function findInstitutionKeys(db: Own, municipalityId: string) {
  return db
    .selectFrom('registry.institution as institution')
    .innerJoin('registry.institution_version as version', (join) =>
      join
        .onRef('version.municipality_id', '=', 'institution.municipality_id')
        .onRef('version.institution_id', '=', 'institution.id'),
    )
    .distinctOn('institution.key')
    .select(['institution.id', 'institution.key', 'version.name_lv', 'version.name_en'])
    .where('institution.municipality_id', '=', municipalityId)
    .where(isShown('version'))
    .orderBy('institution.key')
    .orderBy('version.version', 'desc')
    .execute()
}
