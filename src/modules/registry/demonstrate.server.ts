import { keepInvented } from '#modules/sources.server'
import type { Demonstrates } from '#platform/demo.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'

/** So many of each, called by their number, beside the two that the evaluation of the plan names. */
const INVENTED = [
  { key: 'paraugskola', lv: 'Paraugskola', en: 'Sample School', type: 'basicSchool', count: 6, from: 1 },
  { key: 'paraugskola', lv: 'Paraugskola', en: 'Sample School', type: 'secondarySchool', count: 4, from: 7 },
  {
    key: 'paraugpirmsskola',
    lv: 'Paraugpirmsskola',
    en: 'Sample Preschool',
    type: 'preschool',
    count: 18,
    from: 1,
  },
] as const

const NOTHING = {
  short_name_lv: null,
  short_name_en: null,
  legal_form_lv: null,
  legal_form_en: null,
  founder_lv: null,
  founder_en: null,
  valid_from: null,
  valid_to: null,
  end_reason_lv: null,
  end_reason_en: null,
  locator: null,
}

/** Invents schools and preschools, so that a call has somebody to ask; each says that it is invented. */
export const inventInstitutions: Demonstrates = async ({ db, municipalityId, plan, now }) => {
  const rows = INVENTED.flatMap(({ key, lv, en, type, count, from }) =>
    Array.from({ length: count }, (_, index) => {
      const number = from + index
      return { key: `${key}-${number}`, name_lv: `${lv} ${number}`, name_en: `${en} ${number}`, type }
    }),
  )
  const intent = {
    municipalityId,
    stream: 'register',
    origin: 'command',
    action: 'demo.invented',
    subject: 'institutions',
    isPublic: true,
    at: now,
  } as const
  await inChange(db, operator(municipalityId), intent, async (tx, change) => {
    const source_id = await keepInvented(tx, change, plan)
    const target = { table: 'registry.institution', key: ['key'], hasId: true } as const
    const ids = await revise(
      tx,
      change,
      target,
      rows.map(({ key }) => ({ key, registration_number: null })),
    )
    await revise(
      tx,
      change,
      { table: 'registry.institution_version', key: ['institution_id', 'version'] },
      rows.map(({ key, name_lv, name_en, type }) => ({
        ...NOTHING,
        institution_id: idOf(ids, key),
        version: 1,
        name_lv: `${name_lv} (izdomāta)`,
        name_en: `${name_en} (invented)`,
        type,
        founder_kind: 'municipality' as const,
        reason_lv: 'Izdomāta iestāde, lai datu vākšanu varētu izmēģināt.',
        reason_en: 'Invented, so that data collection can be tried out.',
        source_id,
      })),
    )
  })
}
