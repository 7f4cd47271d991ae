import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { type PlantedInstitution, plantHolder, plantSchools } from '../../../../tests/support/plant-asked.ts'
import { findTold, openPostBox } from '../../../../tests/support/post-box.ts'
import { findFeed, renewFeed } from '../feed.service.server.ts'
import { markRead } from '../notify.service.server.ts'
import { remindOfTasks } from '../remind.server.ts'
import { findOpenTasks } from '../task-store.server.ts'
import { dutyLetter } from './letter.server.ts'
import { markDuty } from './mark.service.server.ts'
import { readDuties } from './read-duties.server.ts'
import { remindOfAllDuties } from './remind.server.ts'

const DUTY = 'pasnovertejums'
const PERIOD = '2025/2026'
const HOME = '/darbs/liepaja/pienakumi'
const test = databaseTest.extend('town', { scope: 'file', auto: true }, ({ db }) =>
  municipalityIdOf(db, 'liepaja'),
)
const riga = (day: string) => new Date(`${day}T05:00:00Z`)
const account = (id: string): User => ({ id, kind: 'member', grants: [] })
const headOf = (municipalityId: string, { id }: PlantedInstitution): User => ({
  id: `head-${id}`,
  kind: 'member',
  grants: [{ role: 'institutionHead', scope: { kind: 'institution', municipalityId, id } }],
})
const dutiesOn = (db: Database, town: string, today: string) =>
  readAs(db, THE_PUBLIC, (tx) => readDuties(tx, town, today))
const timeOf = async (db: Database, town: string, today: string, key: string, period: string) =>
  (await dutiesOn(db, town, today)).find((time) => time.rule.key === key && time.period === period)

/** Says that an institution, or the municipality, has done a duty. */
const mark = (
  db: Database,
  user: User,
  municipalityId: string,
  {
    school,
    version = 0,
    duty = DUTY,
    period = PERIOD,
  }: {
    school?: PlantedInstitution
    version?: number
    duty?: string
    period?: string
  },
) =>
  markDuty(
    db,
    user,
    {
      municipalityId,
      institutionId: school?.id ?? null,
      duty,
      period,
      address: [`${HOME}/${duty}/${period.replace('/', '-')}`, school?.key].filter(Boolean).join('/'),
      version,
      once: uuidv7(),
    },
    { kind: 'done', doneOn: '2026-09-20', note: 'Skolas lapā', link: null, file: null },
  )

const { letters: sent, sendAll } = openPostBox()
async function news(db: Database, id: string) {
  const fresh = (await findTold(db, id)).filter(({ isRead }) => !isRead)
  await markRead(db, account(id), 'all')
  return fresh.map(({ kind, subject }) => [kind, subject])
}
async function plantSchool(db: Database, town: string, name: string) {
  const [school] = (await plantSchools(db, town, [name], { validFrom: '2026-01-01' })) as [PlantedInstitution]
  const head = `head-${uuidv7()}`
  await plantHolder(db, town, head, { role: 'institutionHead', institutionId: school.id })
  return { school, head }
}

describe('duties', () => {
  test('are those of the country, each with its basis and what holds on the day', async ({ db, town }) => {
    const before = await timeOf(db, town, '2019-10-15', DUTY, '2018/2019')
    expect(before).toMatchObject({ dueOn: '2019-09-01', rule: { validFrom: '2016-12-23' } })
    const after = await timeOf(db, town, '2024-10-15', DUTY, '2023/2024')
    expect(after).toMatchObject({ dueOn: '2024-10-01', rule: { validFrom: '2024-06-13' } })
    const kinds = new Set((await dutiesOn(db, town, '2026-11-30')).map(({ rule }) => rule.kind))
    expect(kinds).toEqual(new Set(['strategy', 'resultsAnalysis', 'qualityReport', 'selfAssessment']))
  })

  test('say in words what is missing: the strategy has ended, and no next one is adopted', async ({
    db,
    town,
  }) => {
    const strategy = await timeOf(db, town, '2026-11-30', 'attistibas-strategija', '2025')
    expect(strategy).toMatchObject({ standing: 'overdue', dueOn: '2025-12-31', isReckoned: false })
    expect(strategy?.missing.map(({ lv }) => lv).join(' ')).toMatch(
      /koncepcija.* beidzās 31\.12\.2025\. Nākamā stratēģija nav apstiprināta\./,
    )
    const before = await timeOf(db, town, '2025-10-15', 'attistibas-strategija', '2025')
    expect(before).toMatchObject({ standing: 'later', dueOn: '2025-12-31' })
    expect(before?.missing[0]?.en).toMatch(/holds until 31 December 2025/)
    // Nobody of the public knows of a strategy that is not public: there it is reckoned from the law.
    const ventspils = await municipalityIdOf(db, 'ventspils')
    const none = await timeOf(db, ventspils, '2026-06-01', 'attistibas-strategija', '2026')
    expect(none).toMatchObject({ dueOn: '2026-08-11', isReckoned: true })
  })

  test('of institutions are counted one by one', async ({ db, town }) => {
    const { school } = await plantSchool(db, town, 'Skaitāmā skola')
    const standing = async () => {
      const time = await timeOf(db, town, '2026-10-05', DUTY, PERIOD)
      return [time?.standing, time?.institutions?.find(({ id }) => id === school.id)?.standing]
    }
    expect(await standing()).toEqual(['overdue', 'overdue'])
    expect(await mark(db, headOf(town, school), town, { school })).toBeUndefined()
    expect(await standing()).toEqual(['overdue', 'done'])
  })

  test('are marked by those who may, once, and seen by both who mark at once', async ({ db, town }) => {
    const { school } = await plantSchool(db, town, 'Divu atzīmētā skola')
    const { school: other } = await plantSchool(db, town, 'Svešā skola')
    const refused = { status: 403 }
    await expect(mark(db, headOf(town, other), town, { school })).rejects.toMatchObject(refused)
    await expect(mark(db, memberOf(town, 'councilMember'), town, { school })).rejects.toMatchObject(refused)
    const municipal = { duty: 'kvalitates-parskats', period: '2026' }
    await expect(mark(db, headOf(town, school), town, municipal)).rejects.toMatchObject(refused)
    const both = await Promise.all([
      mark(db, headOf(town, school), town, { school }),
      mark(db, memberOf(town, 'educationSpecialist'), town, { school }),
    ])
    expect(both.filter((answer) => answer === undefined)).toHaveLength(1)
    expect(both.find((answer) => answer !== undefined)?.meanwhile).toMatchObject({ version: 1 })
  })
})

describe('reminding of duties', () => {
  test('gives a task when it is near, reminds on its days, and weekly once it is missed', async ({
    db,
    town,
  }) => {
    const { school, head } = await plantSchool(db, town, 'Atgādināmā skola')
    const about = 'Izglītības iestādes pašnovērtējums, 2025./2026. mācību gads · Atgādināmā skola'
    await remindOfAllDuties(db, riga('2026-07-30'))
    expect(await news(db, head)).toEqual([])
    await remindOfAllDuties(db, riga('2026-08-03'))
    expect(await news(db, head)).toEqual([['work.taskGiven', about]])
    const [task] = await readAs(db, account(head), (tx) => findOpenTasks(tx, head))
    expect(task).toMatchObject({ dueOn: '2026-10-01', address: `${HOME}/${DUTY}/2025-2026/${school.key}` })
    for (const day of ['2026-08-04', '2026-08-05']) await remindOfAllDuties(db, riga(day))
    await markRead(db, account(head), 'all')
    for (const day of ['2026-09-17', '2026-09-18', '2026-09-19']) await remindOfAllDuties(db, riga(day))
    // The reminder of all tasks leaves it to this one.
    await remindOfTasks(db, riga('2026-09-24'))
    expect(await news(db, head)).toEqual([['work.taskDue', about]])
    await remindOfAllDuties(db, riga('2026-09-30'))
    expect(await news(db, head)).toEqual([['work.taskDue', about]])
    for (const day of ['2026-10-02', '2026-10-08', '2026-10-09']) await remindOfAllDuties(db, riga(day))
    expect(await news(db, head)).toEqual([['work.taskLate', about]])
    await remindOfAllDuties(db, riga('2026-10-15'))
    expect(await news(db, head)).toEqual([['work.taskLate', about]])
    expect(await mark(db, headOf(town, school), town, { school })).toBeUndefined()
    expect(await readAs(db, account(head), (tx) => findOpenTasks(tx, head))).toEqual([])
    await remindOfAllDuties(db, riga('2026-10-22'))
    expect(await news(db, head)).toEqual([])
  })

  test('tells the head of the department of institutions that are late, and of what the municipality has missed', async ({
    db,
    town,
  }) => {
    const educationHead = `education-${uuidv7()}`
    await plantHolder(db, town, educationHead, { role: 'educationHead' })
    await plantSchool(db, town, 'Klusā skola')
    await remindOfAllDuties(db, riga('2026-10-01'))
    const before = (await news(db, educationHead)).map(([, subject]) => subject)
    expect(before.filter((subject) => subject?.includes('2025./2026.'))).toEqual([])
    expect(before.some((subject) => subject?.startsWith('Pārskats par izglītības kvalitāti'))).toBe(true)
    await remindOfAllDuties(db, riga('2026-10-02'))
    expect((await news(db, educationHead)).flat().join(' ')).toMatch(
      /taskGiven Izglītības iestādes pašnovērtējums, 2025\.\/2026\. .* nav padarīju.* iestāde/,
    )
  })

  test('looks once more as a letter is written', async ({ db, town }) => {
    const { school, head } = await plantSchool(db, town, 'Vēstules skola')
    const address = `${HOME}/${DUTY}/2025-2026/${school.key}`
    const letter = { municipalityId: town, accountId: head, address, language: 'lv' } as const
    const at = riga('2026-09-17')
    expect(await dutyLetter(db, letter, at)).toEqual({ links: [] })
    expect(await dutyLetter(db, { ...letter, accountId: 'stranger' }, at)).toBeUndefined()
    expect(await dutyLetter(db, letter, riga('2026-06-01'))).toBeUndefined()
    expect(await mark(db, headOf(town, school), town, { school })).toBeUndefined()
    expect(await dutyLetter(db, letter, at)).toBeUndefined()
  })

  test('sends no letter of what was done after it was told', async ({ db, town }) => {
    const { school, head } = await plantSchool(db, town, 'Ātrā skola')
    await remindOfAllDuties(db, riga('2026-09-17'))
    expect(await mark(db, headOf(town, school), town, { school })).toBeUndefined()
    await sendAll(db, town, head)
    expect(sent).toEqual([])
  })

  test('stands in the calendar of who answers, long before it is a task', async ({ db, town }) => {
    const { school, head } = await plantSchool(db, town, 'Kalendāra skola')
    const secret = await renewFeed(db, account(head))
    const days = (await findFeed(db, secret, 'en')) ?? []
    expect(days.map(({ address }) => address)).toContainEqual(
      expect.stringMatching(new RegExp(`^${HOME}/${DUTY}/\\d{4}-\\d{4}/${school.key}$`)),
    )
    expect(days.every(({ subject }) => !subject.includes('mācību'))).toBe(true)
  })
})

describe('pages of duties', () => {
  test('are marked as done with what shows it; taken back, both stay to be read', async ({ db, town }) => {
    const { school } = await plantSchool(db, town, 'Lapas skola')
    const head = await openEditor(db, headOf(town, school))
    const list = await head.read(HOME)
    const [address = ''] = new RegExp(`${HOME}/${DUTY}/\\d{4}-\\d{4}`).exec(list) ?? []
    const own = `${address}/${school.key}`
    expect(await head.read(address)).toContain(own)
    // What is the municipality's is not theirs to mark.
    const municipal = /\/darbs\/liepaja\/pienakumi\/kvalitates-parskats\/\d{4}/.exec(list)?.[0] ?? ''
    expect(await head.read(municipal)).not.toContain('method="post"')
    expect((await head.ask(municipal, { act: 'done', done_on: '2026-01-05', note: 'x' })).status).toBe(403)

    const wrong = await head.ask(own, {
      act: 'done',
      done_on: '2999-01-01',
      link: 'javascript:1',
      _version: '0',
    })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Saitei jāsākas ar https://')
    const nothing = await head.ask(own, { act: 'done', done_on: '2026-01-05', _version: '0' })
    expect(await nothing.text()).toContain('Norādiet, kas to rāda')
    const link = 'https://skola.example/pasnovertejums.pdf'
    const done = { act: 'done', done_on: '2026-09-28', link, _version: '0' }
    expect((await head.ask(own, done)).status).toBe(303)
    expect((await head.ask(own, done)).status).toBe(409)
    expect(await head.read(own)).toContain(link)
    expect((await head.ask(own, { act: 'withdraw', why: 'Nepareizā skola', _version: '1' })).status).toBe(303)
    const after = await head.read(own)
    expect(after).toContain('iepriekšējais atsaukts.')
    expect(after).toContain('Nepareizā skola')
    expect(after).toContain('value="done"')
  })

  test('show everybody what is due by what, and what is missing', async ({ db, town }) => {
    const editor = await openEditor(db, memberOf(town, 'educationHead', 'duty-head'))
    const page = await editor.publicly('/liepaja/pienakumi')
    expect(page).toContain('Pārskats par izglītības kvalitāti pašvaldībā')
    expect(page).toContain('href="https://likumi.lv/ta/id/50759"')
    expect(page).toContain('Kas nav pārbaudīts:')
    expect(page).toMatch(/Padarījušas \d+ no \d+ iestādēm/)
    expect(page).not.toContain('method="post"')
    expect(await editor.publicly('/en/ventspils/pienakumi')).toContain('Calendar of duties')
  })

  test('take the municipality’s own duties, whose rule may change', async ({ db, town }) => {
    const editor = await openEditor(db, memberOf(town, 'educationHead', 'duty-head'))
    const form = `${HOME}/savi/jauns`
    const typed = {
      kind: 'yearlyReport',
      name_lv: 'Gada pārskats komisijai',
      performer: 'municipality',
      basis_lv: 'Koncepcija, 5.2. nodaļa',
      rhythm: 'yearly',
      due: '30.02.',
      about: 'year',
      valid_from: '2020-01-01',
      valid_to: '2019-01-01',
    }
    const wrong = await editor.send(form, typed)
    expect(wrong.status).toBe(422)
    const words = await wrong.text()
    expect(words).toContain('Ikgadējam pienākumam vajag dienu un mēnesi')
    expect(words).toContain('Beigām jābūt pēc sākuma.')
    expect((await editor.send(form, { ...typed, due: '31.03.', valid_to: '' })).status).toBe(303)
    const page = await editor.publicly('/liepaja/pienakumi')
    expect(page).toContain('Gada pārskats komisijai')
    expect(page).toContain('31.03.')
    const own = /savi\/[0-9a-f-]{36}/.exec(await editor.read(HOME))?.[0] ?? ''
    const taken = await editor.send(`${HOME}/${own}`, { withdrawn: 'yes' })
    expect(taken.status).toBe(303)
    expect(await editor.publicly('/liepaja/pienakumi')).not.toContain('Gada pārskats komisijai')
    const reader = await openEditor(db, memberOf(town, 'councilMember', 'duty-reader'))
    expect((await reader.ask(form)).status).toBe(403)
    expect((await reader.ask(HOME)).status).toBe(200)
    const stranger = await openEditor(db, memberOf(await municipalityIdOf(db, 'ventspils'), 'educationHead'))
    expect((await stranger.ask(HOME)).status).not.toBe(200)
  })
})
