import { v7 as uuidv7 } from 'uuid'
import { writeAddress, writeHolder } from '#platform/accounts/holders.service.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import type { Language } from '#platform/texts/text.ts'
import { operator } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'

type Tx = DatabaseTransaction

/** Does what tests plant, under a change of a municipality. */
export async function inPlanting<Result>(
  db: Database,
  municipalityId: string,
  work: (tx: Tx, change: Change) => Promise<Result>,
): Promise<Result> {
  const intent = {
    municipalityId,
    stream: 'figures',
    origin: 'form',
    action: 'tests.written',
    subject: 'asked',
    isPublic: true,
    at: new Date(),
  } as const
  return (await inChange(db, operator(municipalityId), intent, work)).result
}

/** An institution of a register that is asked. */
export type PlantedInstitution = { id: string; key: string; name: string }

/** Plants institutions that are there from a day to a day; of these types, one after another. */
export function plantSchools(
  db: Database,
  municipalityId: string,
  names: readonly string[],
  { validFrom = '2020-09-01', validTo = null }: { validFrom?: string; validTo?: string | null } = {},
): Promise<PlantedInstitution[]> {
  const some = names.map((name) => ({ id: uuidv7(), key: `skola-${uuidv7()}`, name }))
  return inPlanting(db, municipalityId, async (tx, change) => {
    await revise(
      tx,
      change,
      { table: 'registry.institution', key: ['key'], hasId: true },
      some.map(({ id, key }) => ({ id, key, registration_number: null })),
    )
    await revise(
      tx,
      change,
      { table: 'registry.institution_version', key: ['institution_id', 'version'] },
      some.map(({ id, name }) => ({
        institution_id: id,
        version: 1,
        name_lv: name,
        name_en: `${name} (en)`,
        short_name_lv: null,
        short_name_en: null,
        type: 'basicSchool',
        legal_form_lv: null,
        legal_form_en: null,
        founder_kind: null,
        founder_lv: null,
        founder_en: null,
        reason_lv: null,
        reason_en: null,
        end_reason_lv: null,
        end_reason_en: null,
        valid_from: validFrom,
        valid_to: validTo,
        source_id: null,
        locator: null,
      })),
    )
    return some
  })
}

export type PlantedAsking = {
  callId: string
  key: string
  /** Ids of submissions, in the order of the institutions. */
  submissions: string[]
  elements: string[]
}

type Asking = {
  opensAt: Date
  dueAt: Date
  locksAt: Date
  title?: string
  elements?: readonly string[]
  responsibleId?: string | null
  deputyId?: string | null
  estimatedMinutes?: number
}

/** Plants an open call that asks some institutions for some counts. */
export function plantAsking(
  db: Database,
  municipalityId: string,
  institutions: readonly PlantedInstitution[],
  asking: Asking,
): Promise<PlantedAsking> {
  const key = `vaksana-${uuidv7()}`
  const callId = uuidv7()
  const { title = 'Izglītojamie', elements = ['pupils'] } = asking
  return inPlanting(db, municipalityId, async (tx, change) => {
    await revise(tx, change, { table: 'collection.data_call', key: ['key'], hasId: true }, [
      {
        id: callId,
        key,
        kind: 'call',
        state: 'open',
        title_lv: title,
        title_en: `${title} (en)`,
        purpose_lv: 'Plānošanai',
        purpose_en: 'For planning',
        legal_basis_lv: 'Izglītības likums',
        legal_basis_en: 'Education Law',
        use_lv: 'Pārskatam',
        use_en: 'For the report',
        period: '2025/2026',
        opens_at: asking.opensAt,
        due_at: asking.dueAt,
        locks_at: asking.locksAt,
        audience: { types: [], institutions: [], places: [] },
        responsible_id: asking.responsibleId ?? null,
        deputy_id: asking.deputyId ?? null,
        estimated_minutes: asking.estimatedMinutes ?? 20,
        template_id: null,
      },
    ])
    const ids = await plantElements(tx, change, callId, elements)
    const submissions = institutions.map((institution) => ({ id: uuidv7(), institution }))
    await revise(
      tx,
      change,
      { table: 'collection.submission', key: ['call_id', 'institution_id'] },
      submissions.map(({ id, institution }) => ({
        id,
        call_id: callId,
        institution_id: institution.id,
        asked_on: '2026-09-01',
        extended_to: null,
        excused_reason: null,
      })),
    )
    return { callId, key, submissions: submissions.map(({ id }) => id), elements: ids }
  })
}

/** Puts counts into the dictionary, those that are not there, and into a call. */
async function plantElements(tx: Tx, change: Change, callId: string, keys: readonly string[]) {
  const described = (key: string) => ({
    kind: 'count' as const,
    unit: null,
    choices: [],
    rows: [],
    columns: [],
    computed: null,
    key,
  })
  const ids = await revise(
    tx,
    change,
    { table: 'collection.element', key: ['key'], hasId: true },
    keys.map((key) => ({
      ...described(key),
      name_lv: key,
      name_en: key,
      help_lv: null,
      help_en: null,
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
    keys.map((key, position) => ({
      call_id: callId,
      element_id: ids.get(key) ?? '',
      position,
      section_lv: null,
      section_en: null,
      is_required: true,
      reuse: null,
      definition: {
        ...described(key),
        name: { lv: key, en: key },
        help: null,
        isMinimum: true,
        reason: null,
        isAboutPeople: false,
        register: null,
      },
    })),
  )
  return keys.map((key) => ids.get(key) ?? '')
}

/** Plants somebody with an account and an address, who holds a role about a person, at an institution or in the whole municipality. */
export const plantHolder = (
  db: Database,
  municipalityId: string,
  accountId: string,
  held: { role: Role; personId?: string; institutionId?: string; lentBy?: string; language?: Language },
) =>
  inPlanting(db, municipalityId, async (tx, change) => {
    const { language = 'lv', personId, institutionId } = held
    const level = institutionId === undefined ? 'municipality' : 'institution'
    await writeHolder(tx, change, { accountId, name: accountId, language, endedOn: null, isAccepted: true })
    await writeAddress(tx, change, accountId, `${accountId.toLowerCase()}@test.example`)
    await revise(tx, change, { table: 'platform.role_grant', key: ['id'], hasId: true }, [
      {
        id: uuidv7(),
        account_id: accountId,
        role: held.role,
        scope_kind: personId === undefined ? level : 'person',
        scope_id: personId ?? institutionId ?? null,
        valid_from: '2020-01-01',
        valid_to: null,
        given_by: 'tests',
        delegated_from: held.lentBy ?? null,
        delegated_grant: null,
      },
    ])
  })

type Handing = {
  submissionId: string
  institutionId: string
  version?: number
  at: Date
  minutes?: number | null
}

/** Plants that something was handed in at a moment; without values. */
export const plantHandingIn = (db: Database, municipalityId: string, handing: Handing) =>
  inPlanting(db, municipalityId, async (tx, change) => {
    change.counts.added += 1
    await tx
      .insertInto('collection.handing_in')
      .values({
        municipality_id: municipalityId,
        institution_id: handing.institutionId,
        submission_id: handing.submissionId,
        version: handing.version ?? 1,
        author: 'giver',
        at: handing.at,
        once: uuidv7(),
        way: 'form',
        minutes: handing.minutes ?? null,
        answered: 1,
        missing: 0,
        soft: 0,
        change_id: change.id,
      })
      .execute()
  })
