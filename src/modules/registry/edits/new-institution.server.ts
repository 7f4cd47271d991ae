import { v7 as uuidv7 } from 'uuid'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { line } from '#platform/editing/fields.ts'
import { complaintOf, readCells } from '#platform/editing/read-cells.ts'
import { revise } from '#platform/write/revise.server.ts'
import { institutionSheets } from '../institution-sheets.ts'
import { findInstitutionTypes } from '../institution-store.server.ts'
import { spanFields, versionFields } from './fields.ts'
import { checkNew } from './record.ts'
import { findInstitutionKeys } from './record-store.server.ts'

const { version, source, locator, reason_lv, reason_en, end_reason_lv, end_reason_en, ...columns } =
  institutionSheets.institutions.columns

/** A new institution of a municipality, everybody's at once when its others are. */
export async function makeNewInstitution(
  tx: DatabaseTransaction,
  { municipalityId, isPublic }: { municipalityId: string; isPublic: boolean },
): Promise<Edit> {
  const types = (await findInstitutionTypes(tx)).map(({ code, name_lv, name_en }) => ({
    value: code,
    label: { lv: name_lv, en: name_en },
  }))
  return {
    place: { municipalityId },
    capability: 'registry.institution.edit',
    action: 'institution.added',
    subject: 'institution',
    stream: 'register',
    isPublic,
    fields: [
      ...versionFields(types),
      line('registration_number', 'registry.edit.registration'),
      line('key', 'registry.edit.key', { isRequired: true, hint: 'registry.edit.key.hint' }),
      ...spanFields,
    ],
    read: async () => ({ version: 0, values: {} }),
    write: async (writing, change, typed) => {
      const { values, complaints } = readCells(columns, typed)
      const taken = (await findInstitutionKeys(writing, municipalityId)).some(({ key }) => key === values.key)
      const isTaken = taken ? { key: [{ reason: 'registry.edit.keyTaken' as const }] } : {}
      const { key = '', registration_number = null, name_lv = '', name_en = '', ...rest } = values
      const row = { ...EMPTY, ...rest, name_lv, name_en }
      const problems = checkNew({ ...row, key, registration_number })
      const found = Object.fromEntries(problems.map((one) => [one.column ?? '', [complaintOf(one)]]))
      const all = { ...found, ...isTaken, ...complaints }
      if (Object.keys(all).length > 0) return all
      const id = uuidv7()
      const place = { table: 'registry.institution', key: ['key'], hasId: true } as const
      await revise(writing, change, place, [{ id, key, registration_number }])
      const first = { table: 'registry.institution_version', key: ['institution_id', 'version'] } as const
      await revise(writing, change, first, [{ ...row, institution_id: id, version: 1 }])
      return undefined
    },
  }
}

const EMPTY = {
  short_name_lv: null,
  short_name_en: null,
  type: null,
  legal_form_lv: null,
  legal_form_en: null,
  founder_kind: null,
  founder_lv: null,
  founder_en: null,
  valid_from: null,
  valid_to: null,
  reason_lv: null,
  reason_en: null,
  end_reason_lv: null,
  end_reason_en: null,
  source_id: null,
  locator: null,
}
