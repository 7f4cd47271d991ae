import { v4 as uuidv4 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { countStatements, test as databaseTest } from '../../../../tests/support/database.ts'
import { headOf, type PlantedCall, plantCall } from '../../../../tests/support/plant-call.ts'
import { appendEdit } from './edit.service.server.ts'
import { findEdits } from './edit-store.server.ts'
import { foldEdits, type IncomingEdit } from './edits.ts'

const TOWN = '00000000-0000-7000-8000-000000000001'
const test = databaseTest.extend('call', { scope: 'file' }, ({ db }) =>
  plantCall(db, TOWN, { institutions: 9 }),
)

const submissionOf = (call: PlantedCall, index: number) => {
  const submission = call.submissions[index]
  if (!submission) throw new Error(`the call asks no institution ${index}`)
  return { municipalityId: call.municipalityId, submission }
}
const editOf = (client: string, seq: number, fields: Record<string, string>, base = 0): IncomingEdit => ({
  id: uuidv4(),
  client,
  seq,
  base,
  fields,
})
const readBy = (db: Database, user: User, call: PlantedCall, index: number) =>
  readAs(db, user, (tx) => findEdits(tx, call.municipalityId, submissionOf(call, index).submission.id))

describe('an edit', () => {
  test('sent twenty times at once is there once, and answered alike', async ({ db, call }) => {
    const edit = editOf(uuidv4(), 1, { pupils: '120' })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => appendEdit(db, headOf(call), submissionOf(call, 0), edit)),
    )
    expect(new Set(answers.map(({ number }) => number))).toEqual(new Set([1]))
    expect(await readBy(db, headOf(call), call, 0)).toHaveLength(1)
  })

  test('is counted up among twenty others that come at once', async ({ db, call }) => {
    const client = uuidv4()
    const edits = Array.from({ length: 20 }, (_, index) => editOf(client, index + 1, { pupils: `${index}` }))
    const head = headOf(call, 1)
    const answers = await Promise.all(edits.map((edit) => appendEdit(db, head, submissionOf(call, 1), edit)))
    expect(answers.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
    expect(foldEdits(await readBy(db, head, call, 1))).toMatchObject({ typed: { pupils: '19' }, number: 20 })
  })

  test('that arrives third, first, second ends as the third, with its history', async ({ db, call }) => {
    const client = uuidv4()
    const [first, second, third] = [1, 2, 3].map((seq) => editOf(client, seq, { pupils: `${seq}` })) as [
      IncomingEdit,
      IncomingEdit,
      IncomingEdit,
    ]
    const head = headOf(call, 2)
    for (const edit of [third, first, second, third]) await appendEdit(db, head, submissionOf(call, 2), edit)
    const kept = await readBy(db, head, call, 2)
    expect(foldEdits(kept).typed).toEqual({ pupils: '3' })
    expect(kept.map(({ fields }) => fields.pupils)).toEqual(['3', '1', '2'])
  })

  test('of a field that somebody else has changed meanwhile is held, and nothing is written over', async ({
    db,
    call,
  }) => {
    const [head, deputy] = [headOf(call, 3, 'head'), headOf(call, 3, 'deputy')]
    const into = submissionOf(call, 3)
    const { number } = await appendEdit(db, head, into, editOf(uuidv4(), 1, { pupils: '120', staff: '14' }))
    const late = editOf(uuidv4(), 1, { pupils: '125', staff: '14' })
    expect(await appendEdit(db, deputy, into, late)).toMatchObject({ held: { pupils: '125' } })
    expect(foldEdits(await readBy(db, head, call, 3)).typed).toEqual({ pupils: '120', staff: '14' })
    expect(await appendEdit(db, deputy, into, late)).toMatchObject({ number: number + 1 })
    const chosen = { ...editOf(late.client, 2, { pupils: '125' }), base: number + 1 }
    expect(await appendEdit(db, deputy, into, chosen)).toMatchObject({ held: {} })
    expect(foldEdits(await readBy(db, head, call, 3)).typed.pupils).toBe('125')
  })

  test('costs four statements', async ({ db, call }) => {
    const edit = editOf(uuidv4(), 1, { pupils: '1' })
    expect(
      await countStatements(db, () => appendEdit(db, headOf(call, 4), submissionOf(call, 4), edit)),
    ).toBe(4)
  })

  test('is refused from whoever answers for another institution', async ({ db, call }) => {
    const edit = editOf(uuidv4(), 1, { pupils: '1' })
    await expect(appendEdit(db, headOf(call, 6), submissionOf(call, 5), edit)).rejects.toMatchObject({
      status: 403,
    })
  })

  test('is refused after the lock, with the reason', async ({ db }) => {
    const locked = await plantCall(db, TOWN, { locksInDays: -1 })
    const edit = editOf(uuidv4(), 1, { pupils: '1' })
    await expect(appendEdit(db, headOf(locked), submissionOf(locked, 0), edit)).rejects.toMatchObject({
      reason: 'collection.life.why.locked',
    })
  })
})
