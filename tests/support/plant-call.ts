import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { PLAIN_ELEMENT } from '../../src/modules/collection/definition.ts'
import { plantInstitutions } from './plant-institutions.ts'

const DAY_MS = 86_400_000
const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS)
const both = (words: string) => ({ lv: words, en: words })

/** A call that asks some institutions of a municipality, and whom it asks. */
export type PlantedCall = {
  municipalityId: string
  callId: string
  key: string
  submissions: readonly { id: string; institutionId: string }[]
}

/**
 * Plants an open call with two counts, `pupils` and `staff`, that asks new institutions.
 *
 * @param institutions how many are asked
 * @param fields how many counts it asks for; those after the first two are `field_3` and so on
 * @param locksInDays when it locks; negative has locked already
 */
export async function plantCall(
  db: Database,
  municipalityId: string,
  { institutions = 1, locksInDays = 14, fields = 2, key = `vaksana-${uuidv7()}` } = {},
): Promise<PlantedCall> {
  const ids = Array.from({ length: institutions }, () => uuidv7())
  await plantInstitutions(db, municipalityId, ids)
  const callId = uuidv7()
  const submissions = ids.map((institutionId) => ({ id: uuidv7(), institutionId }))
  const intent = {
    municipalityId,
    stream: 'figures',
    origin: 'form',
    action: 'tests.written',
    subject: key,
    isPublic: true,
    at: new Date(),
  } as const
  await inChange(db, operator(municipalityId), intent, async (tx, change) => {
    await revise(tx, change, { table: 'collection.data_call', key: ['key'], hasId: true }, [
      {
        id: callId,
        key,
        kind: 'call',
        state: 'open',
        title_lv: 'Izglītojamie',
        title_en: 'Learners',
        purpose_lv: 'Plānošanai',
        purpose_en: 'For planning',
        legal_basis_lv: 'Izglītības likums',
        legal_basis_en: 'Education Law',
        use_lv: 'Pārskatam',
        use_en: 'For the report',
        period: '2025/2026',
        opens_at: daysFromNow(-30),
        due_at: daysFromNow(locksInDays - 1),
        locks_at: daysFromNow(locksInDays),
        audience: { types: [], institutions: [], places: [] },
        responsible_id: null,
        deputy_id: null,
        estimated_minutes: 20,
        template_id: null,
      },
    ])
    await plantElements(tx, change, callId, fields)
    await revise(
      tx,
      change,
      { table: 'collection.submission', key: ['call_id', 'institution_id'] },
      submissions.map(({ id, institutionId }) => ({
        id,
        call_id: callId,
        institution_id: institutionId,
        asked_on: '2026-11-01',
        extended_to: null,
        excused_reason: null,
      })),
    )
  })
  return { municipalityId, callId, key, submissions }
}

type Work = Parameters<Parameters<typeof inChange>[3]>

async function plantElements(tx: Work[0], change: Work[1], callId: string, fields: number) {
  const more = Array.from({ length: fields - 2 }, (_, index) => `field_${index + 3}`)
  const elements = ['pupils', 'staff', ...more].map((name) => ({
    name,
    key: `${name}_${callId.replaceAll('-', '')}`,
    id: uuidv7(),
  }))
  await revise(
    tx,
    change,
    { table: 'collection.element', key: ['key'], hasId: true },
    elements.map(({ id, key }) => ({
      id,
      key,
      name_lv: key,
      name_en: key,
      help_lv: null,
      help_en: null,
      kind: 'count' as const,
      unit: null,
      choices: [],
      rows: [],
      columns: [],
      computed: null,
      is_minimum: true,
      reason_lv: null,
      reason_en: null,
      is_about_people: false,
      register: null,
    })),
  )
  await revise(
    tx,
    change,
    { table: 'collection.call_element', key: ['call_id', 'element_id'] },
    elements.map(({ id, name }, position) => ({
      call_id: callId,
      element_id: id,
      position,
      section_lv: null,
      section_en: null,
      is_required: true,
      reuse: null,
      definition: {
        key: name,
        name: both(name),
        ...PLAIN_ELEMENT,
      },
    })),
  )
}

/** The head of one of the institutions that are asked. */
export const headOf = (call: PlantedCall, index = 0, id = `head-${index}`): User => ({
  id,
  kind: 'member',
  grants: [
    {
      role: 'institutionHead',
      scope: {
        kind: 'institution',
        municipalityId: call.municipalityId,
        id: call.submissions[index]?.institutionId ?? '',
      },
    },
  ],
})
