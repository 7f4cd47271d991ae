import type { EditField, Option } from '#platform/editing/edit.ts'
import { choice, day, line } from '#platform/editing/fields.ts'
import { FOUNDER_KINDS } from '../institution.ts'

/** What is typed about what an institution is at a time. */
export const versionFields = (types: readonly Option[]): EditField[] => [
  line('name_lv', 'registry.edit.nameLv', { isRequired: true }),
  line('name_en', 'registry.edit.nameEn', { isRequired: true }),
  line('short_name_lv', 'registry.edit.shortNameLv', { hint: 'registry.edit.shortName.hint' }),
  line('short_name_en', 'registry.edit.shortNameEn'),
  choice('type', 'registry.edit.type', types),
  line('legal_form_lv', 'registry.edit.legalFormLv'),
  line('legal_form_en', 'registry.edit.legalFormEn'),
  choice(
    'founder_kind',
    'registry.edit.founderKind',
    FOUNDER_KINDS.map((value) => ({ value, label: `registry.founder.${value}` as const })),
  ),
  line('founder_lv', 'registry.edit.founderLv'),
  line('founder_en', 'registry.edit.founderEn'),
]

export const spanFields: readonly EditField[] = [
  day('valid_from', 'registry.edit.validFrom', { hint: 'registry.edit.validFrom.hint' }),
  day('valid_to', 'registry.edit.validTo', { hint: 'registry.edit.validTo.hint' }),
]
