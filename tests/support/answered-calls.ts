import { v7 as uuidv7 } from 'uuid'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { operator, type User } from '#platform/users.ts'
import { type Intent, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findAsked } from '../../src/modules/collection/form/asked.server.ts'
import { answersOf, element } from '../../src/modules/collection/form/testing.ts'
import { columnsOf } from '../../src/modules/collection/life/answer-row.ts'
import type { Answer, CallElement } from '../../src/modules/collection/model.ts'

const DAY_MS = 86_400_000
const days = (from: Date, count: number) => new Date(from.getTime() + count * DAY_MS)

/** A municipality with schools, and what they are asked. */
export type Town = { id: string; slug: string; schools: readonly { id: string; key: string }[] }

const intentOf = (town: Pick<Town, 'id'>, isPublic = true): Intent => ({
  municipalityId: town.id,
  stream: 'figures',
  origin: 'import',
  action: 'tests.written',
  subject: 'answers',
  isPublic,
  at: new Date(),
})

/** Plants some schools into a municipality that the tests have. */
export async function plantSchools(
  db: Database,
  municipality: { id: string; slug: string },
  names: readonly string[],
  type: string | null = null,
): Promise<Town> {
  const schools = names.map((key) => ({ id: uuidv7(), key }))
  await inChange(db, operator(municipality.id), intentOf(municipality), async (tx, change) => {
    await revise(
      tx,
      change,
      { table: 'registry.institution', key: ['key'], hasId: true },
      schools.map((school) => ({ ...school, registration_number: null })),
    )
    await revise(
      tx,
      change,
      { table: 'registry.institution_version', key: ['institution_id', 'version'] },
      schools.map(({ id, key }) => ({
        institution_id: id,
        version: 1,
        valid_from: null,
        valid_to: null,
        name_lv: `Skola ${key}`,
        name_en: `School ${key}`,
        short_name_lv: null,
        short_name_en: null,
        type,
        legal_form_lv: null,
        legal_form_en: null,
        founder_kind: null,
        founder_lv: null,
        founder_en: null,
        reason_lv: null,
        reason_en: null,
        end_reason_lv: null,
        end_reason_en: null,
        source_id: null,
        locator: null,
      })),
    )
  })
  return { ...municipality, schools }
}

/** Two counts that make a share: how many pupils take part, and how many there are. */
export const ELEMENTS = [
  element('taking_part', { name: { lv: 'Piedalās', en: 'Taking part' } }),
  element('pupils', { name: { lv: 'Skolēni', en: 'Pupils' } }),
] as const

type CallGiven = {
  key: string
  period: string
  elements?: readonly CallElement[]
  schools?: Town['schools']
  /** Days from now at which it locks; negative has locked already. */
  locksIn?: number
}

/** Plants an open call that asks the schools of a town. Answers its id. */
export async function plantAsking(
  db: Database,
  town: Town,
  { key, period, elements = ELEMENTS, schools = town.schools, locksIn = 10 }: CallGiven,
): Promise<string> {
  const id = uuidv7()
  const locksAt = days(new Date(), locksIn)
  await inChange(db, operator(town.id), intentOf(town), async (tx, change) => {
    const ids = await revise(
      tx,
      change,
      { table: 'collection.element', key: ['key'], hasId: true },
      elements.map((one) => ({
        key: one.key,
        name_lv: one.name.lv,
        name_en: one.name.en,
        help_lv: null,
        help_en: null,
        kind: one.kind,
        unit: one.unit,
        choices: [...one.choices],
        rows: [...one.rows],
        columns: [...one.columns],
        computed: null,
        is_minimum: true,
        reason_lv: null,
        reason_en: null,
        is_about_people: one.isAboutPeople,
        register: null,
      })),
    )
    await revise(tx, change, { table: 'collection.data_call', key: ['key'], hasId: true }, [
      {
        id,
        key,
        kind: 'call',
        state: 'open',
        title_lv: `Izglītojamie ${key}`,
        title_en: `Learners ${key}`,
        purpose_lv: 'Plānošanai',
        purpose_en: 'For planning',
        legal_basis_lv: 'Izglītības likums',
        legal_basis_en: 'Education Law',
        use_lv: 'Pārskatam',
        use_en: 'For the report',
        period,
        opens_at: days(locksAt, -40),
        due_at: days(locksAt, -5),
        locks_at: locksAt,
        audience: { types: [], institutions: [], places: [] },
        responsible_id: null,
        deputy_id: null,
        estimated_minutes: 20,
        template_id: null,
      },
    ])
    await revise(
      tx,
      change,
      { table: 'collection.call_element', key: ['call_id', 'element_id'] },
      elements.map(({ elementId, position, section, isRequired, reuse, ...definition }, place) => ({
        call_id: id,
        element_id: ids.get(definition.key) ?? '',
        position: place,
        section_lv: null,
        section_en: null,
        is_required: isRequired,
        reuse,
        definition,
      })),
    )
    await revise(
      tx,
      change,
      { table: 'collection.submission', key: ['call_id', 'institution_id'], hasId: true },
      schools.map((school) => ({
        call_id: id,
        institution_id: school.id,
        asked_on: '2026-11-01',
        extended_to: null,
        excused_reason: null,
      })),
    )
  })
  return id
}

/** Plants an indicator of a plan with a formula for it. Answers the id of the indicator. */
export async function plantFormula(
  db: Database,
  town: Town,
  given: {
    catalogue: string
    code: string
    level?: 'institution' | 'municipality'
    numerator?: string
    denominator?: string | null
    isPublic?: boolean
  },
): Promise<string> {
  const { catalogue, code, level = 'municipality', numerator = 'taking_part', isPublic = true } = given
  const denominator = given.denominator === undefined ? 'pupils' : given.denominator
  let id = ''
  await inChange(db, operator(town.id), intentOf(town, isPublic), async (tx, change) => {
    const ids = await revise(
      tx,
      change,
      { table: 'indicators.indicator', key: ['catalogue', 'code'], hasId: true },
      [
        {
          catalogue,
          code,
          position: 900,
          title_lv: `Piedalās pulciņos ${code}`,
          title_en: `Takes part in clubs ${code}`,
          official_lv: null,
          official_en: null,
          definition_lv: null,
          definition_en: null,
          title_unit: null,
          unit: denominator === null ? 'count' : 'percent',
          direction: 'up',
          value_kind: denominator === null ? 'number' : 'share',
          frequency: null,
          about_persons: false,
          rests_on: null,
          owner: null,
          data_source_lv: null,
          data_source_en: null,
          legal_basis: null,
          data_minimum: false,
          retired_on: null,
          retired_reason_lv: null,
          retired_reason_en: null,
          source_id: null,
          locator: null,
        },
      ],
    )
    id = ids.get(`${catalogue}·${code}`) ?? ''
    await revise(tx, change, { table: 'collection.formula', key: ['id'], hasId: true }, [
      { id: uuidv7(), indicator_id: id, breakdown: {}, level, numerator, denominator },
    ])
  })
  return id
}

/** Promises something of an indicator, so that it stands in the lists of its plan. */
export async function plantPromise(
  db: Database,
  town: Town,
  { catalogue, code, indicator }: { catalogue: string; code: string; indicator: string },
): Promise<void> {
  await inChange(db, operator(town.id), intentOf(town), async (tx, change) => {
    const series = uuidv7()
    await revise(tx, change, { table: 'indicators.series', key: ['catalogue', 'key'], hasId: true }, [
      {
        id: series,
        catalogue,
        key: code,
        indicator_id: indicator,
        position: 1,
        breakdown: {},
        institution_id: null,
        unit: null,
        direction: null,
      },
    ])
    const set = await tx
      .selectFrom('indicators.target_set')
      .select('id')
      .where('municipality_id', '=', town.id)
      .where('key', '=', catalogue)
      .executeTakeFirstOrThrow()
    await revise(
      tx,
      change,
      { table: 'indicators.target', key: ['target_set_id', 'series_id', 'target_year'] },
      [
        {
          target_set_id: set.id,
          series_id: series,
          target_year: 2025,
          kind: 'absolute',
          value: 75,
          value_to: null,
          unit: 'percent',
          printed: null,
          note_lv: null,
          note_en: null,
          source_id: null,
          locator: null,
        },
      ],
    )
  })
}

/** Whoever leads a school. */
export const headOf = (town: Town, school: { id: string; key: string }): User => ({
  id: `head-${school.key}`,
  kind: 'member',
  grants: [
    { role: 'institutionHead', scope: { kind: 'institution', municipalityId: town.id, id: school.id } },
  ],
})

/** Somebody of the education department. */
export const specialistOf = (town: Town, id = 'specialist', role: Role = 'educationSpecialist'): User => ({
  id,
  kind: 'member',
  grants: [{ role, scope: { kind: 'municipality', municipalityId: town.id } }],
})

type Given = Parameters<typeof answersOf>[0]

/** Hands in answers of a school as they are stored, under its head's name. Answers the version. */
export async function plantHandingIn(
  db: Database,
  town: Town,
  { call, school, given, by, soft = 0, minutes = 10 }: HandedIn,
): Promise<number> {
  const author = by ?? headOf(town, school)
  const asked = await readAs(db, operator(town.id), (tx) =>
    findAsked(tx, town, { call, institution: school.key }),
  )
  if (!asked) throw new Error(`plantHandingIn: ${school.key} is not asked by ${call}`)
  const { submission } = asked
  const version = (submission.handedIn?.version ?? 0) + 1
  const answers: [string, Answer][] = [...answersOf(given)]
  const own = { municipality_id: town.id, institution_id: school.id, submission_id: submission.id, version }
  const intent: Intent = { ...intentOf(town, false), stream: 'collection', origin: 'form' }
  await inChange(
    db,
    { ...author, grants: [...author.grants, ...operator(town.id).grants] },
    intent,
    async (tx, change) => {
      const written = { ...own, change_id: change.id }
      await tx
        .insertInto('collection.handing_in')
        .values({
          ...written,
          author: author.id,
          once: uuidv7(),
          way: 'form',
          minutes,
          answered: answers.length,
          missing: 0,
          soft,
        })
        .execute()
      const elements = await tx
        .selectFrom('collection.element')
        .select(['id', 'key', 'kind'])
        .where('municipality_id', '=', town.id)
        .execute()
      for (const [field, answer] of answers) {
        const of = elements.find(({ key }) => key === field.split('.')[0])
        if (!of) throw new Error(`plantHandingIn: no element ${field}`)
        const kind = of.kind === 'table' ? 'count' : of.kind
        await tx
          .insertInto('collection.submission_value')
          .values({ ...written, field, element_id: of.id, ...columnsOf(kind, answer) })
          .execute()
      }
      change.counts.added += 1
    },
  )
  return version
}
type HandedIn = {
  call: string
  school: { id: string; key: string }
  given: Given
  by?: User
  soft?: number
  minutes?: number
}

/** One call as it is put to one school, as whoever decides sees it. */
export const askedOf = (db: Database, town: Town, call: string, school: { key: string }) =>
  readAs(db, operator(town.id), async (tx) => {
    const asked = await findAsked(tx, town, { call, institution: school.key })
    if (!asked) throw new Error(`askedOf: ${school.key} is not asked by ${call}`)
    return asked
  })

/** Types something into a form of a school. */
export const plantEdit = (db: Database, town: Town, { call, school, by }: Omit<HandedIn, 'given'>) =>
  askedOf(db, town, call, school).then(({ submission }) =>
    writeAs(db, operator(town.id), (tx) =>
      tx
        .insertInto('collection.edit')
        .values({
          municipality_id: town.id,
          institution_id: school.id,
          submission_id: submission.id,
          id: uuidv7(),
          number: submission.lastEdit + 1,
          client: uuidv7(),
          seq: submission.lastEdit + 1,
          base: submission.lastEdit,
          fields: JSON.stringify({ pupils: '1' }) as never,
          held: JSON.stringify({}) as never,
          account_id: by?.id ?? `head-${school.key}`,
        })
        .execute(),
    ),
  )
