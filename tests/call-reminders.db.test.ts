import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { findOpenTasks, markRead } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Letter } from '#platform/mail/letter.ts'
import type { User } from '#platform/users.ts'
import { remindAll } from '../src/modules/collection/monitoring/remind.server.ts'
import { remindOfTasks } from '../src/modules/work/remind.server.ts'
import { openSiteAs } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { municipalityIdOf } from './support/editors.ts'
import {
  type PlantedInstitution,
  plantAsking,
  plantHandingIn,
  plantHolder,
  plantSchools,
} from './support/plant-asked.ts'
import { findTold, openPostBox } from './support/post-box.ts'

const test = databaseTest.extend('town', { scope: 'file', auto: true }, ({ db }) =>
  municipalityIdOf(db, 'liepaja'),
)
const riga = (day: string, hour = 7) => new Date(`${day}T${String(hour - 2).padStart(2, '0')}:00:00Z`)
const around = (dueOn: string) => ({
  opensAt: new Date('2026-11-01T08:00:00Z'),
  dueAt: new Date(`${dueOn}T21:59:59Z`),
  locksAt: new Date('2099-03-01T08:00:00Z'),
})

const { letters: sent, empty, sendAll } = openPostBox()
const account = (id: string): User => ({ id, kind: 'member', grants: [] })

/** What somebody was told since this was asked last. */
async function news(db: Database, id: string) {
  const fresh = (await findTold(db, id)).filter(({ isRead }) => !isRead)
  await markRead(db, account(id), 'all')
  return fresh.map(({ kind, subject }) => [kind, subject])
}
const name = (what: string) => `${what}-${uuidv7()}`

/** A school with a head, who is asked by a call. */
async function plantOne(db: Database, town: string, dueOn: string, title: string) {
  const [school] = (await plantSchools(db, town, ['Paraugskola'])) as [PlantedInstitution]
  const head = name('head')
  await plantHolder(db, town, head, { role: 'institutionHead', institutionId: school.id })
  const call = await plantAsking(db, town, [school], { ...around(dueOn), title })
  return { school, head, call, submissionId: call.submissions[0] ?? '' }
}

describe('reminding', () => {
  test('gives the task first, then reminds on its days, once each, and never on a holiday', async ({
    db,
    town,
  }) => {
    const { head } = await plantOne(db, town, '2026-12-18', 'Siltums')
    await remindAll(db, riga('2026-12-03'))
    expect(await news(db, head)).toEqual([['work.taskGiven', 'Siltums · Paraugskola']])
    for (const day of ['2026-12-11', '2026-12-11', '2026-12-12', '2026-12-14']) await remindAll(db, riga(day))
    await remindOfTasks(db, riga('2026-12-11'))
    await remindOfTasks(db, riga('2026-12-17'))
    expect(await news(db, head)).toEqual([['work.taskDue', 'Siltums · Paraugskola']])
    await remindAll(db, riga('2026-12-15'))
    expect(await news(db, head)).toEqual([['work.taskDue', 'Siltums · Paraugskola']])
    // Christmas: late by seven days on the 25th, told on the next working day.
    for (const day of ['2026-12-24', '2026-12-25', '2026-12-26']) await remindAll(db, riga(day))
    expect(await news(db, head)).toEqual([])
    await remindAll(db, riga('2026-12-28'))
    expect(await news(db, head)).toEqual([['work.taskLate', 'Siltums · Paraugskola']])
  })

  test('reaches the deputy too, and nobody who no longer answers', async ({ db, town }) => {
    const { school, head } = await plantOne(db, town, '2026-12-18', 'Jumti')
    const deputy = name('deputy')
    await plantHolder(db, town, deputy, { role: 'institutionHead', institutionId: school.id, lentBy: head })
    await remindAll(db, riga('2026-12-03'))
    await remindAll(db, riga('2026-12-11'))
    const both = [await news(db, head), await news(db, deputy)]
    expect(both.map((some) => some.map(([kind]) => kind).sort())).toEqual([
      ['work.taskDue', 'work.taskGiven'],
      ['work.taskDue', 'work.taskGiven'],
    ])
  })

  test('sends nothing to who hands in between the morning and the sending', async ({ db, town }) => {
    const { head, school, submissionId } = await plantOne(db, town, '2026-12-18', 'Žogi')
    await remindAll(db, riga('2026-12-03'))
    await sendAll(db, town, head)
    expect(sent).toHaveLength(1)
    empty()
    await remindAll(db, riga('2026-12-11'))
    await plantHandingIn(db, town, { submissionId, institutionId: school.id, at: riga('2026-12-11', 8) })
    await sendAll(db, town, head)
    expect(sent).toEqual([])
    await remindAll(db, riga('2026-12-15'))
    expect(await readAs(db, account(head), (tx) => findOpenTasks(tx, head))).toEqual([])
  })

  test('tells heads and who answers for the call after three working days, the head of education after seven; in one piece', async ({
    db,
    town,
  }) => {
    const schools = await plantSchools(db, town, ['Abava', 'Baltā', 'Cīruļi'])
    const [asked, chief, away, standIn] = ['asked', 'chief', 'away', 'standIn'].map(name) as [
      string,
      string,
      string,
      string,
    ]
    await plantHolder(db, town, chief, { role: 'educationHead' })
    await plantHolder(db, town, asked, { role: 'educationSpecialist' })
    await plantHolder(db, town, away, { role: 'educationSpecialist' })
    await plantHolder(db, town, standIn, { role: 'educationSpecialist', lentBy: away })
    await plantAsking(db, town, schools, {
      ...around('2026-12-02'),
      title: 'Ēkas',
      responsibleId: away,
      deputyId: asked,
    })
    await remindAll(db, riga('2026-12-04'))
    expect(await news(db, asked)).toEqual([])
    await remindAll(db, riga('2026-12-07'))
    await remindAll(db, riga('2026-12-07'))
    const said = 'Datus kavē iesniegt 3 iestādes: Abava, Baltā un Cīruļi (Ēkas)'
    for (const one of [asked, away, standIn]) expect(await news(db, one)).toEqual([['work.news', said]])
    expect(await news(db, chief)).toEqual([])
    await remindAll(db, riga('2026-12-11'))
    expect((await news(db, chief)).filter(([, subject]) => subject === said)).toEqual([['work.news', said]])
  })
})

describe('a link in a reminder', () => {
  const linkIn = (letter: Letter | undefined, label: string) =>
    new RegExp(`${label}:\\nhttps://izaugsme\\.example(\\S+)`).exec(letter?.text ?? '')?.[1] ?? ''
  const nobody: User = { id: 'public', kind: 'public', grants: [] }

  test('says nothing when it is visited, and is answered by a button, in the name of whose it is', async ({
    db,
    town,
  }) => {
    const { head, submissionId } = await plantOne(db, town, '2026-12-18', 'Internets')
    await remindAll(db, riga('2026-12-03'))
    await sendAll(db, town, head)
    const link = linkIn(sent[0], 'Vajadzēs vairāk laika')
    const ask = await openSiteAs(db, nobody)
    const page = await ask(link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Internets')
    const replies = () =>
      readAs(
        db,
        {
          ...account('specialist'),
          grants: [{ role: 'educationSpecialist', scope: { kind: 'municipality', municipalityId: town } }],
        },
        (tx) =>
          tx
            .selectFrom('collection.reply')
            .select(['kind', 'until', 'account_id'])
            .where('submission_id', '=', submissionId)
            .execute(),
      )
    expect(await replies()).toEqual([])
    const empty = await ask(link, { _once: uuidv7(), until: '', words: 'Remonts' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Remonts')
    expect((await ask(link, { _once: uuidv7(), until: '2099-12-31' })).status).toBe(303)
    expect(await replies()).toEqual([{ kind: 'later', until: '2099-12-31', account_id: head }])
  })

  test('is refused when it was altered, when it was handed in, and to who no longer answers', async ({
    db,
    town,
  }) => {
    const { head, school, submissionId } = await plantOne(db, town, '2026-12-18', 'Ierīces')
    await remindAll(db, riga('2026-12-03'))
    await sendAll(db, town, head)
    const link = linkIn(sent[0], 'Paspēsim laikā')
    const ask = await openSiteAs(db, nobody)
    expect((await ask(`${link}x`)).status).toBe(404)
    const bare = await ask('/zinot/atbilde')
    expect(bare.status).toBe(200)
    expect(await bare.text()).not.toContain('method="post" class="entry"')
    await plantHandingIn(db, town, { submissionId, institutionId: school.id, at: riga('2026-12-04') })
    expect((await ask(link)).status).toBe(409)
    const late = await ask(link, { _once: uuidv7() })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Atbilde nav vajadzīga')
  })
})
