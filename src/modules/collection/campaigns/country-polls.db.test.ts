import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { findMunicipalitiesOn } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { openBuiltSite, openSiteAs } from '../../../../tests/support/built-site.ts'
import { test } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from '../../../../tests/support/editors.ts'
import { countClosedPolls } from './close-polls.job.server.ts'
import {
  answerCountryPoll,
  changeCountryPoll,
  countCountryAnswers,
  publishCountryPoll,
} from './country-poll.service.server.ts'
import { findCountryAnswers, findCountryPoll } from './country-poll-store.server.ts'
import { findResults } from './poll-result-store.server.ts'
import { pollsOnDesk } from './polls-on-desk.server.ts'

const organiser: User = {
  id: 'organiser',
  kind: 'member',
  grants: [{ role: 'administrator', scope: { kind: 'country' } }],
}
const ministry: User = {
  id: 'ministry',
  kind: 'member',
  grants: [{ role: 'ministryReader', scope: { kind: 'country' } }],
}
const name = (lv: string) => ({ lv, en: lv })
const CHOICES = [
  { key: 'agree', name: name('Atbalstam') },
  { key: 'disagree', name: name('Neatbalstam') },
  { key: 'no_view', name: name('Nav viedokļa') },
]
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const HOUR = 3_600_000

/** Publishes a poll and answers what is known of it. */
async function publish(db: Database, title: string, closesAt = inHours(2)) {
  const entry = {
    title: name(title),
    question: name('Vai atbalstāt grozījumus?'),
    choices: CHOICES,
    closesAt,
  }
  const key = await publishCountryPoll(db, organiser, entry)
  const poll = await readAs(db, THE_PUBLIC, (tx) => findCountryPoll(tx, key))
  if (!poll) throw new Error('the poll is not public')
  return { poll, key, entry }
}

const headOf = (municipalityId: string, id = `head-${municipalityId}`) =>
  memberOf(municipalityId, 'educationHead', id)
const municipalities = (db: Database, day = municipalDay()) =>
  readAs(db, THE_PUBLIC, (tx) => findMunicipalitiesOn(tx, day))
const resultOf = async (db: Database, poll: { id: string; choices: typeof CHOICES }) =>
  (await readAs(db, THE_PUBLIC, (tx) => findResults(tx, COUNTRY, [poll]))).get(poll.id)

/** A name in addresses has no digits. */
const letters = (number: number) => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

/** Puts municipalities into the register until there are so many today. */
async function plantMunicipalities(db: Database, count: number) {
  const missing = count - (await municipalities(db)).length
  await writeAs(db, operator(), async (tx) => {
    for (let number = 0; number < missing; number += 1) {
      const id = uuidv7()
      await tx
        .insertInto('registry.municipality')
        .values({ id, slug: `aptaujai-${letters(number)}` })
        .execute()
      await tx
        .insertInto('registry.municipality_version')
        .values({
          municipality_id: id,
          valid_from: '2021-07-01',
          valid_to: null,
          code: `LV9${String(number).padStart(6, '0')}`,
          iso: null,
          kind: 'novads' as never,
          name_lv: `Novads ${number}`,
          name_en: `Municipality ${number}`,
          region: 'kurzeme',
          successor: null,
          tile_column: null,
          tile_row: null,
        })
        .execute()
    }
  })
}

describe('a poll of municipalities', () => {
  test('is answered once by each, changed until it closes, and then counted of those in the register', async ({
    db,
  }) => {
    await plantMunicipalities(db, 119)
    const all = await municipalities(db)
    expect(all).toHaveLength(119)
    const closesAt = inHours(1)
    const { poll, key } = await publish(db, 'Minimālais skolēnu skaits', closesAt)
    const answers = [
      ...Array.from({ length: 96 }, () => 'agree'),
      ...Array.from({ length: 6 }, () => 'disagree'),
      ...Array.from({ length: 4 }, () => 'no_view'),
    ]
    for (const [place, choice] of answers.entries()) {
      const municipalityId = all[place]?.id ?? ''
      const asked = { municipalityId, key }
      // A changed answer counts once.
      if (place % 10 === 0)
        await answerCountryPoll(db, headOf(municipalityId), asked, { choice: 'disagree', words: null })
      await answerCountryPoll(db, headOf(municipalityId), asked, { choice, words: null })
    }
    expect(await countCountryAnswers(db, organiser, poll)).toBe(106)
    expect(await resultOf(db, poll)).toBeUndefined()
    await countClosedPolls(db, new Date(closesAt.getTime() + HOUR))
    const result = await resultOf(db, poll)
    expect(result).toMatchObject({ answered: 106, asked: 119, silent: 13, closedAt: closesAt })
    expect(result?.choices.map(({ answers: count }) => count)).toEqual([96, 6, 4])
    const page = await (await (await openBuiltSite(db))(`/aptaujas-pasvaldibam/${key}`)).text()
    expect(page).toContain('Atbildēja 106 no 119 aptaujātajiem, neatbildēja 13.')
    expect(page).toContain('Atbalstam – 96: 90,6')
    expect(page).toContain('80,7')
    const ask = await openBuiltSite(db)
    expect(await (await ask(`/api/v1/polls/${key}/result`)).json()).toMatchObject({
      answered: 106,
      asked: 119,
      silent: 13,
      items: [{ key: 'agree', answers: 96 }, { answers: 6 }, { answers: 4 }],
    })
    expect(await (await ask(`/api/v1/polls/${key}/result.csv`)).text()).toContain(
      'agree,Atbalstam,Atbalstam,96,',
    )
  })

  test('takes an answer of the last second and refuses one at the moment of closing, in words', async ({
    db,
  }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const closesAt = inHours(3)
    const { poll, key } = await publish(db, 'Pēdējā sekunde', closesAt)
    const asked = { municipalityId, key }
    const answer = (choice: string, at: number) =>
      answerCountryPoll(
        db,
        headOf(municipalityId),
        asked,
        { choice, words: null },
        new Date(closesAt.getTime() + at),
      )
    expect(await answer('agree', -1000)).toBeUndefined()
    expect(await answer('disagree', 0)).toEqual({ problem: 'collection.polls.closed' })
    expect(await answer('disagree', 1000)).toEqual({ problem: 'collection.polls.closed' })
    // The server was away over the moment: it counts when it is back, and says when the poll closed.
    await countClosedPolls(db, new Date(closesAt.getTime() + 5 * HOUR))
    await countClosedPolls(db, new Date(closesAt.getTime() + 6 * HOUR))
    expect(await resultOf(db, poll)).toMatchObject({ answered: 1, closedAt: closesAt })
    // What comes in by a clock that is slow is in no result, and is told so.
    expect(await answer('disagree', -1000)).toEqual({ problem: 'collection.polls.closed' })
  })

  test('keeps one answer of a municipality, however many send one at once', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const { poll, key } = await publish(db, 'Divdesmit reizē')
    const tries = Array.from({ length: 20 }, (_, place) =>
      answerCountryPoll(
        db,
        headOf(municipalityId, `head-${place}`),
        { municipalityId, key },
        { choice: CHOICES[place % 3]?.key ?? '', words: `Nr. ${place}` },
      ),
    )
    expect((await Promise.all(tries)).filter(Boolean)).toEqual([])
    const found = await readAs(db, ministry, (tx) => findCountryAnswers(tx, poll.id))
    expect(found).toHaveLength(1)
  })

  test('waits on the first page of who answers for a municipality, until it is answered', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'ventspils')
    const head = headOf(municipalityId)
    const waiting = async (user = head) => {
      const parts = await readAs(db, user, (tx) => pollsOnDesk(tx, user))
      return parts.map(({ values }) => values?.count).at(0) ?? 0
    }
    const before = await waiting()
    const { key } = await publish(db, 'Vēl neatbildēts')
    expect(await waiting()).toBe(Number(before) + 1)
    expect(await waiting(memberOf(municipalityId, 'dataAnalyst', 'analyst'))).toBe(0)
    await answerCountryPoll(db, head, { municipalityId, key }, { choice: 'agree', words: null })
    expect(await waiting()).toBe(before)
  })

  test('is changed until the first answer and frozen from then on', async ({ db }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const { poll, key, entry } = await publish(db, 'Maināms jautājums')
    const changed = { ...entry, question: name('Vai atbalstāt grozījumus no 2028. gada?') }
    expect(
      await changeCountryPoll(db, organiser, { key, entry: changed, version: poll.version }),
    ).toBeUndefined()
    expect(await changeCountryPoll(db, organiser, { key, entry, version: poll.version })).toMatchObject({
      meanwhile: { question: changed.question },
    })
    await answerCountryPoll(
      db,
      headOf(municipalityId),
      { municipalityId, key },
      { choice: 'agree', words: null },
    )
    expect(await changeCountryPoll(db, organiser, { key, entry, version: poll.version + 1 })).toEqual({
      problem: 'collection.polls.frozen',
    })
    const now = await readAs(db, THE_PUBLIC, (tx) => findCountryPoll(tx, key))
    expect(now?.question).toEqual(changed.question)
  })

  test('tells nobody before it closes what was chosen, on no page, in no file, by no header', async ({
    db,
  }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const { key } = await publish(db, 'Slepenais jautājums')
    const ask = await openBuiltSite(db)
    const addresses = [
      `/aptaujas-pasvaldibam`,
      `/aptaujas-pasvaldibam/${key}`,
      `/en/aptaujas-pasvaldibam/${key}`,
      `/api/v1/polls`,
      `/api/v1/polls.csv`,
      `/api/v1/polls/${key}/result`,
      `/api/v1/polls/${key}/result.csv`,
    ]
    const read = async () =>
      Promise.all(
        addresses.map(async (address) => {
          const answer = await ask(address)
          const headers = [...answer.headers].filter(([header]) => header !== 'date')
          return { address, status: answer.status, headers, body: await answer.text() }
        }),
      )
    const before = await read()
    const other = await municipalityIdOf(db, 'ventspils')
    for (const id of [municipalityId, other])
      await answerCountryPoll(
        db,
        headOf(id),
        { municipalityId: id, key },
        { choice: 'no_view', words: 'Nezinām' },
      )
    // Nothing that anybody can ask for has changed by the answers.
    expect(await read()).toEqual(before)
    expect(
      before.filter(({ address }) => address.includes(`polls/${key}/result`)).map(({ status }) => status),
    ).toEqual([404, 404])
    for (const user of [organiser, ministry]) {
      const page = await (await (await openSiteAs(db, user))(`/darbs/aptaujas-pasvaldibam/${key}`)).text()
      expect(page).not.toContain('Nezinām')
      expect(page).not.toContain('Kurš kā atbildēja')
      expect(page).not.toContain('no atbildēm')
    }
    const neighbour = await openEditor(db, headOf(other))
    expect(await neighbour.read(`/darbs/ventspils/datu-vaksana/aptaujas/pasvaldibam/${key}`)).not.toContain(
      'Liepāja',
    )
  })

  test('names who chose what once it has closed, only to who may read the totals of the country', async ({
    db,
  }) => {
    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const closesAt = inHours(4)
    const { key } = await publish(db, 'Kurš kā', closesAt)
    await answerCountryPoll(
      db,
      headOf(municipalityId),
      { municipalityId, key },
      { choice: 'agree', words: 'Jā, ja būs nauda' },
    )
    await countClosedPolls(db, new Date(closesAt.getTime() + HOUR))
    const address = `/darbs/aptaujas-pasvaldibam/${key}`
    const named = await (await (await openSiteAs(db, ministry))(address)).text()
    expect(named).toContain('Jā, ja būs nauda')
    expect(named).toContain('Liepāja')
    const organised = await (await (await openSiteAs(db, organiser))(address)).text()
    expect(organised).not.toContain('Jā, ja būs nauda')
    expect(organised).not.toContain('Kurš kā atbildēja')
    const openly = await (await (await openBuiltSite(db))(`/aptaujas-pasvaldibam/${key}`)).text()
    expect(openly).not.toContain('Jā, ja būs nauda')
    expect((await (await openSiteAs(db, headOf(municipalityId)))(address)).status).toBe(403)
  })

  test('is put and answered on pages', async ({ db }) => {
    const site = await openEditor(db, organiser)
    const typed = {
      choices: 'agree | Piekrītu | Agree\nNepiekrītu',
      title_lv: 'Lapas aptauja',
      question_lv: 'Vai lapas darbojas pareizi?',
    }
    const late = await site.ask('/darbs/aptaujas-pasvaldibam/jauna', {
      ...typed,
      closes_at: '2020-01-01T12:00',
    })
    expect(late.status).toBe(422)
    const skipped = await site.ask('/darbs/aptaujas-pasvaldibam/jauna', {
      ...typed,
      choices: 'tikai viena',
      closes_at: '2027-03-28T03:30',
    })
    expect(await skipped.text()).toContain('pulksteņus')
    const sent = await site.ask('/darbs/aptaujas-pasvaldibam/jauna', {
      ...typed,
      closes_at: '2099-03-28T12:00',
    })
    expect(sent.status).toBe(303)
    const key = sent.headers.get('location')?.split('/').at(-1) ?? ''
    expect(key).toBe('lapas-aptauja')

    const municipalityId = await municipalityIdOf(db, 'liepaja')
    const head = await openEditor(db, headOf(municipalityId))
    const address = `/darbs/liepaja/datu-vaksana/aptaujas/pasvaldibam/${key}`
    expect(await head.read('/darbs/liepaja/datu-vaksana/aptaujas')).toContain('Lapas aptauja')
    expect(await head.read(address)).toContain('Atbilde vēl nav nodota.')
    expect((await head.ask(address, { choice: 'maybe' })).status).toBe(422)
    expect((await head.ask(address, { choice: 'agree' })).status).toBe(303)
    expect(await head.read(address)).toContain('Mūsu atbilde: Piekrītu')
    expect(await site.read(`/darbs/aptaujas-pasvaldibam/${key}`)).toMatch(/Atbildējis 1 no \d+/)

    const analyst = await openSiteAs(db, memberOf(municipalityId, 'dataAnalyst'))
    expect((await analyst(address, { choice: 'agree' })).status).toBe(403)
    expect((await analyst('/darbs/aptaujas-pasvaldibam/jauna')).status).toBe(403)
  })
})
