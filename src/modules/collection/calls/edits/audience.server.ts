import { institutionNear } from '#modules/registry'
import { findInstitutionTypes } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { long, tick } from '#platform/editing/fields.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Language, LocalText } from '#platform/texts/text.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { Audience, DataCall } from '../../model.ts'
import type { Places } from '../audience.ts'
import { CALLS, callRow } from '../call-rows.ts'
import { findCall } from '../call-store.server.ts'
import { demandDraft } from './demand-draft.ts'
import { isTicked, typedIn } from './typed.ts'

type About = { municipalityId: string; language: Language; places: Places }

/** Whom a call asks: institutions of types, at places, and by name. */
export async function makeAudienceEdit(
  tx: DatabaseTransaction,
  { municipalityId, language, places }: About,
  call: DataCall,
): Promise<Edit> {
  demandDraft(call)
  const named = (name: LocalText) => ({ labelValues: { name: name[language] } })
  const types = await findInstitutionTypes(tx)
  const today = municipalDay()
  const collator = new Intl.Collator('lv', { numeric: true })
  const institutions = places.network.institutions
    .map((one) => ({ key: one.key, name: institutionNear(one, today).name }))
    .sort((a, b) => collator.compare(a.name.lv, b.name.lv))
  const typeFields = types.map(({ code, name_lv, name_en }) => ({
    ...tick(`type.${code}`, 'collection.call.named', named({ lv: name_lv, en: name_en })),
    foldedUnder: 'collection.audience.types' as const,
  }))
  const institutionFields = institutions.map(({ key, name }) => ({
    ...tick(`institution.${key}`, 'collection.call.named', named(name)),
    foldedUnder: 'collection.audience.institutions' as const,
  }))
  return {
    place: { municipalityId },
    capability: 'collection.call.edit',
    action: 'call.edited',
    subject: call.key,
    stream: 'collection',
    isPublic: false,
    fields: [
      ...typeFields,
      long('places', 'collection.audience.places', {
        hint: 'collection.audience.places.hint',
        maximumLength: 2000,
      }),
      ...institutionFields,
    ],
    read: async (reading) => {
      const now = await findCall(reading, municipalityId, call.key)
      return now && { version: now.version, values: asTypedAudience(now.audience) }
    },
    write: async (writing, change, typed) => {
      const audience: Audience = {
        types: types.map(({ code }) => code).filter((code) => isTicked(typed, `type.${code}`)),
        institutions: institutions
          .map(({ key }) => key)
          .filter((key) => isTicked(typed, `institution.${key}`)),
        places: typedIn(typed, 'places')
          .split('\n')
          .map((place) => place.trim())
          .filter((place) => place !== ''),
      }
      await revise(writing, change, CALLS, [callRow({ ...call, audience })])
      return undefined
    },
  }
}

const asTypedAudience = ({ types, institutions, places }: Audience): Typed => ({
  ...Object.fromEntries(types.map((code) => [`type.${code}`, 'yes'])),
  ...Object.fromEntries(institutions.map((key) => [`institution.${key}`, 'yes'])),
  places: places.join('\n'),
})
