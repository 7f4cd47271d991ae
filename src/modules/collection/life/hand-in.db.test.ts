import { v4 as uuidv4 } from 'uuid'
import { describe, expect } from 'vitest'
import { findOpenTasks, giveTask } from '#modules/work.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { memberOf, municipalityIdOf } from '../../../../tests/support/editors.ts'
import {
  type FormToPlant,
  giverOf,
  type PlantedForm,
  plantForm,
} from '../../../../tests/support/plant-form.ts'
import { formAddress } from '../addresses.ts'
import { findAsked } from '../form/asked.server.ts'
import { element, table } from '../form/testing.ts'
import { handIn } from './hand-in.service.server.ts'
import { findHandingIns } from './steps-store.server.ts'
import { findValues } from './value-store.server.ts'

const test = databaseTest.extend('town', { scope: 'file' }, ({ db }) => municipalityIdOf(db, 'liepaja'))

const ELEMENTS = [
  element('pupils'),
  element('boarders', { isRequired: false }),
  table(
    'classes',
    ['one', 'two'],
    [
      ['girls', 'count'],
      ['boys', 'count'],
      ['all', 'count', 'girls + boys'],
    ],
  ),
]
const CHECKS = [
  { key: 'adds_up', expression: 'pupils = sum(classes.all)', severity: 'hard' },
  { key: 'not_many', expression: 'pupils <= 100', severity: 'soft' },
] as const
const FILLED = {
  pupils: '20',
  'classes.one.girls': '5',
  'classes.one.boys': '5',
  'classes.two.girls': '10',
  'classes.two.boys': '0',
}

async function askedOf(db: Database, user: User, form: PlantedForm, place = 0) {
  const town = { id: form.municipalityId, slug: 'liepaja' }
  const keys = { call: form.key, institution: form.schools[place]?.key ?? '' }
  const asked = await readAs(db, user, (tx) => findAsked(tx, town, keys))
  if (!asked) throw new Error('the user sees no such submission')
  return asked
}

/** A call of one school, and its head who hands in. */
async function school(db: Database, town: string, given: Partial<FormToPlant> = {}) {
  const form = await plantForm(db, town, { elements: ELEMENTS, checks: CHECKS, ...given })
  const head = giverOf(form)
  const asked = await askedOf(db, head, form)
  const send = (typed: Record<string, string>, once = uuidv4(), user = head) =>
    handIn(db, user, asked, { once, way: 'form', typed })
  const versions = () => readAs(db, head, (tx) => findHandingIns(tx, town, asked.submission.id))
  const attempts = async () => {
    const rows = await readAs(db, head, (tx) =>
      tx
        .selectFrom('collection.attempt')
        .select(['hard', 'soft', 'unreadable'])
        .where('submission_id', '=', asked.submission.id)
        .execute(),
    )
    return rows
  }
  return { form, head, asked, send, versions, attempts }
}

describe('handing in', () => {
  test('keeps zero, blank, not applicable and not available apart', async ({ db, town }) => {
    const { send, asked, head } = await school(db, town, { checks: [] })
    const missing = { 'classes.one.girls:missing': 'notApplicable', 'classes.one.girls:why': 'Nav klases' }
    const away = { 'classes.one.boys:missing': 'notAvailable', 'classes.one.boys:why': 'Žurnāls zudis' }
    const { 'classes.one.girls': _, 'classes.one.boys': __, ...typed } = FILLED
    expect(await send({ ...typed, ...missing, ...away })).toEqual({ version: 1 })
    const values = await readAs(db, head, (tx) => findValues(tx, town, asked.submission.id, 1))
    expect(values.get('classes.two.boys')).toEqual({ kind: 'count', number: 0 })
    expect(values.has('boarders')).toBe(false)
    expect(values.get('classes.one.girls')).toEqual({
      kind: 'missing',
      missing: 'notApplicable',
      reason: 'Nav klases',
    })
    expect(values.get('classes.one.boys')).toMatchObject({ missing: 'notAvailable' })
    expect(values.get('classes.two.all')).toEqual({ kind: 'count', number: 10 })
  })

  test('sent twenty times at once is one version', async ({ db, town }) => {
    const { send, versions } = await school(db, town)
    const once = uuidv4()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(FILLED, once)))
    expect(answers).toEqual(Array(20).fill({ version: 1 }))
    expect(await versions()).toMatchObject([{ version: 1, answered: 5, missing: 0, soft: 0 }])
  })

  test('by twenty at once under different names is one version, and the others are told', async ({
    db,
    town,
  }) => {
    const { send, versions } = await school(db, town)
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(FILLED)))
    expect(answers.filter((answer) => 'version' in answer)).toEqual([{ version: 1 }])
    expect(answers.find((answer) => 'complaints' in answer)).toMatchObject({
      complaints: { '': [{ reason: 'collection.life.why.submitted' }] },
    })
    expect(await versions()).toHaveLength(1)
  })

  test('says everything that is wrong at once, and notes the try', async ({ db, town }) => {
    const { send, versions, attempts } = await school(db, town)
    const answer = await send({
      pupils: '200',
      'classes.one.girls': 'daudz',
      'classes.two.girls': '10',
      'classes.two.boys': '1',
    })
    expect(answer).toMatchObject({
      complaints: {
        'classes.one.girls': [{ reason: 'collection.read.number' }],
        'classes.one.boys': [{ reason: 'collection.form.required' }],
        'check:not_many': [{ reason: 'collection.form.commentNeeded' }],
      },
    })
    expect(await versions()).toEqual([])
    expect(await attempts()).toEqual([{ hard: 0, soft: 1, unreadable: 3 }])
  })

  test('is stopped by a hard check', async ({ db, town }) => {
    const { send, versions, attempts } = await school(db, town)
    const answer = await send({ ...FILLED, pupils: '21' })
    expect(answer).toMatchObject({ outcomes: [{ outcome: 'failed' }, { outcome: 'held' }] })
    expect(await versions()).toEqual([])
    expect(await attempts()).toEqual([{ hard: 1, soft: 0, unreadable: 0 }])
  })

  test('with a comment on a soft check is kept with the comment and the minutes', async ({ db, town }) => {
    const { send, versions, asked, head } = await school(db, town)
    const many = { ...FILLED, pupils: '120', 'classes.two.girls': '110' }
    const commented = { ...many, 'check:not_many': 'Apvienotas skolas', 'minutes:taken': '35' }
    expect(await send(commented)).toEqual({ version: 1 })
    expect(await versions()).toMatchObject([{ soft: 1, minutes: 35 }])
    const results = await readAs(db, head, (tx) =>
      tx
        .selectFrom('collection.check_result')
        .select(['check_key', 'outcome', 'comment'])
        .where('submission_id', '=', asked.submission.id)
        .execute(),
    )
    expect(results).toEqual([{ check_key: 'not_many', outcome: 'failed', comment: 'Apvienotas skolas' }])
  })

  test.for([
    ['before it opens', { opensInDays: 1 }, 'collection.life.why.notOpen'],
    ['after the lock', { dueInDays: -3, locksInDays: -1 }, 'collection.life.why.locked'],
  ] as const)('is refused %s', async ([, dates, reason], { db, town }) => {
    const { send, versions } = await school(db, town, dates)
    expect(await send(FILLED)).toMatchObject({ complaints: { '': [{ reason }] } })
    expect(await versions()).toEqual([])
  })

  test('is taken late until the lock', async ({ db, town }) => {
    const { send } = await school(db, town, { dueInDays: -1 })
    expect(await send(FILLED)).toEqual({ version: 1 })
  })

  test('of an institution that is excused is refused', async ({ db, town }) => {
    const { send, asked } = await school(db, town)
    await writeAs(db, operator(town), (tx) =>
      tx
        .updateTable('collection.submission')
        .set({ excused_reason: 'Slēgta' })
        .where('id', '=', asked.submission.id)
        .execute(),
    )
    expect(await send(FILLED)).toMatchObject({
      complaints: { '': [{ reason: 'collection.life.why.excused' }] },
    })
  })

  test('is for who answers for the institution', async ({ db, town }) => {
    const { send, form } = await school(db, town)
    for (const user of [
      memberOf(town, 'educationSpecialist'),
      giverOf(await plantForm(db, town, { elements: ELEMENTS }), 0, 'elsewhere'),
    ])
      await expect(send(FILLED, uuidv4(), user)).rejects.toMatchObject({ status: 403 })
    expect(await send(FILLED, uuidv4(), giverOf(form, 0, 'clerk', 'institutionCoordinator'))).toEqual({
      version: 1,
    })
  })

  test('ends the task at the form, whoever has it, and tells who answers for the call', async ({
    db,
    town,
  }) => {
    const { send, form, head, asked } = await school(db, town, { responsibleId: 'owner-of-call' })
    const address = formAddress('liepaja', form.key, asked.institution.key)
    await giveTask(db, operator(town), {
      municipalityId: town,
      institutionId: asked.institution.id,
      accountId: head.id,
      kind: 'collection.answer',
      subject: 'Anketa',
      address,
      dueOn: null,
    })
    expect(await send(FILLED, uuidv4(), giverOf(form, 0, 'clerk', 'institutionCoordinator'))).toEqual({
      version: 1,
    })
    const open = await readAs(db, head, (tx) => findOpenTasks(tx, head.id))
    expect(open.filter((task) => task.address === address)).toEqual([])
    const owner = memberOf(town, 'educationSpecialist', 'owner-of-call')
    const told = await readAs(db, owner, (tx) =>
      tx.selectFrom('work.notification').select('address').where('account_id', '=', owner.id).execute(),
    )
    expect(told).toEqual([{ address: `${address}/parskats` }])
  })

  test('that fails in the middle leaves nothing behind, and can be done again', async ({ db, town }) => {
    const { send, versions, asked } = await school(db, town, {
      elements: [...ELEMENTS, element('words', { kind: 'text' })],
    })
    // PostgreSQL keeps no such character: the values fail after the version was written.
    await expect(send({ ...FILLED, words: 'a\u0000b' })).rejects.toThrow()
    expect(await versions()).toEqual([])
    const changes = await readAs(db, operator(town), (tx) =>
      tx
        .selectFrom('platform.change')
        .select('id')
        .where('subject', '=', `${asked.call.key}/${asked.institution.key}`)
        .execute(),
    )
    expect(changes).toEqual([])
    expect(await send({ ...FILLED, words: 'ab' })).toEqual({ version: 1 })
  })
})
