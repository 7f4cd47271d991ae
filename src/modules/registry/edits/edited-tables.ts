import type { EditedTable } from '#platform/editing/edited-tables.ts'

const REGISTER = 'register' as const
const span = { valid_from: 'registry.edit.validFrom', valid_to: 'registry.edit.validTo' } as const

/** What the history says of an institution's rows. */
export const editedRegistryTables: Readonly<Record<string, EditedTable>> = {
  'registry.institution': {
    key: ['key'],
    hasId: true,
    stream: REGISTER,
    name: 'registry.institution',
    labels: { registration_number: 'registry.edit.registration' },
  },
  'registry.institution_version': {
    key: ['institution_id', 'version'],
    stream: REGISTER,
    name: 'registry.edit.row.version',
    labels: {
      name_lv: 'registry.edit.nameLv',
      name_en: 'registry.edit.nameEn',
      short_name_lv: 'registry.edit.shortNameLv',
      short_name_en: 'registry.edit.shortNameEn',
      type: 'registry.edit.type',
      legal_form_lv: 'registry.edit.legalFormLv',
      legal_form_en: 'registry.edit.legalFormEn',
      founder_kind: 'registry.edit.founderKind',
      founder_lv: 'registry.edit.founderLv',
      founder_en: 'registry.edit.founderEn',
      reason_lv: 'registry.edit.reasonLv',
      reason_en: 'registry.edit.reasonEn',
      end_reason_lv: 'registry.edit.endReasonLv',
      end_reason_en: 'registry.edit.endReasonEn',
      ...span,
    },
  },
  'registry.site': {
    key: ['institution_id', 'key'],
    hasId: true,
    stream: REGISTER,
    name: 'registry.site',
    labels: {
      address: 'registry.site.address',
      name_lv: 'registry.edit.siteNameLv',
      name_en: 'registry.edit.siteNameEn',
      ...span,
    },
  },
  'registry.programme': {
    key: ['institution_id', 'key'],
    stream: REGISTER,
    name: 'registry.programme',
    labels: {
      code: 'registry.edit.programmeCode',
      name_lv: 'registry.edit.programmeNameLv',
      name_en: 'registry.edit.programmeNameEn',
      stage: 'registry.edit.stage',
      ...span,
    },
  },
}
