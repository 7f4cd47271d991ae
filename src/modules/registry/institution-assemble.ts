import { citationReader } from '#modules/sources'
import type { LocalText } from '#platform/texts/text.ts'
import type { Institution, InstitutionVersion, Programme, Site, Succession } from './institution.ts'
import type { InstitutionTables } from './institution-tables.server.ts'

type Row<Name extends string> = InstitutionTables[`registry.${Name}` & keyof InstitutionTables]

/** A row of what an institution was, with its kind by name where it states one. */
export type VersionRow = Row<'institution_version'> & {
  key: string
  registration_number: string | null
  type_lv: string | null
  type_en: string | null
  type_position: number | null
}
/** Keys of source documents by the ids that citations point at. */
export type SourceKeys = ReadonlyMap<string, string>

/** Puts the rows of institutions together, in the order in which each institution comes first. */
export function assembleInstitutions(rows: readonly VersionRow[], sourceKeys: SourceKeys): Institution[] {
  return [...Map.groupBy(rows, ({ institution_id }) => institution_id)].flatMap(([id, versions]) => {
    const [first] = versions
    return first
      ? [
          {
            id,
            key: first.key,
            registrationNumber: first.registration_number,
            versions: versions.map((row) => asVersion(row, sourceKeys)).sort(byBeginning),
          },
        ]
      : []
  })
}

const byBeginning = (a: InstitutionVersion, b: InstitutionVersion) =>
  (a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1

const asVersion = (row: VersionRow, sourceKeys: SourceKeys): InstitutionVersion => ({
  version: row.version,
  name: { lv: row.name_lv, en: row.name_en },
  shortName: both(row.short_name_lv, row.short_name_en),
  type:
    row.type === null
      ? null
      : {
          code: row.type,
          name: { lv: row.type_lv ?? row.type, en: row.type_en ?? row.type },
          position: row.type_position ?? 0,
        },
  legalForm: both(row.legal_form_lv, row.legal_form_en),
  founder: { kind: row.founder_kind, name: both(row.founder_lv, row.founder_en) },
  reason: both(row.reason_lv, row.reason_en),
  endReason: both(row.end_reason_lv, row.end_reason_en),
  ...validity(row),
  ...citationReader(sourceKeys)(row),
})

export const asSite = (row: Row<'site'> & { institution: string }, sourceKeys: SourceKeys): Site => ({
  institution: row.institution,
  key: row.key,
  name: both(row.name_lv, row.name_en),
  address: row.address,
  ...validity(row),
  ...citationReader(sourceKeys)(row),
})

export const asProgramme = (
  row: Row<'programme'> & { institution: string; site: string | null },
  sourceKeys: SourceKeys,
): Programme => ({
  institution: row.institution,
  key: row.key,
  code: row.code,
  name: { lv: row.name_lv, en: row.name_en },
  stage: row.stage,
  site: row.site,
  ...validity(row),
  ...citationReader(sourceKeys)(row),
})

export const asSuccession = (
  row: Row<'institution_successor'> & { institution: string; successor: string },
  sourceKeys: SourceKeys,
): Succession => ({
  from: row.institution,
  to: row.successor,
  kind: row.kind,
  day: row.day,
  ...citationReader(sourceKeys)(row),
})

const validity = (row: { valid_from: string | null; valid_to: string | null }) => ({
  validFrom: row.valid_from,
  validTo: row.valid_to,
})

/** A text in both languages; null when there is none in Latvian. */
const both = (lv: string | null, en: string | null): LocalText | null =>
  lv === null ? null : { lv, en: en ?? lv }
