import { describe, expect } from 'vitest'
import { findOpenTasks } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { operator, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import {
  askedOf,
  ELEMENTS,
  headOf,
  plantAsking,
  plantHandingIn,
  plantSchools,
  specialistOf,
  type Town,
} from '../../../../tests/support/answered-calls.ts'
import { test as base } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { plantAccounts } from '../../../../tests/support/plant-account.ts'
import { acceptSubmission } from '../life/decide.service.server.ts'
import { findSubmissionsOf } from '../life/submission-store.server.ts'
import { CALLS, callRow } from './call-rows.ts'
import { findCall, findCallForm, findCalls } from './call-store.server.ts'
import { findReused } from './find-reused.server.ts'
import { keepAudience } from './keep-audience.service.server.ts'
import { openCall } from './open-call.service.server.ts'
import { findAcceptors, readOpening } from './read-opening.server.ts'
import { openTemplate, saveTemplate } from './template.service.server.ts'

const PERIOD = '2026/2027'
const WHY = 'Pārbaude'

const test = base.extend('town', { scope: 'file' }, async ({ db }) => {
  const id = await municipalityIdOf(db, 'ventspils')
  const town = await plantSchools(db, { id, slug: 'ventspils' }, ['ask-a', 'ask-b'])
  const accounts = ['specialist', ...town.schools.map(({ key }) => `head-${key}`)]
  await plantAccounts(db, id, accounts)
  const dates = { validFrom: '2020-01-01', validTo: null }
  const place = { kind: 'municipality', municipalityId: id } as const
  await giveRole(db, operator(id), {
    accountId: 'specialist',
    role: 'educationSpecialist',
    scope: place,
    ...dates,
  })
  for (const school of town.schools)
    await giveRole(db, operator(id), {
      accountId: `head-${school.key}`,
      role: 'institutionHead',
      scope: { kind: 'institution', municipalityId: id, id: school.id },
      ...dates,
    })
  return town
})

/** Writes as the tests do. */
const write = (
  db: Database,
  { id }: Town,
  work: (tx: Parameters<typeof revise>[0], change: Change) => Promise<unknown>,
) => {
  const what = {
    stream: 'figures',
    origin: 'import',
    action: 'tests.written',
    subject: 'calls',
    why: WHY,
  } as const
  const intent = { ...what, municipalityId: id, isPublic: false, at: new Date() }
  return inChange(db, operator(id), intent, work)
}

/** Makes a call of another's elements that is not open yet, about the same period. */
async function prepareLike(db: Database, town: Town, key: string, like: string) {
  await write(db, town, async (tx, change) => {
    const call = await findCall(tx, town.id, like)
    if (!call) throw new Error(`there is no call ${like}`)
    const form = await findCallForm(tx, town.id, call.id)
    const id = crypto.randomUUID()
    const audience = { types: [], places: [], institutions: town.schools.map((school) => school.key) }
    const draft = { ...call, id, key, state: 'draft', responsibleId: 'specialist', audience } as const
    await revise(tx, change, CALLS, [callRow(draft)])
    await revise(
      tx,
      change,
      { table: 'collection.call_element', key: ['call_id', 'element_id'] },
      form.elements.map(({ elementId, position, section, isRequired, reuse, ...definition }) => ({
        call_id: id,
        element_id: elementId,
        position,
        section_lv: null,
        section_en: null,
        is_required: isRequired,
        reuse,
        definition,
      })),
    )
  })
}

describe('what is held already', () => {
  test('is shown before a call opens, and then offered to be confirmed only by those who gave it', async ({
    db,
    town,
  }) => {
    const [first, second] = town.schools as [Town['schools'][number], Town['schools'][number]]
    const earlierId = await plantAsking(db, town, { key: 'earlier', period: PERIOD })
    await plantHandingIn(db, town, { call: 'earlier', school: first, given: { taking_part: 7, pupils: 20 } })
    await plantHandingIn(db, town, { call: 'earlier', school: second, given: { taking_part: 1, pupils: 2 } })
    const asked = await askedOf(db, town, 'earlier', first)
    const seen = { version: 1, decision: 0 }
    expect(await acceptSubmission(db, specialistOf(town), asked, { seen })).not.toHaveProperty('problem')
    await prepareLike(db, town, 'later', 'earlier')

    const mayAccept = await findAcceptors(db, town.id)
    const specialist = specialistOf(town)
    const look = { municipalityId: town.id, key: 'later', mayAccept, now: new Date() }
    const opening = await readAs(db, specialist, (tx) => readOpening(tx, specialist, look))
    expect(opening?.problems).toEqual([])
    expect(opening?.held.map(({ calls }) => calls.map((one) => [one.callId, one.institutions]))).toEqual([
      [[earlierId, 1]],
      [[earlierId, 1]],
    ])

    const [reusedElement] = opening?.form.elements ?? []
    const reuse = new Map([[reusedElement?.elementId ?? '', { from: 'call', callId: earlierId } as const]])
    const of = { municipalityId: town.id, slug: town.slug, key: 'later', reuse }
    expect(await openCall(db, specialist, of)).toEqual({ asked: 2 })
    const offered = (school: Town['schools'][number]) =>
      readAs(db, headOf(town, school), async (tx) => {
        const call = await findCall(tx, town.id, 'later')
        if (!call) throw new Error('it is not open')
        const form = await findCallForm(tx, town.id, call.id)
        return findReused(tx, town.id, { call, form, institutionId: school.id })
      })
    expect([...(await offered(first))]).toMatchObject([
      ['taking_part', { answer: { kind: 'count', number: 7 }, from: { kind: 'call', key: 'earlier' } }],
    ])
    expect((await offered(second)).size).toBe(0)
    const tasks = await readAs(db, headOf(town, second), (tx) => findOpenTasks(tx, `head-${second.key}`))
    expect(tasks.map(({ address }) => address)).toContain(
      `/darbs/ventspils/datu-vaksana/vaksana/later/${second.key}`,
    )
  })

  test('is opened once when two press the button at the same time', async ({ db, town }) => {
    await plantAsking(db, town, { key: 'twice-like', period: '2025/2026' })
    await prepareLike(db, town, 'twice', 'twice-like')
    const of = { municipalityId: town.id, slug: town.slug, key: 'twice', reuse: new Map() }
    const opened = await Promise.all([1, 2].map(() => openCall(db, specialistOf(town), of)))
    expect(opened.filter((one) => 'asked' in one)).toHaveLength(1)
    expect(opened.find((one) => 'problems' in one)).toEqual({
      problems: [{ reason: 'collection.opening.already' }],
    })
  })

  test('is opened by nobody who only answers', async ({ db, town }) => {
    const [school] = town.schools
    const of = { municipalityId: town.id, slug: town.slug, key: 'twice', reuse: new Map() }
    await expect(openCall(db, headOf(town, school ?? { id: '', key: '' }), of)).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('the institutions that a call asks', () => {
  test('follow those that there are, morning after morning', async ({ db, town }) => {
    const [first] = town.schools as [Town['schools'][number], ...Town['schools']]
    const callId = await plantAsking(db, town, { key: 'following', period: PERIOD, schools: [first] })
    await write(db, town, async (tx, change) => {
      const call = await findCall(tx, town.id, 'following')
      const institutions = town.schools.map(({ key }) => key)
      if (call)
        await revise(tx, change, CALLS, [
          callRow({ ...call, audience: { types: [], places: [], institutions } }),
        ])
    })
    const now = new Date()
    await keepAudience(db, { municipalityId: town.id, slug: town.slug, now })
    await keepAudience(db, { municipalityId: town.id, slug: town.slug, now })
    const asked = () => readAs(db, operator(town.id), (tx) => findSubmissionsOf(tx, town.id, callId))
    expect((await asked()).map(({ institutionId }) => institutionId).sort()).toEqual(
      town.schools.map(({ id }) => id).sort(),
    )
    await write(db, town, async (tx, change) => {
      const versions = await tx
        .selectFrom('registry.institution_version')
        .selectAll()
        .where('municipality_id', '=', town.id)
        .where('institution_id', '=', first.id)
        .execute()
      const rows = versions.map(
        ({ municipality_id, revision, changed_at, change_id, is_public, withdrawn_at, ...row }) => ({
          ...row,
          valid_to: '2026-11-01',
        }),
      )
      await revise(
        tx,
        change,
        { table: 'registry.institution_version', key: ['institution_id', 'version'] },
        rows,
      )
    })
    await keepAudience(db, { municipalityId: town.id, slug: town.slug, now })
    const states = (await asked()).map(({ institutionId, state, excusedReason }) => [
      institutionId,
      state,
      excusedReason,
    ])
    expect(states).toContainEqual([first.id, 'excused', 'Iestāde ir beigusi darbu (2026-11-01).'])
    expect(states).toHaveLength(2)
  })
})

describe('a template of the country', () => {
  const administrator: User = {
    id: 'country',
    kind: 'member',
    grants: [{ role: 'administrator', scope: { kind: 'country' } }],
  }

  test('is published by a plain form, read by everybody and opened as a municipality’s own', async ({
    db,
    town,
  }) => {
    const { ask, publicly } = await openEditor(db, administrator)
    const form = {
      titleLv: 'Valsts skolu apsekojums',
      purpose: 'Lai redzētu, kā skolām klājas.',
      legalBasis: 'MK noteikumi Nr. 1',
      use: 'Ministrijas pārskatam.',
      period: PERIOD,
      opensAt: '2027-01-10T08:00',
      dueAt: '2027-02-10T17:00',
      locksAt: '2027-03-10T17:00',
      minutes: '45',
      elements: 'valsts_skoleni | skaits | Skolēni | Pupils\nvalsts_telpas | skaits | Telpas',
      isMinimum: 'yes',
      isAboutPeople: 'yes',
      checks: 'hard | valsts_skoleni >= valsts_telpas | Telpu ir vairāk nekā skolēnu.',
    }
    const amiss = await ask('/darbs/datu-vaksana/jauna', {
      ...form,
      elements: 'kaut kas',
      dueAt: '2027-01-01T08:00',
    })
    expect(amiss.status).toBe(422)
    expect(await amiss.text()).toContain('nav veids')
    expect((await ask('/darbs/datu-vaksana/jauna', form)).status).toBe(303)
    expect(await (await ask('/darbs/datu-vaksana')).text()).toContain('Valsts skolu apsekojums')
    expect(await publicly('/darbs/datu-vaksana')).not.toContain('Valsts skolu apsekojums')

    const specialist = await openEditor(db, memberOf(town.id, 'educationSpecialist'))
    expect((await specialist.ask('/darbs/datu-vaksana/jauna', form)).status).toBe(403)
    expect(await specialist.read('/darbs/ventspils/datu-vaksana/sagataves')).toContain(
      'Valsts skolu apsekojums',
    )
    const opened = await specialist.ask('/darbs/ventspils/datu-vaksana/sagataves', {
      key: 'valsts-skolu-apsekojums',
      from: 'country',
      act: 'open',
    })
    expect(opened.status).toBe(303)
    const drafts = await readAs(db, specialistOf(town), async (tx) => {
      const calls = await findCalls(tx, town.id)
      const [call] = calls.filter(({ title }) => title.lv === 'Valsts skolu apsekojums')
      return call && { call, form: await findCallForm(tx, town.id, call.id) }
    })
    expect(drafts?.call).toMatchObject({ state: 'draft', estimatedMinutes: 45 })
    expect(drafts?.form.elements.map(({ key }) => key)).toEqual(['valsts_skoleni', 'valsts_telpas'])
    expect(drafts?.form.checks).toHaveLength(1)
  })

  test('finds the elements that a municipality has by their keys, and leaves them as they are', async ({
    db,
    town,
  }) => {
    const [known] = ELEMENTS
    const { elementId: _, position, section, isRequired, reuse, ...definition } = known
    const both = (lv: string) => ({ lv, en: lv })
    const key = await saveTemplate(
      db,
      administrator,
      { municipalityId: COUNTRY },
      {
        title: both('Vēlreiz'),
        purpose: both('Lai'),
        legalBasis: both('Likums'),
        use: both('Pārskatam'),
        period: PERIOD,
        estimatedMinutes: 5,
        opensAt: '2027-01-10T08:00',
        dueAt: '2027-02-10T17:00',
        locksAt: '2027-03-10T17:00',
        elements: [
          {
            definition: { ...definition, name: both('Cits nosaukums'), choices: [], rows: [], columns: [] },
            section: null,
            isRequired: true,
          },
        ],
        checks: [],
      },
    )
    const opened = { municipalityId: town.id, from: { municipalityId: COUNTRY }, key }
    const made = await openTemplate(db, specialistOf(town), opened)
    const form = await readAs(db, specialistOf(town), async (tx) => {
      const call = await findCall(tx, town.id, made)
      return findCallForm(tx, town.id, call?.id ?? '')
    })
    expect(form.elements.map(({ name }) => name.lv)).toEqual([known.name.lv])
  })
})
