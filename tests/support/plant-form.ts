import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { CallElement, Check } from '../../src/modules/collection/model.ts'

const DAY_MS = 86_400_000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS)

/** A form that some new schools are asked to fill in. */
export type PlantedForm = {
  municipalityId: string
  callId: string
  key: string
  schools: readonly { id: string; key: string; submissionId: string }[]
}

export type FormToPlant = {
  elements: readonly CallElement[]
  checks?: readonly Pick<Check, 'key' | 'expression' | 'severity'>[]
  period?: string
  opensInDays?: number
  dueInDays?: number
  locksInDays?: number
  responsibleId?: string | null
  /** Schools of another call that are asked again. */
  schools?: PlantedForm['schools']
  count?: number
}

/** Plants an open call with the elements given, which are the same in every call that names them alike. */
export async function plantForm(
  db: Database,
  municipalityId: string,
  {
    elements,
    checks = [],
    period = '2026/2027',
    opensInDays = -7,
    dueInDays = 7,
    locksInDays = 14,
    responsibleId = null,
    count = 1,
    ...given
  }: FormToPlant,
): Promise<PlantedForm> {
  const callId = uuidv7()
  const key = `anketa-${callId}`
  const made = Array.from({ length: count }, () => uuidv7()).map((id) => ({ id, key: `skola-${id}` }))
  const schools = (given.schools ?? made).map(({ id, key }) => ({ id, key, submissionId: uuidv7() }))
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
    if (!given.schools) await plantSchools(tx, change, made)
    await revise(tx, change, { table: 'collection.data_call', key: ['key'], hasId: true }, [
      {
        id: callId,
        key,
        kind: 'call',
        state: 'open',
        title_lv: 'Izglītojamo skaits',
        title_en: 'Learners',
        purpose_lv: 'Klašu plānošanai',
        purpose_en: 'To plan classes',
        legal_basis_lv: 'Izglītības likums',
        legal_basis_en: 'Education Law',
        use_lv: 'Gada pārskatam',
        use_en: 'For the year’s report',
        period,
        opens_at: dayFromNow(opensInDays),
        due_at: dayFromNow(dueInDays),
        locks_at: dayFromNow(locksInDays),
        audience: { types: [], institutions: [], places: [] },
        responsible_id: responsibleId,
        deputy_id: null,
        estimated_minutes: 20,
        template_id: null,
      },
    ])
    const ids = await plantElements(tx, change, elements)
    await revise(
      tx,
      change,
      { table: 'collection.call_element', key: ['call_id', 'element_id'] },
      elements.map(({ elementId: _, position: __, section, isRequired, reuse, ...definition }, position) => ({
        call_id: callId,
        element_id: ids.get(definition.key) ?? '',
        position,
        section_lv: section?.lv ?? null,
        section_en: section?.en ?? null,
        is_required: isRequired,
        reuse,
        definition,
      })),
    )
    await revise(
      tx,
      change,
      { table: 'collection.call_check', key: ['call_id', 'key'] },
      checks.map((check, position) => ({
        call_id: callId,
        position,
        message_lv: `Jābūt: ${check.expression}`,
        message_en: `Must be: ${check.expression}`,
        ...check,
      })),
    )
    await revise(
      tx,
      change,
      { table: 'collection.submission', key: ['call_id', 'institution_id'] },
      schools.map(({ id, submissionId }) => ({
        id: submissionId,
        call_id: callId,
        institution_id: id,
        asked_on: '2026-11-01',
        extended_to: null,
        excused_reason: null,
      })),
    )
  })
  return { municipalityId, callId, key, schools }
}

type Written = Parameters<Parameters<typeof inChange>[3]>

async function plantSchools(
  tx: Written[0],
  change: Written[1],
  schools: readonly { id: string; key: string }[],
) {
  await revise(
    tx,
    change,
    { table: 'registry.institution', key: ['key'], hasId: true },
    schools.map(({ id, key }) => ({ id, key, registration_number: null })),
  )
  await revise(
    tx,
    change,
    { table: 'registry.institution_version', key: ['institution_id', 'version'] },
    schools.map(({ id }, place) => ({
      institution_id: id,
      version: 1,
      name_lv: `Izmēģinājuma skola ${place + 1}`,
      name_en: `Trial School ${place + 1}`,
      short_name_lv: null,
      short_name_en: null,
      type: null,
      legal_form_lv: null,
      legal_form_en: null,
      founder_kind: null,
      founder_lv: null,
      founder_en: null,
      reason_lv: null,
      reason_en: null,
      end_reason_lv: null,
      end_reason_en: null,
      valid_from: '2000-09-01',
      valid_to: null,
      source_id: null,
      locator: null,
    })),
  )
}

const plantElements = (tx: Written[0], change: Written[1], elements: readonly CallElement[]) =>
  revise(
    tx,
    change,
    { table: 'collection.element', key: ['key'], hasId: true },
    elements.map(({ key, name, help, reason, ...rest }) => ({
      key,
      name_lv: name.lv,
      name_en: name.en,
      help_lv: help?.lv ?? null,
      help_en: help?.en ?? null,
      kind: rest.kind,
      unit: rest.unit,
      choices: [...rest.choices],
      rows: [...rest.rows],
      columns: [...rest.columns],
      computed: rest.computed,
      is_minimum: rest.isMinimum,
      reason_lv: reason?.lv ?? null,
      reason_en: reason?.en ?? null,
      is_about_people: rest.isAboutPeople,
      register: rest.register,
    })),
  )

/** Somebody of one of the schools that are asked. */
export const giverOf = (
  form: PlantedForm,
  place = 0,
  id = `giver-${place}`,
  role: 'institutionHead' | 'institutionCoordinator' = 'institutionHead',
): User => ({
  id,
  kind: 'member',
  grants: [
    {
      role,
      scope: { kind: 'institution', municipalityId: form.municipalityId, id: form.schools[place]?.id ?? '' },
    },
  ],
})
