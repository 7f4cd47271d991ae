import { v4 as uuidv4 } from 'uuid'
import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import type { User } from '#platform/users.ts'
import { openSiteAs } from '../../../../tests/support/built-site.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'
import { headOf, type PlantedCall, plantCall } from '../../../../tests/support/plant-call.ts'
import type { EntriesAnswer } from '../form/entries.ts'

const test = databaseTest.extend('call', { scope: 'file' }, async ({ db }) =>
  plantCall(db, await municipalityIdOf(db, 'liepaja'), { institutions: 4 }),
)

const addressIn = (call: PlantedCall, language = '') =>
  `${language}/darbs/liepaja/datu-vaksana/vaksana/${call.key}/skola/ieraksti`

type Sent = { fields: Record<string, string>; seq?: number; base?: number; id?: string }

/** A browser in which somebody fills in the form of one of the institutions. */
async function browserOf(db: Database, user: User, call: PlantedCall, index = 0) {
  const ask = await openSiteAs(db, user)
  const client = uuidv4()
  const { id = '', institutionId = '' } = call.submissions[index] ?? {}
  const ids = { municipality: call.municipalityId, submission: id, institution: institutionId }
  const send = (edits: readonly Sent[], more: Record<string, string> = {}) =>
    ask(addressIn(call), {
      account: user.id,
      ...ids,
      edits: JSON.stringify(
        edits.map(({ fields, seq = 1, base = 0, id: own = uuidv4() }) => ({
          id: own,
          client,
          seq,
          base,
          fields,
        })),
      ),
      ...more,
    })
  const look = (number: number) =>
    ask(
      `${addressIn(call)}?${new URLSearchParams({ no: String(number), pasvaldiba: ids.municipality, iesniegums: id, iestade: institutionId, parluks: client })}`,
    )
  return { ask, send, look }
}
const read = async (response: Response | Promise<Response>) =>
  (await (await response).json()) as EntriesAnswer

describe('the address of entries', () => {
  test('takes several at once, says the newest number, and takes each once', async ({ db, call }) => {
    const { send } = await browserOf(db, headOf(call), call)
    const edits = [
      { id: uuidv4(), seq: 1, fields: { pupils: '1' } },
      { id: uuidv4(), seq: 2, fields: { pupils: '2' } },
    ]
    expect(await read(send(edits))).toMatchObject({ number: 2, held: {} })
    expect(await read(send(edits))).toMatchObject({ number: 2, held: {} })
  })

  test('lets two people at one form see each other, and shows both texts of one field', async ({
    db,
    call,
  }) => {
    const head = await browserOf(db, headOf(call, 1, 'head'), call, 1)
    const deputy = await browserOf(db, headOf(call, 1, 'deputy'), call, 1)
    await head.send([{ fields: { pupils: '120', staff: '14' } }])
    expect(await read(deputy.look(0))).toEqual({ number: 1, changed: { pupils: '120', staff: '14' } })
    expect(await read(deputy.send([{ fields: { pupils: '125' } }]))).toMatchObject({
      number: 2,
      held: { pupils: '125' },
      changed: { pupils: '120', staff: '14' },
    })
    await head.send([{ seq: 2, base: 1, fields: { staff: '' } }])
    expect(await read(deputy.look(2))).toEqual({ number: 3, changed: { staff: '' } })
  })

  test('takes nothing that another account has typed', async ({ db, call }) => {
    const { send } = await browserOf(db, headOf(call, 2), call, 2)
    const answer = await send([{ fields: { pupils: '1' } }], { account: 'somebody-else' })
    expect(answer.status).toBe(401)
    expect(await read(send([{ fields: { pupils: '2' } }]))).toMatchObject({ number: 1 })
  })

  test('says in words why another institution’s form, or one that is locked, takes nothing', async ({
    db,
    call,
  }) => {
    const foreign = await browserOf(db, headOf(call, 0), call, 3)
    expect((await foreign.send([{ fields: { pupils: '1' } }])).status).toBe(403)
    const locked = await plantCall(db, call.municipalityId, { locksInDays: -1 })
    const late = await browserOf(db, headOf(locked), locked)
    const answer = await late.send([{ fields: { pupils: '1' } }])
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ why: expect.stringContaining('Datu vākšana ir slēgta') })
  })

  test.for([
    ['no list', 'x'],
    ['nothing', '[]'],
    [
      'a number where a text belongs',
      JSON.stringify([{ id: uuidv4(), client: uuidv4(), seq: 1, base: 0, fields: { pupils: 1 } }]),
    ],
  ] as const)('refuses %s', async ([, edits], { db, call }) => {
    const { send } = await browserOf(db, headOf(call), call)
    expect((await send([], { edits })).status).toBe(400)
  })
})
