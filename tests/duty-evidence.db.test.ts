import { expect } from 'vitest'
import { readDuties } from '#modules/work.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { THE_PUBLIC, type User } from '#platform/users.ts'
import { beginDraft } from '../src/modules/strategy/versions/draft.service.server.ts'
import { test as databaseTest } from './support/database.ts'
import { memberOf, municipalityIdOf, openEditor } from './support/editors.ts'

const test = databaseTest.extend('town', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))
const PLAN = 'liepaja-2020-2025'
const TODAY = municipalDay()

async function lacksOf(db: Database, town: string, kind: string, reader: User = THE_PUBLIC) {
  const times = await readAs(db, reader, (tx) => readDuties(tx, town, TODAY), { municipalityId: town })
  const time = times.find(({ rule }) => rule.kind === kind)
  return { ...time, lacks: time?.missing.map(({ lv }) => lv).join(' ') ?? '' }
}

/** Begins a report of a kind, freezes it and publishes it. */
async function publish(db: Database, town: string, kind: string) {
  const writer = await openEditor(db, memberOf(town, 'educationHead', 'duty-writer'))
  const begun = await writer.ask('/darbs/liepaja/parskati/jauns', { kind, strategy: PLAN })
  const freeze = `${begun.headers.get('location')}/iesaldet`
  const seen = /name="seen" value="([^"]+)"/.exec(await writer.read(freeze))?.[1] ?? ''
  const frozen = await writer.ask(freeze, { seen, readers: 'public' })
  expect(frozen.status).toBe(303)
  return { writer, address: frozen.headers.get('location') ?? '' }
}

test('a published analysis is done; a published quality report is yet to be submitted', async ({
  db,
  town,
}) => {
  expect((await lacksOf(db, town, 'resultsAnalysis')).lacks).toContain('nav publicēta')
  await publish(db, town, 'results')
  expect(await lacksOf(db, town, 'resultsAnalysis')).toMatchObject({
    standing: 'done',
    doneOn: TODAY,
    address: expect.stringMatching(/^\/liepaja\/parskati\//),
  })
  expect((await lacksOf(db, town, 'qualityReport')).lacks).toBe(
    'Pārskats par izglītības kvalitāti nav publicēts.',
  )
  const { writer, address } = await publish(db, town, 'quality')
  const quality = await lacksOf(db, town, 'qualityReport')
  expect(quality.standing).not.toBe('done')
  expect(quality.lacks).toContain('Nav atzīmēts, ka tas iesniegts')
  // Whoever has published it is led to where the rest is marked.
  const [duty = ''] = /\/darbs\/liepaja\/pienakumi\/[^"]+/.exec(await writer.read(address)) ?? []
  expect(await writer.read(duty)).toContain('value="done"')
})

test('whoever publishes the yearly report is offered to mark it, with its address', async ({ db, town }) => {
  const head = await openEditor(db, memberOf(town, 'educationHead', 'duty-author'))
  const own = {
    kind: 'yearlyReport',
    name_lv: 'Gada pārskats',
    performer: 'municipality',
    basis_lv: 'Koncepcija',
    rhythm: 'yearly',
    due: '31.03.',
    about: 'year',
    valid_from: '2021-12-16',
  }
  expect((await head.send('/darbs/liepaja/pienakumi/savi/jauns', own)).status).toBe(303)
  const { writer, address } = await publish(db, town, 'supervision')
  const page = await writer.read(address)
  expect(page).toContain('Gada pārskats')
  const [duty = ''] = /\/darbs\/liepaja\/pienakumi\/[^"]+/.exec(page) ?? []
  const shown = address.replace('/darbs', '').replace('/iesaldets', '')
  const [, link = ''] = /name="link"[^>]*value="([^"]+)"/.exec(await writer.read(duty)) ?? []
  expect(new URL(link).pathname).toBe(shown)
  const done = { act: 'done', done_on: TODAY, link, _version: '0' }
  expect((await writer.ask(duty, done)).status).toBe(303)
  // What is marked is offered no more.
  expect(await writer.read(address)).not.toContain(duty)
})

test('a drafted update is known to those who draft it, and to nobody else', async ({ db, town }) => {
  const head = memberOf(town, 'educationHead', 'duty-head')
  const editor = await openEditor(db, head)
  const own = {
    kind: 'midTermUpdate',
    name_lv: 'Aktualizēšana perioda vidū',
    performer: 'municipality',
    basis_lv: 'Koncepcija',
    rhythm: 'once',
    due: '31.12.2023.',
    valid_from: '2021-12-16',
  }
  expect((await editor.send('/darbs/liepaja/pienakumi/savi/jauns', own)).status).toBe(303)
  const before = await lacksOf(db, town, 'midTermUpdate')
  expect(before).toMatchObject({ standing: 'overdue', period: '2023' })
  expect(before.lacks).toContain('dome nav pieņēmusi tās izmaiņas')
  const reason = { lv: 'Perioda vidus', en: null }
  const { number } = await beginDraft(db, head, { municipalityId: town, kind: 'midterm', reason })
  expect((await lacksOf(db, town, 'midTermUpdate', head)).lacks).toContain(`Nr. ${number} ir sagatavošanā`)
  expect((await lacksOf(db, town, 'midTermUpdate')).lacks).not.toContain('sagatavošanā')
})
