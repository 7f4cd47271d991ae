import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { headOf, plantSchools, specialistOf, type Town } from '../../../../tests/support/answered-calls.ts'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { openPrepared } from '../../../../tests/support/open-prepared.ts'
import { countClosedPolls } from './close-polls.job.server.ts'
import { answerInstitutionPoll, changeInstitutionPoll } from './institution-poll.service.server.ts'
import { findInstitutionPoll } from './institution-poll-store.server.ts'
import { findResults } from './poll-result-store.server.ts'

const HOUR = 3_600_000
const HOME = '/darbs/liepaja/datu-vaksana/aptaujas'

const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) =>
  plantSchools(db, { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }, [
    'poll-a',
    'poll-b',
    'poll-c',
  ]),
)

/** Opens what was prepared, and reads it as everybody does. */
async function open(db: Database, town: Town, key: string) {
  await openPrepared(db, town, key)
  const poll = await readAs(db, THE_PUBLIC, (tx) => findInstitutionPoll(tx, town.id, key))
  if (!poll) throw new Error('the poll is not public')
  return poll
}

/** Prepares a poll in its short form and opens it. */
async function put(db: Database, town: Town, title: string) {
  const editor = await openEditor(db, specialistOf(town))
  const sent = await editor.ask(`${HOME}/jauna`, {
    title_lv: title,
    question_lv: 'Vai telefonus stundās aizliegt?',
    choices: 'agree | Piekrītu | Agree\ndisagree | Nepiekrītu | Disagree\nno_view | Nav viedokļa | No view',
    closes_at: '2098-10-31T12:00',
  })
  if (sent.status !== 303) throw new Error(`${sent.status} ${await sent.text()}`)
  const key = sent.headers.get('location')?.split('/').at(-1) ?? ''
  return { poll: await open(db, town, key), key, editor }
}

const answerOf = (db: Database, town: Town, key: string, place: number, choice: string, now?: Date) => {
  const school = town.schools[place] ?? { id: '', key: '' }
  const answer = { institutionId: school.id, choice, once: uuidv7() }
  return answerInstitutionPoll(db, headOf(town, school), { municipalityId: town.id, key }, answer, now)
}

describe('a poll of institutions', () => {
  test('is prepared, answered with one press, and counted when it has closed', async ({ db, town }) => {
    const { poll, key, editor } = await put(db, town, 'Telefoni stundās')
    const [first, second] = town.schools
    if (!first || !second) throw new Error('there are schools')
    const head = await openEditor(db, headOf(town, first))
    const address = `${HOME}/${key}`
    expect(await head.read(address)).toContain('Atbilde vēl nav nodota.')
    expect((await head.ask(address, { institution: first.id, choice: 'agree' })).status).toBe(303)
    expect(await head.read(address)).toContain('Iestādes atbilde: Piekrītu')
    expect((await head.ask(address, { institution: first.id, choice: 'disagree' })).status).toBe(303)
    expect((await head.ask(address, { institution: second.id, choice: 'agree' })).status).toBe(403)
    expect(await answerOf(db, town, key, 1, 'agree')).toBeUndefined()

    const seen = await editor.read(address)
    expect(seen).toContain('Atbildējuši 2 no 3.')
    expect(seen).not.toContain('no atbildēm')
    expect(seen).not.toContain('Kurš kā atbildēja')

    // To the second, and with the true time although it is counted later.
    const at = (seconds: number) => new Date(poll.closesAt.getTime() + seconds * 1000)
    expect(await answerOf(db, town, key, 2, 'no_view', at(0))).toEqual({ problem: 'collection.polls.closed' })
    expect(await answerOf(db, town, key, 2, 'no_view', at(-1))).toBeUndefined()
    await countClosedPolls(db, at(7200))
    const result = (await readAs(db, THE_PUBLIC, (tx) => findResults(tx, town.id, [poll]))).get(poll.id)
    expect(result).toMatchObject({ answered: 3, asked: 3, silent: 0, closedAt: poll.closesAt })
    expect(result?.choices.map(({ answers }) => answers)).toEqual([1, 1, 1])

    const ask = await openBuiltSite(db)
    expect(await (await ask(`/liepaja/datu-vaksana/aptaujas/${key}`)).text()).toContain(
      'Atbildēja 3 no 3 aptaujātajiem, neatbildēja 0.',
    )
    expect(await (await ask(`/api/v1/municipalities/liepaja/polls/${key}/result`)).json()).toMatchObject({
      answered: 3,
    })
    const after = await editor.read(address)
    expect(after).toContain('Kurš kā atbildēja')
    expect(after).toContain('Skola poll-a')
    expect(await head.read(address)).not.toContain('Kurš kā atbildēja')
    expect(await (await ask(`/liepaja/datu-vaksana/aptaujas/${key}`)).text()).not.toContain('Skola poll-a')
  })

  test('is there once when it was sent twice, and one answer counts of twenty at once', async ({
    db,
    town,
  }) => {
    const { poll, key } = await put(db, town, 'Divreiz sūtīts')
    const school = town.schools[0] ?? { id: '', key: '' }
    const asked = { municipalityId: town.id, key }
    const once = uuidv7()
    const same = { institutionId: school.id, choice: 'agree', once }
    await Promise.all(
      Array.from({ length: 5 }, () => answerInstitutionPoll(db, headOf(town, school), asked, same)),
    )
    await Promise.all(
      Array.from({ length: 20 }, (_, place) => answerOf(db, town, key, 0, place % 2 ? 'agree' : 'disagree')),
    )
    await countClosedPolls(db, new Date(poll.closesAt.getTime() + HOUR))
    const result = (await readAs(db, THE_PUBLIC, (tx) => findResults(tx, town.id, [poll]))).get(poll.id)
    expect(result).toMatchObject({ answered: 1, asked: 3 })
  })

  test('tells nothing of the answers before it closes', async ({ db, town }) => {
    const { key } = await put(db, town, 'Slēptais jautājums')
    const ask = await openBuiltSite(db)
    const read = () =>
      Promise.all(
        [
          '/liepaja/datu-vaksana/aptaujas',
          `/liepaja/datu-vaksana/aptaujas/${key}`,
          `/en/liepaja/datu-vaksana/aptaujas/${key}`,
          '/api/v1/municipalities/liepaja/polls',
          `/api/v1/municipalities/liepaja/polls/${key}/result`,
          `/api/v1/municipalities/liepaja/polls/${key}/result.csv`,
        ].map(async (address) => {
          const answer = await ask(address)
          const headers = [...answer.headers].filter(([header]) => header !== 'date')
          return { address, status: answer.status, headers, body: await answer.text() }
        }),
      )
    const before = await read()
    await answerOf(db, town, key, 0, 'no_view')
    await answerOf(db, town, key, 1, 'no_view')
    expect(await read()).toEqual(before)
    const other = await openEditor(db, headOf(town, town.schools[2] ?? { id: '', key: '' }))
    const page = await other.read(`${HOME}/${key}`)
    expect(page).not.toContain('Skola poll-a')
    expect(page).not.toContain('Atbildēj')
    // Not even to the department, by a page or a file that every other call has.
    const call = `/darbs/liepaja/datu-vaksana/vaksana/${key}`
    const department = await openSiteAs(db, specialistOf(town))
    for (const file of ['atbildes.csv', 'atbildes.xlsx'])
      expect((await department(`${call}/${file}`)).status).toBe(403)
    for (const inner of ['rezultats', 'poll-a/parskats', 'poll-a/atgriezts'])
      expect((await department(`${call}/${inner}`)).headers.get('location')).toBe(`${HOME}/${key}`)
    expect(await (await department(`${call}/uzraudziba`)).text()).not.toContain('Nav viedokļa')
  })

  test('may be changed until somebody answers, and is frozen then', async ({ db, town }) => {
    const { poll, key, editor } = await put(db, town, 'Maināmā aptauja')
    const address = `${HOME}/${key}/labot`
    const typed = await editor.fields(address)
    expect(typed.choices).toContain('agree | Piekrītu | Agree')
    const sent = await editor.ask(address, {
      ...typed,
      question_lv: 'Vai telefonus stundās aizliegt visiem?',
    })
    expect(sent.status).toBe(303)
    expect((await editor.ask(address, typed)).status).toBe(409)
    await answerOf(db, town, key, 0, 'agree')
    const now = await readAs(db, THE_PUBLIC, (tx) => findInstitutionPoll(tx, town.id, key))
    const change = {
      version: now?.version ?? 0,
      entry: { title: poll.title, question: poll.question, choices: poll.choices, closesAt: poll.closesAt },
    }
    expect(
      await changeInstitutionPoll(db, specialistOf(town), { municipalityId: town.id, key }, change),
    ).toEqual({ problem: 'collection.polls.frozen' })
    expect(await editor.read(`${HOME}/${key}`)).toContain('Kāds jau ir atbildējis')
    const head = await openEditor(db, headOf(town, town.schools[0] ?? { id: '', key: '' }))
    expect((await head.ask(address)).status).toBe(403)
    expect((await head.ask(`${HOME}/jauna`)).status).toBe(403)
  })
})
