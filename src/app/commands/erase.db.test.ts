import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { openPersons } from '#platform/rights/open-persons.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import { operator } from '#platform/users.ts'
import { test as databaseTest } from '../../../tests/support/database.ts'
import { findPlace, head, type Place, register } from '../../../tests/support/staff.ts'
import { runCommand } from './run-command.ts'

const test = databaseTest
  .extend('place', { scope: 'file' }, ({ db }) => findPlace(db))
  .extend('run', { scope: 'file' }, ({ open }) => async (...words: string[]) => {
    const said: { out: string[]; err: string[] } = { out: [], err: [] }
    const code = await runCommand(['person', 'erase', ...words, '-l', 'en'], {
      folder: '',
      settings: readSettings({}),
      tell: (line) => said.out.push(line),
      complain: (line) => said.err.push(line),
      withOpenDatabase: (work) => work(open),
      withDatabase: (work) => work(open),
    })
    return { ...said, code }
  })

/** How many names and records an institution has of somebody, what the journal says, and why the record was opened. */
async function leftOf(db: Database, place: Place, person: string) {
  const opened = { municipalityId: place.municipalityId, persons: [person], reason: 'pārbaude' } as const
  const asked = { ...opened, capability: 'people.record.read' } as const
  const { names, records } = await openPersons(db, head(place), asked, async (tx) => ({
    names: await sql`select 1 from identity.name where person_id = ${person}`.execute(tx),
    records: await sql`select 1 from identity.record where person_id = ${person}`.execute(tx),
  }))
  const { changes, readings } = await readAs(db, operator(), async (tx) => ({
    changes: await sql<{ detail: object }>`select detail from platform.change
      where action = 'person.erased' and subject = ${person}`.execute(tx),
    readings: await sql<{ reason: string }>`select reason from platform.reading
      where person_id = ${person} and capability = 'platform.person.erase' order by at`.execute(tx),
  }))
  return {
    names: names.rows.length,
    records: records.rows.length,
    changes: changes.rows.map(({ detail }) => detail),
    reasons: readings.rows.map(({ reason }) => reason),
  }
}

const KEPT = 'Keeps – Posts, classes and charges: 1. Stay without names'
const startingWith = (lines: readonly string[]) => lines.map((line) => expect.stringMatching(`^${line}`))

describe('erasing somebody who left long ago', () => {
  test('says what would be erased and what would stay, and erases nothing', async ({ db, place, run }) => {
    const person = await register(db, place, '2010-06-01')
    const { out, err, code } = await run('liepaja', person)
    expect(out).toEqual(
      startingWith([
        'Would erase – Names: 1$',
        'Would erase – Records of persons: 1$',
        'Would erase – Who belongs where: 1$',
        KEPT,
        'Nothing is erased yet. To erase it, repeat the command with --confirm.$',
      ]),
    )
    expect({ err, code }).toEqual({ err: [], code: 0 })
    expect(await leftOf(db, place, person)).toEqual({
      names: 1,
      records: 1,
      changes: [],
      reasons: ["erased at the server's command line"],
    })
  })

  test('with --confirm erases it, says so, and leaves numbers and the reason', async ({ db, place, run }) => {
    const person = await register(db, place, '2010-06-01')
    const { out, err, code } = await run('liepaja', person, '--confirm', '--why=lūgums nr. 14')
    expect(out).toEqual(
      startingWith([
        'Erased – Names: 1$',
        'Erased – Records of persons: 1$',
        'Erased – Who belongs where: 1$',
        KEPT,
      ]),
    )
    expect({ err, code }).toEqual({ err: [], code: 0 })
    const left = await leftOf(db, place, person)
    expect(left).toMatchObject({ names: 0, records: 0, reasons: ['lūgums nr. 14'] })
    expect(left.changes).toMatchObject([
      { erased: { 'people.names': 1, 'people.records': 1, 'people.directory': 1 } },
    ])
    expect(await run('liepaja', person, '--confirm')).toMatchObject({ out: startingWith([KEPT]), code: 0 })
  })
})

test.for<[who: string, worksUntil: string | null, said: string]>([
  ['works there', null, '. As long as a person works at the institution, it must know who that is.'],
  ['left not long ago', '2022-06-01', '. A staff file must be kept for 10 years after the work has ended'],
])(
  'of somebody who %s all is kept, which is said with the reason',
  async ([, until, why], { db, place, run }) => {
    const person = await register(db, place, until)
    const keeps = until === null ? 'Keeps' : 'Keeps until 2032-06-01'
    const kept = ['Names', 'Records of persons', 'Who belongs where'].map(
      (what) => `${keeps} – ${what}: 1${why}`,
    )
    for (const words of [[], ['--confirm']])
      expect(await run('liepaja', person, ...words)).toEqual({
        out: startingWith([...kept, KEPT]),
        err: [],
        code: 0,
      })
    expect(await leftOf(db, place, person)).toMatchObject({ names: 1, records: 1 })
  },
)

describe('nobody is erased', () => {
  test('who is not known there, whatever the number is', async ({ db, place, run }) => {
    const person = await register(db, place, '2010-06-01')
    for (const words of [
      ['liepaja', uuidv7()],
      ['liepaja', 'Zenta Dzēšamā'],
      ['ventspils', person],
    ])
      expect(await run(...words, '--confirm')).toEqual({
        out: [],
        err: ['There is nobody with this number in this municipality.'],
        code: 1,
      })
    const nowhere = await run('atlantida', person, '--confirm')
    expect(nowhere).toMatchObject({ out: [], err: startingWith(['There is no such municipality.']), code: 1 })
    expect(await leftOf(db, place, person)).toMatchObject({ names: 1, records: 1, reasons: [] })
  })

  test('by a command that is not understood, which says how it is used', async ({ run }) => {
    const { out, code } = await run('liepaja', '--confirm')
    expect(out.join()).toContain("person erase <municipality> <person's number> [--confirm] [--why …]")
    expect(code).toBe(2)
  })
})
