import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import {
  inPlanting,
  type PlantedInstitution,
  plantAsking,
  plantHandingIn,
  plantHolder,
  plantSchools,
} from '../../../../tests/support/plant-asked.ts'
import { headOf } from '../../../../tests/support/plant-call.ts'
import { findCalls } from '../calls/call-store.server.ts'
import { monitoringOnDesk } from './desk.server.ts'
import { readCompleteness } from './read-completeness.server.ts'

const test = databaseTest.extend('town', { scope: 'file', auto: true }, ({ db }) =>
  municipalityIdOf(db, 'liepaja'),
)
const DAY_MS = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10)
const lateCall = () => ({ opensAt: inDays(-30), dueAt: inDays(-5), locksAt: inDays(300) })
const pageOf = (key: string) => `/darbs/liepaja/datu-vaksana/vaksana/${key}/uzraudziba`

/** Four institutions that are late, in time, closed afterwards and closed before. */
async function plantFour(db: Parameters<typeof plantAsking>[0], town: string) {
  const there = await plantSchools(db, town, ['Kavētāja', 'Čaklā'])
  const gone = await plantSchools(db, town, ['Slēgtā pēc', 'Slēgtā pirms'], { validTo: dayIn(-2) })
  const schools = [...there, ...gone] as [
    PlantedInstitution,
    PlantedInstitution,
    PlantedInstitution,
    PlantedInstitution,
  ]
  const call = await plantAsking(db, town, schools, { ...lateCall(), title: `Četras ${uuidv7()}` })
  for (const index of [1, 2])
    await plantHandingIn(db, town, {
      submissionId: call.submissions[index] ?? '',
      institutionId: schools[index]?.id ?? '',
      at: inDays(-6),
    })
  return { call, schools }
}

describe('monitoring', () => {
  test('says how complete a call is, and where every institution stands, those to act on first', async ({
    db,
    town,
  }) => {
    const { call } = await plantFour(db, town)
    const ask = await openSiteAs(db, memberOf(town, 'educationSpecialist'))
    const page = await (await ask(pageOf(call.key))).text()
    expect(page).toContain('Iesniegts: 1 no 2 (50')
    expect(page).toContain('1 iestāde iesniedza un pēc tam tika slēgta')
    expect(page).toContain('1 iestāde todien nepastāv')
    expect(page).toContain('kavē 5 dienas')
    const order = ['Kavētāja', 'Čaklā', 'Slēgtā pēc'].map((name) => page.indexOf(`>${name}<`))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    const late = await (await ask(`${pageOf(call.key)}?stavoklis=late`)).text()
    expect(late).toContain('>Kavētāja<')
    expect(late).not.toContain('>Čaklā<')
  })

  test('tells the same figure on every page', async ({ db, town }) => {
    const { call } = await plantFour(db, town)
    const specialist = memberOf(town, 'educationSpecialist')
    const [complete, lines] = await readAs(db, specialist, async (tx) => {
      const calls = (await findCalls(tx, town)).filter(({ id }) => id === call.callId)
      return [
        (await readCompleteness(tx, town, calls, new Date())).get(call.callId),
        await monitoringOnDesk(tx, specialist),
      ]
    })
    const ask = await openSiteAs(db, specialist)
    const page = await (await ask(pageOf(call.key))).text()
    const own = lines.filter(({ address }) => address.includes(call.key))
    expect(complete).toMatchObject({ expected: 2, handedIn: 1, onTime: 1, share: 0.5 })
    expect(page).toContain(`Iesniegts: ${complete?.handedIn} no ${complete?.expected}`)
    expect(own.map(({ label, values }) => [label, values?.count])).toEqual([
      ['collection.desk.late', complete?.by.late],
      ['collection.desk.waiting', complete?.by.waiting],
    ])
    for (const { address, values } of own) {
      const led = await (await ask(`/darbs/liepaja${address}`)).text()
      expect(led.match(/class="monitored"/g)).toHaveLength(Number(values?.count))
    }
    const list = await (await ask('/darbs/liepaja/datu-vaksana')).text()
    const [row] = list.split('<tr').filter((one) => one.includes(call.key))
    expect(row).toContain('1 no 2')
    const detail = await (await ask(pageOf(call.key).replace('/uzraudziba', ''))).text()
    expect(detail).toContain('Iesniegušas 1 no 2 iestādēm')
    const desk = await (await ask('/darbs')).text()
    expect(desk).toContain('1 iestāde kavē: ')
  })

  test('reminds whoever answers, once a day, and says whom nobody answers for', async ({ db, town }) => {
    const { call, schools } = await plantFour(db, town)
    const head = `head-${uuidv7()}`
    await plantHolder(db, town, head, { role: 'institutionHead', institutionId: schools[0].id })
    const ask = await openSiteAs(db, memberOf(town, 'dataAnalyst'))
    const sent = await ask(pageOf(call.key), { _once: uuidv7() })
    expect(sent.headers.get('location')).toContain('atgadinats=1&nav=0')
    await ask(pageOf(call.key), { _once: uuidv7(), institution: schools[0].key })
    await ask(pageOf(call.key), { _once: uuidv7(), institution: schools[0].key })
    const told = await readAs(db, { id: head, kind: 'member', grants: [] }, (tx) =>
      tx
        .selectFrom('work.notification')
        .select('kind')
        .where('account_id', '=', head)
        .orderBy('at')
        .execute(),
    )
    expect(told.map(({ kind }) => kind)).toEqual(['work.taskGiven', 'work.taskLate'])
    const page = await (await ask(pageOf(call.key))).text()
    expect(page).toContain(head)
  })

  test('gives an institution with one click the time that it has asked for', async ({ db, town }) => {
    const schools = await plantSchools(db, town, ['Lūdzēja'])
    const dates = { opensAt: inDays(-30), dueAt: inDays(-1), locksAt: inDays(300) }
    const call = await plantAsking(db, town, schools, dates)
    const [school] = schools as [PlantedInstitution]
    await inPlanting(db, town, async (tx, change) => {
      change.counts.added += 1
      const reply = { kind: 'later', until: dayIn(10), words: 'Remonts', account_id: 'head' } as const
      await tx
        .insertInto('collection.reply')
        .values({
          municipality_id: town,
          institution_id: school.id,
          submission_id: call.submissions[0] ?? '',
          id: uuidv7(),
          ...reply,
        })
        .execute()
    })
    const ask = await openSiteAs(db, memberOf(town, 'educationSpecialist'))
    const page = await (await ask(pageOf(call.key))).text()
    expect(page).toContain('Vajadzēs vairāk laika')
    expect(page).toContain(`name="until" value="${dayIn(10)}"`)
    const asked = { _once: uuidv7(), institution: school.key }
    expect((await ask(pageOf(call.key), { ...asked, until: dayIn(400) })).status).toBe(422)
    expect((await ask(pageOf(call.key), { ...asked, until: dayIn(10) })).status).toBe(303)
    const after = await (await ask(pageOf(call.key))).text()
    expect(after).not.toContain('kavē 1 dienu')
    expect(after).toContain('Nav sākusi')
  })

  test('is for the department: an institution sees none of it, and there is none of a call that is not', async ({
    db,
    town,
  }) => {
    const { call, schools } = await plantFour(db, town)
    const head = headOf({
      municipalityId: town,
      callId: call.callId,
      key: call.key,
      submissions: [{ id: '', institutionId: schools[0].id }],
    })
    expect((await (await openSiteAs(db, head))(pageOf(call.key))).status).toBe(403)
    const ask = await openSiteAs(db, memberOf(town, 'educationSpecialist'))
    expect((await ask(pageOf('nav-tadas'))).status).toBe(404)
  })

  test('counts how each element was answered in what was handed in last', async ({ db, town }) => {
    const schools = await plantSchools(db, town, ['Viena', 'Otra', 'Trešā'])
    const elements = [`a_${Date.now()}`, `b_${Date.now()}`]
    const call = await plantAsking(db, town, schools, { ...lateCall(), elements })
    for (const [index, school] of schools.entries()) {
      const submissionId = call.submissions[index] ?? ''
      for (const version of [1, 2])
        await plantHandingIn(db, town, { submissionId, institutionId: school.id, version, at: inDays(-7) })
      await inPlanting(db, town, async (tx, change) => {
        const value = (field: number, version: number, more: object) => ({
          municipality_id: town,
          institution_id: school.id,
          submission_id: submissionId,
          version,
          field: elements[field] ?? '',
          element_id: call.elements[field] ?? '',
          kind: 'count' as const,
          number: null,
          numerator: null,
          denominator: null,
          day: null,
          choice: null,
          content: null,
          missing: null,
          reason: null,
          change_id: change.id,
          ...more,
        })
        const rows = [value(0, 1, { number: 9 }), value(1, 1, { number: 9 })]
        if (index === 0) rows.push(value(0, 2, { number: 0 }), value(1, 2, { number: 4 }))
        if (index === 1) rows.push(value(0, 2, { missing: 'notApplicable', reason: 'nav' }))
        if (index === 2) rows.push(value(0, 2, { missing: 'notAvailable', reason: 'nav' }))
        await tx.insertInto('collection.submission_value').values(rows).execute()
        change.counts.added += rows.length
      })
    }
    const ask = await openSiteAs(db, memberOf(town, 'educationSpecialist'))
    const page = await (await ask(pageOf(call.key))).text()
    const cells = [...page.matchAll(/<td class="n"[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell)
    // Answered (a zero is), not applicable, not available, blank: of each of the two elements.
    expect(cells).toEqual(['1', '1', '1', '0', '1', '0', '0', '2'])
  })
})

describe('the year of calls', () => {
  test('shows dates by month and as a file for calendars, each on its day in Riga', async ({ db, town }) => {
    const [school] = (await plantSchools(db, town, ['Gada'])) as [PlantedInstitution]
    const title = `Gada ${uuidv7()}`
    await plantAsking(db, town, [school], {
      opensAt: new Date('2027-03-01T06:00:00Z'),
      dueAt: new Date('2027-03-28T20:59:59Z'),
      locksAt: new Date('2027-04-01T09:00:00Z'),
      title,
    })
    const ask = await openSiteAs(db, memberOf(town, 'educationSpecialist'))
    const page = await (await ask('/darbs/liepaja/datu-vaksana/gads?gads=2027')).text()
    expect(page).toContain(title)
    expect(page).toContain('2027-03-28T20:59:59.000Z')
    const file = await ask('/darbs/liepaja/datu-vaksana/gads.ics?gads=2026/2027')
    const lines = (await file.text()).replaceAll('\r\n ', '').split('\r\n')
    const due = lines.findIndex((line) => line.includes(`${title}: jāiesniedz`))
    expect(lines.slice(due - 2, due)).toEqual(['DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270329'])
  })
})
