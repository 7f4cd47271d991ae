import { v7 as uuidv7 } from 'uuid'
import type { DatabaseTransaction, Db } from '#platform/database/types.server.ts'
import { saveRegister, withoutLine } from '#platform/import/save-register.server.ts'
import type { Disclosed } from './disclosure-rule.ts'
import type { Municipality } from './model.ts'
import type { RegistryRows } from './sheets.ts'

export interface RegistryTables {
  'registry.planning_region': { code: string; name_lv: string; name_en: string }
  'registry.municipality': { id: string; slug: string; generated_seed: number | null }
  'registry.municipality_version': {
    municipality_id: string
    valid_from: string
    valid_to: string | null
    code: string
    iso: string | null
    kind: Municipality['kind']
    name_lv: string
    name_en: string
    region: string
    successor: string | null
    tile_column: number | null
    tile_row: number | null
  }
  'registry.school_year': { code: string; starts_on: string; ends_on: string; source: string | null }
  'registry.institution_type': { code: string; name_lv: string; name_en: string; position: number }
  'registry.disclosure_rule': {
    what: Disclosed
    valid_from: string
    least_people: number
    least_count: number
    zeros: 'hide' | 'print'
    source: string | null
  }
  'registry.public_holiday': { day: string; name_lv: string; name_en: string; source: string | null }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends RegistryTables {}
}
type Own = Db<RegistryTables>

function selectMunicipalities(db: Own) {
  return db
    .selectFrom('registry.municipality as m')
    .innerJoin('registry.municipality_version as v', 'v.municipality_id', 'm.id')
    .innerJoin('registry.planning_region as r', 'r.code', 'v.region')
    .select([
      'm.id',
      'm.slug',
      'm.generated_seed',
      'v.code',
      'v.kind',
      'v.name_lv',
      'v.name_en',
      'v.region',
      'r.name_lv as region_lv',
      'r.name_en as region_en',
      'v.valid_from',
      'v.valid_to',
      'v.successor',
      'v.tile_column',
      'v.tile_row',
    ])
}
type MunicipalityRow = Awaited<ReturnType<ReturnType<typeof selectMunicipalities>['execute']>>[number]

/** The municipalities that exist on a day (`YYYY-MM-DD`), by Latvian name. */
export async function findMunicipalitiesOn(db: Own, day: string): Promise<Municipality[]> {
  const rows = await selectMunicipalities(db)
    .where('v.valid_from', '<=', day)
    .where((row) => row.or([row('v.valid_to', 'is', null), row('v.valid_to', '>', day)]))
    .execute()
  const collator = new Intl.Collator('lv', { numeric: true })
  return rows.map(asMunicipality).sort((a, b) => collator.compare(a.name.lv, b.name.lv))
}

/** A municipality as it is now, or as it last was; undefined when there never was one of that address. */
export async function findMunicipality(db: Own, slug: string): Promise<Municipality | undefined> {
  const row = await selectMunicipalities(db)
    .where('m.slug', '=', slug)
    .orderBy('v.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && asMunicipality(row)
}

/** The municipality that carries a territory code, whenever it did. */
export async function findMunicipalityByCode(db: Own, code: string): Promise<Municipality | undefined> {
  const row = await selectMunicipalities(db).where('v.code', '=', code).limit(1).executeTakeFirst()
  return row && asMunicipality(row)
}

/** Municipalities of the past whose place was taken by the territory of a code, by name. */
export async function findPredecessors(db: Own, code: string): Promise<Municipality[]> {
  const rows = await selectMunicipalities(db).where('v.successor', '=', code).orderBy('v.name_lv').execute()
  return rows.map(asMunicipality)
}

/** Notes that a municipality's data are invented, and from which seed. */
export async function markGenerated(db: Own, municipalityId: string, seed: number): Promise<void> {
  await db
    .updateTable('registry.municipality')
    .set({ generated_seed: seed })
    .where('id', '=', municipalityId)
    .execute()
}

/** Ids of all municipalities, past ones too, by the address each has on the web. */
export async function findMunicipalitySlugs(db: Own) {
  const rows = await db.selectFrom('registry.municipality').select(['id', 'slug']).execute()
  return new Map(rows.map((row) => [row.slug, row.id]))
}

/** The name in addresses of every municipality, past ones too, by its id. */
export async function findMunicipalityNames(db: Own) {
  const slugs = await findMunicipalitySlugs(db)
  return new Map([...slugs].map(([slug, id]) => [id, slug]))
}

function asMunicipality(row: MunicipalityRow): Municipality {
  return {
    id: row.id,
    slug: row.slug,
    code: row.code,
    kind: row.kind,
    name: { lv: row.name_lv, en: row.name_en },
    region: { code: row.region, name: { lv: row.region_lv, en: row.region_en } },
    validFrom: row.valid_from,
    validTo: row.valid_to,
    successor: row.successor,
    isGenerated: row.generated_seed !== null,
    tile:
      row.tile_column === null || row.tile_row === null
        ? null
        : { column: row.tile_column, row: row.tile_row },
  }
}

/** Stores checked rows; returns how many rows were new or differed. */
export async function saveRegistry(tx: DatabaseTransaction, rows: RegistryRows): Promise<number> {
  const ids = new Map(
    (await tx.selectFrom('registry.municipality').select(['id', 'slug']).execute()).map((row) => [
      row.slug,
      row.id,
    ]),
  )
  for (const { slug } of rows.municipalities) if (!ids.has(slug)) ids.set(slug, uuidv7())

  const changes = [
    await saveRegister(tx, 'registry.planning_region', ['code'], rows.planningRegions.map(withoutLine)),
    await saveRegister(
      tx,
      'registry.municipality',
      ['id'],
      [...ids].map(([slug, id]) => ({ id, slug })),
    ),
    await saveRegister(
      tx,
      'registry.municipality_version',
      ['municipality_id', 'valid_from'],
      rows.municipalities.map(({ line, slug, ...row }) => ({ ...row, municipality_id: ids.get(slug) })),
    ),
    await saveRegister(tx, 'registry.school_year', ['code'], rows.schoolYears.map(withoutLine)),
    await saveRegister(tx, 'registry.institution_type', ['code'], rows.institutionTypes.map(withoutLine)),
    await saveRegister(
      tx,
      'registry.disclosure_rule',
      ['what', 'valid_from'],
      rows.disclosureRules.map(withoutLine),
    ),
    await saveRegister(tx, 'registry.public_holiday', ['day'], rows.publicHolidays.map(withoutLine)),
  ]
  return changes.reduce((sum, count) => sum + count, 0)
}
