import { citedColumns as cited } from '#modules/sources.server'
import {
  oneOf,
  optionalDate,
  optionalForm,
  optionalOneOf,
  optionalSlug,
  optionalText,
  positive,
  slug,
  text,
} from '#platform/import/columns.ts'
import { optionalReference, pointing } from '#platform/import/references.ts'
import { changing, type RowsOf, sheet } from '#platform/import/sheet.ts'
import { EDUCATION_STAGES, FOUNDER_KINDS, SUCCESSION_KINDS } from './institution.ts'

const valid = { valid_from: optionalDate, valid_to: optionalDate }

/** An institution by its key, whatever its versions are. */
const institution = pointing(slug, 'institutions', { columns: ['key'] })

/** The files of a municipality's institutions, each of which may be absent; `data/README.md` describes every column. */
export const institutionSheets = {
  institutions: sheet(
    'institutions.csv',
    ['key', 'version'],
    {
      key: slug,
      version: positive,
      registration_number: optionalText,
      name_lv: text,
      name_en: text,
      short_name_lv: optionalText,
      short_name_en: optionalText,
      type: optionalReference('institutionTypes'),
      legal_form_lv: optionalText,
      legal_form_en: optionalText,
      founder_kind: optionalOneOf(FOUNDER_KINDS),
      founder_lv: optionalText,
      founder_en: optionalText,
      ...valid,
      reason_lv: optionalText,
      reason_en: optionalText,
      end_reason_lv: optionalText,
      end_reason_en: optionalText,
      ...cited,
    },
    changing('registry.institution_version', {
      statesOf: {
        table: 'registry.institution',
        column: 'institution_id',
        columns: ['registration_number'],
      },
    }),
  ),
  institutionSites: sheet(
    'institution-sites.csv',
    ['institution', 'key'],
    {
      institution,
      key: slug,
      name_lv: optionalText,
      name_en: optionalText,
      address: optionalText,
      ...valid,
      ...cited,
    },
    changing('registry.site', { hasId: true }),
  ),
  institutionProgrammes: sheet(
    'institution-programmes.csv',
    ['institution', 'key'],
    {
      institution,
      key: slug,
      site: pointing(optionalSlug, 'institutionSites', { within: ['institution'] }),
      code: optionalForm(/^\d{8}$/, '21011111'),
      name_lv: text,
      name_en: text,
      stage: optionalOneOf(EDUCATION_STAGES),
      ...valid,
      ...cited,
    },
    changing('registry.programme'),
  ),
  institutionSuccessors: sheet(
    'institution-successors.csv',
    ['institution', 'successor'],
    { institution, successor: institution, kind: oneOf(SUCCESSION_KINDS), day: optionalDate, ...cited },
    changing('registry.institution_successor'),
  ),
}

type InstitutionSheets = typeof institutionSheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends InstitutionSheets {}
}
export type InstitutionRows = RowsOf<typeof institutionSheets>
