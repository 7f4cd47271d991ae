import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { sealEverything } from '../../../tests/support/change.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { asSuperuserUndone } from '../../../tests/support/superuser.ts'
import { beginAsSealer, readAs, writeAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { everyDeclaration } from '../rights/declared.ts'
import { operator } from '../users.ts'
import { type Intent, inChange } from '../write/change.server.ts'
import { findLostChanges } from './lost-changes.server.ts'
import { sealJournal } from './seal.server.ts'
import { findHeads, findJournalFaults } from './verify.server.ts'

const TOWN = '00000000-0000-7000-8000-0000000000aa'
const intent: Intent = {
  municipalityId: TOWN,
  stream: 'figures',
  origin: 'form',
  action: 'tests.written',
  subject: 'test',
  isPublic: false,
  at: new Date('2026-12-01T00:00:00Z'),
}

const write = (db: Database, given: Partial<Intent> = {}) =>
  inChange(db, operator(TOWN), { ...intent, ...given }, async (_, { counts }) => {
    counts.added += 1
  })

/** A journal with three seals of a town's figures, of two changes each. */
const test = databaseTest.extend('sealed', { scope: 'file' }, async ({ db }) => {
  for (const _ of [1, 2, 3]) {
    await write(db)
    await write(db, { why: 'Precizēts pēc pārbaudes' })
    await sealEverything(db)
  }
  return db
})

const headOf = async (db: Database) =>
  (await beginAsSealer(db, findHeads)).find(({ municipalityId }) => municipalityId === TOWN)

describe('the journal', () => {
  test('is whole after loading and writing, and counts what it holds', async ({ sealed }) => {
    expect(await beginAsSealer(sealed, (tx) => findJournalFaults(tx))).toEqual([])
    expect(await readAs(sealed, operator(), (tx) => findLostChanges(tx, everyDeclaration()))).toEqual([])
    expect(await headOf(sealed)).toMatchObject({
      stream: 'figures',
      sealed: 6,
      waiting: 0,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('says by the database’s own word who wrote, when and how much', async ({ sealed }) => {
    const { rows } = await readAs(sealed, operator(TOWN), (tx) =>
      sql`select actor, added, changed, why, at between now() - interval '10 minutes' and now() as recent
        from platform.change where municipality_id = ${TOWN} order by id limit 2`.execute(tx),
    )
    expect(rows).toEqual([
      { actor: 'operator', added: 1, changed: 0, why: null, recent: true },
      { actor: 'operator', added: 1, changed: 0, why: 'Precizēts pēc pārbaudes', recent: true },
    ])
  })

  test.for<[what: string, column: string, value: string]>([
    ['who wrote it', `actor`, `'somebody'`],
    ['when', `at`, `now()`],
    ['in which transaction', 'xid', `'1'`],
    ['how much', 'added', '1000'],
  ])('does not let a writer name %s', async ([, column, value], { sealed }) => {
    const naming = writeAs(sealed, operator(TOWN), (tx) =>
      sql`insert into platform.change (municipality_id, id, stream, origin, action, subject, detail, is_public, ${sql.ref(column)})
        values (${TOWN}, gen_random_uuid(), 'figures', 'form', 'a', 's', '{}', false, ${sql.raw(value)})`.execute(
        tx,
      ),
    )
    await expect(naming).rejects.toThrow(/permission denied/)
  })

  test('lets a writer count once, within its own transaction', async ({ sealed }) => {
    const later = await writeAs(sealed, operator(TOWN), (tx) =>
      sql`update platform.change set added = 1000 where municipality_id = ${TOWN}`.execute(tx),
    )
    expect(Number(later.numAffectedRows)).toBe(0)
    const erased = writeAs(sealed, operator(TOWN), (tx) => sql`delete from platform.change`.execute(tx))
    await expect(erased).rejects.toThrow(/permission denied/)
  })

  test('keeps no trace of work that changed nothing', async ({ sealed }) => {
    const before = await headOf(sealed)
    const { added, changed } = await inChange(sealed, operator(TOWN), intent, async () => undefined)
    expect({ added, changed }).toEqual({ added: 0, changed: 0 })
    expect(await headOf(sealed)).toEqual(before)
    expect(await sealJournal(sealed)).toEqual({ sealed: 0, areWaiting: false })
  })

  test('refuses a change in a municipality where the writer is nobody', async ({ sealed }) => {
    const elsewhere = { municipalityId: '00000000-0000-7000-8000-0000000000bb', stream: 'messages' } as const
    await expect(write(sealed, elsewhere)).rejects.toThrow(/row-level security/)
  })
})

describe('damage is noticed', () => {
  const last = `municipality_id = '${TOWN}' and xid > (select to_xid from platform.seal
    where municipality_id = '${TOWN}' and number = 2)`
  const of = (table: string) => `delete from platform.${table} where municipality_id = '${TOWN}'`

  test.for<[what: string, statements: string[], kinds: string[]]>([
    ['an altered actor', [`update platform.change set actor = 'somebody' where ${last}`], ['sealContent']],
    ['an altered reason', [`update platform.change set why = 'cits iemesls' where ${last}`], ['sealContent']],
    ['a count made larger', [`update platform.change set added = 9 where ${last}`], ['sealContent']],
    [
      'a change moved to another stream',
      [`update platform.change set stream = 'people' where ${last}`],
      ['sealCount', 'version'],
    ],
    ['the newest changes cut', [`delete from platform.change where ${last}`], ['sealCount', 'version']],
    [
      'the newest changes cut with their seal',
      [`delete from platform.change where ${last}`, `${of('seal')} and number = 3`],
      ['headCount', 'version'],
    ],
    ['a seal cut', [`${of('seal')} and number = 2`], ['sealCount', 'headCount']],
    ['every seal emptied', ['truncate platform.seal'], ['headCount']],
    ['every change emptied', ['truncate platform.change cascade'], ['sealCount', 'version']],
    ['changes, seals and heads emptied together', [of('change'), of('seal'), of('seal_head')], ['version']],
    [
      'a change forged',
      [
        `insert into platform.change (municipality_id, id, stream, actor, origin, action, subject, detail, is_public)
      values ('${TOWN}', gen_random_uuid(), 'figures', 'somebody', 'form', 'a', 's', '{}', false)`,
      ],
      ['version'],
    ],
  ])('%s', async ([, statements, kinds], { open, sealed }) => {
    expect(await headOf(sealed)).toBeDefined()
    const faults = await asSuperuserUndone(open, async (tx) => {
      await runAll(tx, statements)
      return findJournalFaults(tx)
    })
    const found = faults.filter(({ municipalityId }) => municipalityId === TOWN)
    expect([...new Set(found.map(({ kind }) => kind))]).toEqual(expect.arrayContaining(kinds))
  })

  test('everything emptied, versions too, by a head that was kept outside', async ({ open, sealed }) => {
    const kept = (await headOf(sealed))?.head ?? ''
    expect(await beginAsSealer(sealed, (tx) => findJournalFaults(tx, [kept]))).toEqual([])
    const statements = [...['change', 'seal', 'seal_head', 'data_version'].map(of)]
    const [without, withHead] = await asSuperuserUndone(open, async (tx) => {
      await runAll(tx, statements)
      return [await findJournalFaults(tx), await findJournalFaults(tx, [kept])]
    })
    expect(without).toEqual([])
    expect(withHead).toEqual([{ kind: 'lostHead', municipalityId: null, values: { head: kept } }])
  })

  test('data whose journal is gone', async ({ open, sealed }) => {
    expect(sealed).toBeDefined()
    const faults = await asSuperuserUndone(open, async (tx) => {
      await runAll(tx, [
        'alter table strategy.goal drop constraint goal_municipality_id_change_id_fkey',
        'update strategy.goal set change_id = gen_random_uuid()',
      ])
      return findLostChanges(tx, everyDeclaration())
    })
    expect(faults).toContainEqual({
      kind: 'unbound',
      municipalityId: null,
      values: { table: 'strategy.goal' },
    })
    expect(faults.filter(({ kind }) => kind === 'lostChange')).not.toEqual([])
  })

  test('rows of a change cannot lose it', async ({ open }) => {
    const cut = asSuperuserUndone(open, (tx) => runAll(tx, ['delete from platform.change']))
    await expect(cut).rejects.toThrow(/foreign key/)
  })
})

async function runAll(tx: DatabaseTransaction, statements: readonly string[]) {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}
