import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findOpenTasks } from '#modules/work.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import {
  askedOf,
  headOf,
  plantAsking,
  plantEdit,
  plantFormula,
  plantHandingIn,
  plantSchools,
  specialistOf,
  type Town,
} from '../../../../tests/support/answered-calls.ts'
import { test as databaseTest } from '../../../../tests/support/database.ts'
import { municipalityIdOf } from '../../../../tests/support/editors.ts'
import { acceptMany } from './accept-many.service.server.ts'
import { acceptSubmission, reopenSubmission, returnSubmission } from './decide.service.server.ts'
import { mayHandIn } from './may-hand-in.ts'
import { recompute } from './recompute.service.server.ts'

const test = databaseTest.extend('town', { scope: 'file' }, async ({ db }) => {
  const municipality = { id: await municipalityIdOf(db, 'liepaja'), slug: 'liepaja' }
  const names = ['life-a', 'life-b', 'life-c', ...Array.from({ length: 9 }, (_, place) => `life-${place}`)]
  return plantSchools(db, municipality, names)
})

/** Hands in for a school, and answers what whoever decides sees of it. */
async function handedIn(
  db: Database,
  town: Town,
  call: string,
  place: number,
  given: Parameters<typeof plantHandingIn>[2]['given'],
) {
  const school = town.schools[place] ?? { id: '', key: '' }
  const version = await plantHandingIn(db, town, { call, school, given })
  const asked = await askedOf(db, town, call, school)
  return { asked, seen: { version, decision: asked.submission.decision?.number ?? 0 } }
}

/** Hands in and accepts. */
async function accepted(...given: Parameters<typeof handedIn>) {
  const [db, town] = given
  const { asked, seen } = await handedIn(...given)
  return acceptSubmission(db, specialistOf(town), asked, { seen })
}

type Figure = {
  value_kind: string | null
  missing: string | null
  number: number | null
  numerator: number | null
  denominator: number | null
  note_lv: string | null
  note_en: string | null
  locator: string | null
  revision: number
  revision_reason: string | null
  is_public: boolean
  institution_id: string | null
  key: string
}

/** Every state of the figures of an indicator, the earliest first. */
const figuresOf = (db: Database, town: Town, indicatorId: string) =>
  readAs(db, operator(town.id), async (tx) => {
    const { rows } = await sql<Figure>`
      select o.*, o.number::float8 as number, o.numerator::float8 as numerator, o.denominator::float8 as denominator,
        s.institution_id, s.key from indicators.observation o
      join indicators.series s on s.municipality_id = o.municipality_id and s.id = o.series_id
      where o.municipality_id = ${town.id} and s.indicator_id = ${indicatorId}
      order by s.position, o.revision`.execute(tx)
    return rows
  })

const ratio = (taking_part: number, pupils: number) => ({ taking_part, pupils })

describe('accepting', () => {
  test('sums numerators and denominators over institutions before it divides', async ({ db, town }) => {
    const schools = town.schools.slice(0, 3)
    await plantAsking(db, town, { key: 'sums', period: '2001', schools })
    const indicator = await plantFormula(db, town, { catalogue: 'life', code: 'sums' })
    await accepted(db, town, 'sums', 0, ratio(40, 50))
    await accepted(db, town, 'sums', 1, ratio(10, 20))
    await accepted(db, town, 'sums', 2, { taking_part: 'n/a', pupils: 'n/a' })
    const figures = await figuresOf(db, town, indicator)
    expect(figures.map(({ number, locator }) => [number, locator])).toEqual([
      [80, '1 no 3 iestādēm'],
      [71.4, '2 no 3 iestādēm'],
      [71.4, '2 no 3 iestādēm'],
    ])
    expect(figures.at(-1)).toMatchObject({ value_kind: 'share', numerator: 50, denominator: 70 })
    expect(figures.at(-1)?.note_lv).toContain('2 no 3 iestādēm')
    expect(figures.at(-1)?.note_lv).toContain('Nav saskaitīti 1 iestādes dati')
    expect(figures.at(-1)?.note_en).toContain('2 of 3 institutions')
    expect(figures.every(({ revision_reason, is_public }) => revision_reason && is_public)).toBe(true)
  })

  test('counts zero as zero and a blank as nothing', async ({ db, town }) => {
    const schools = town.schools.slice(0, 3)
    await plantAsking(db, town, { key: 'zero', period: '2002', schools })
    const indicator = await plantFormula(db, town, { catalogue: 'life', code: 'zero', denominator: null })
    await accepted(db, town, 'zero', 0, { taking_part: 0, pupils: 5 })
    await accepted(db, town, 'zero', 1, { pupils: 5 })
    const figures = await figuresOf(db, town, indicator)
    expect(figures.at(-1)).toMatchObject({ value_kind: 'number', number: 0, locator: '1 no 3 iestādēm' })
  })

  test('gives each institution its own figure, with the series that is missing', async ({ db, town }) => {
    const schools = town.schools.slice(0, 2)
    await plantAsking(db, town, { key: 'own', period: '2003', schools })
    const given = { catalogue: 'life', code: 'own', level: 'institution', isPublic: false } as const
    const indicator = await plantFormula(db, town, given)
    await accepted(db, town, 'own', 0, ratio(1, 4))
    await accepted(db, town, 'own', 1, ratio(9, 8))
    const figures = await figuresOf(db, town, indicator)
    expect(figures.map(({ key, number, missing, is_public }) => [key, number, missing, is_public])).toEqual([
      ['own/life-a', 25, null, false],
      ['own/life-b', null, 'notReported', false],
    ])
  })

  test('is refused to who handed in and to who typed, by the database too', async ({ db, town }) => {
    const schools = town.schools.slice(0, 1)
    const school = schools[0] ?? { id: '', key: '' }
    await plantAsking(db, town, { key: 'self', period: '2004', schools })
    const both = specialistOf(town, 'both')
    await plantHandingIn(db, town, { call: 'self', school, given: ratio(1, 2), by: both })
    await plantEdit(db, town, { call: 'self', school, by: specialistOf(town, 'typist') })
    const asked = await askedOf(db, town, 'self', school)
    const seen = { version: 1, decision: 0 }
    expect(await acceptSubmission(db, both, asked, { seen })).toEqual({
      kind: 'refused',
      why: 'collection.life.decide.author',
    })
    expect(await acceptSubmission(db, specialistOf(town, 'typist'), asked, { seen })).toEqual({
      kind: 'refused',
      why: 'collection.life.decide.typist',
    })
    const insert = (author: string) =>
      writeAs(db, operator(town.id), (tx) =>
        sql`insert into collection.decision (municipality_id, institution_id, submission_id, number, version, author,
          kind, decided_by, change_id) select municipality_id, institution_id, submission_id, 1, 1, ${author}, 'accepted',
          'both', change_id from collection.handing_in where submission_id = ${asked.submission.id}`.execute(
          tx,
        ),
      )
    await expect(insert('both')).rejects.toThrow(/check/)
    await expect(insert('somebody')).rejects.toThrow(/foreign key/)
    expect((await askedOf(db, town, 'self', school)).submission.state).toBe('submitted')
    await expect(acceptSubmission(db, headOf(town, school), asked, { seen })).rejects.toMatchObject({
      status: 403,
    })
  })

  test('of twenty at once happens once, and the others see what was decided', async ({ db, town }) => {
    const schools = town.schools.slice(0, 1)
    await plantAsking(db, town, { key: 'race', period: '2005', schools })
    const indicator = await plantFormula(db, town, { catalogue: 'life', code: 'race' })
    const { asked, seen } = await handedIn(db, town, 'race', 0, ratio(1, 2))
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        acceptSubmission(db, specialistOf(town, `specialist-${place}`), asked, { seen }),
      ),
    )
    const kinds = all.map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['decided', ...Array.from({ length: 19 }, () => 'meanwhile')])
    const other = all.find(({ kind }) => kind === 'meanwhile')
    expect(other).toMatchObject({ submission: { state: 'accepted', decision: { kind: 'accepted' } } })
    expect(await figuresOf(db, town, indicator)).toHaveLength(1)
  })

  test('of many takes those without comments, each in its own change, and names the others', async ({
    db,
    town,
  }) => {
    const schools = town.schools.slice(0, 4)
    await plantAsking(db, town, { key: 'many', period: '2006', schools })
    await handedIn(db, town, 'many', 0, ratio(1, 2))
    await handedIn(db, town, 'many', 1, ratio(1, 2))
    const [, , third] = schools
    if (third) await plantHandingIn(db, town, { call: 'many', school: third, given: ratio(9, 9), soft: 1 })
    const chosen = schools.map(({ key }) => ({ institution: key, version: 1, decision: 0 }))
    const done = await acceptMany(db, specialistOf(town), { municipality: town, call: 'many' }, chosen)
    expect(done.accepted).toEqual(['life-a', 'life-b'])
    expect(done.left).toMatchObject([
      { institution: 'life-c', why: 'collection.life.left.soft' },
      { institution: 'life-0', why: 'collection.life.left.meanwhile' },
    ])
    const changes = await readAs(db, operator(town.id), (tx) =>
      sql<{ count: number }>`select count(distinct d.change_id)::int as count from collection.decision d
        join collection.submission s on s.id = d.submission_id
        join collection.data_call c on c.id = s.call_id where c.key = 'many'`.execute(tx),
    )
    expect(changes.rows[0]?.count).toBe(2)
  })
})

describe('giving back', () => {
  test('says what is to be mended, as a task with one link', async ({ db, town }) => {
    const schools = town.schools.slice(0, 1)
    await plantAsking(db, town, { key: 'back', period: '2007', schools })
    const { asked, seen } = await handedIn(db, town, 'back', 0, ratio(1, 2))
    const nothing = await returnSubmission(db, specialistOf(town), asked, { seen, reason: null, remarks: [] })
    expect(nothing).toEqual({ kind: 'refused', why: 'collection.life.decide.remarkNeeded' })
    const remarks = [{ field: 'pupils', text: 'Pagājušajā gadā bija 50.' }]
    const done = await returnSubmission(db, specialistOf(town), asked, { seen, reason: null, remarks })
    expect(done).toMatchObject({ kind: 'decided', number: 1 })
    const { submission } = await askedOf(db, town, 'back', schools[0] ?? { key: '' })
    expect(submission).toMatchObject({ state: 'returned', decision: { remarks } })
    const head = headOf(town, schools[0] ?? { id: '', key: '' })
    const tasks = await readAs(db, head, (tx) => findOpenTasks(tx, head.id))
    expect(tasks.filter(({ kind }) => kind === 'collection.mend')).toMatchObject([
      { address: '/darbs/liepaja/datu-vaksana/vaksana/back/life-a' },
    ])
  })

  test('after acceptance leaves the figure, with a note, until the new one is accepted', async ({
    db,
    town,
  }) => {
    const schools = town.schools.slice(0, 2)
    await plantAsking(db, town, { key: 'again', period: '2008', schools })
    const indicator = await plantFormula(db, town, { catalogue: 'life', code: 'again' })
    await accepted(db, town, 'again', 0, ratio(1, 2))
    const school = schools[0] ?? { id: '', key: '' }
    const before = await askedOf(db, town, 'again', school)
    const seen = { version: 1, decision: 1 }
    const silent = await reopenSubmission(db, specialistOf(town), before, { seen, reason: ' ' })
    expect(silent).toMatchObject({ kind: 'refused' })
    await reopenSubmission(db, specialistOf(town), before, { seen, reason: 'Kļūda skaitā' })
    const open = (await figuresOf(db, town, indicator)).at(-1)
    expect(open).toMatchObject({ number: 50, revision: 2 })
    expect(open?.note_lv).toContain('1 iestādes dati tiek laboti')
    await accepted(db, town, 'again', 0, ratio(2, 2))
    const mended = (await figuresOf(db, town, indicator)).at(-1)
    expect(mended).toMatchObject({ number: 100, revision: 3 })
    expect(mended?.note_lv).not.toContain('laboti')
  })

  test('after the lock is a correction that the journal knows as one', async ({ db, town }) => {
    const schools = town.schools.slice(0, 1)
    const school = schools[0] ?? { id: '', key: '' }
    await plantAsking(db, town, { key: 'locked', period: '2009', schools, locksIn: -1 })
    await accepted(db, town, 'locked', 0, ratio(1, 2))
    const before = await askedOf(db, town, 'locked', school)
    const now = new Date()
    const closed = mayHandIn({ phase: 'locked', ...before.submission }, now)
    expect(closed.may).toBe(false)
    const seen = { version: 1, decision: 1 }
    await reopenSubmission(db, specialistOf(town), before, { seen, reason: 'Pārrakstīšanās kļūda' })
    const { submission } = await askedOf(db, town, 'locked', school)
    expect(submission.decision).toMatchObject({ kind: 'reopened', isCorrection: true })
    expect(mayHandIn({ phase: 'locked', ...submission }, now)).toEqual({ may: true, isCorrection: true })
    const { rows } = await readAs(db, operator(town.id), (tx) =>
      sql<{ action: string; detail: unknown }>`select action, detail from platform.change
        where subject = 'locked/life-a' and action = 'submission.corrected'`.execute(tx),
    )
    expect(rows).toMatchObject([{ detail: { version: 1, isCorrection: true } }])
  })
})

describe('what follows from what was accepted', () => {
  test('comes out the same when it is worked out again, and leads to its submissions', async ({
    db,
    town,
  }) => {
    const schools = town.schools.slice(0, 9)
    const callId = await plantAsking(db, town, { key: 'same', period: '2010', schools })
    const indicator = await plantFormula(db, town, { catalogue: 'life', code: 'same' })
    const each = await plantFormula(db, town, { catalogue: 'life', code: 'each', level: 'institution' })
    for (const place of schools.keys()) await accepted(db, town, 'same', place, ratio(place, 10))
    const kept = () =>
      readAs(db, operator(town.id), async (tx) => {
        const rows = async (table: string) =>
          (
            await sql`select * from ${sql.table(table)} where municipality_id = ${town.id} order by 2, 3, 4`.execute(
              tx,
            )
          ).rows
        return {
          figures: await figuresOf(db, town, indicator),
          totals: await rows('collection.call_total'),
          peers: await rows('collection.peer_summary'),
          burden: await rows('collection.burden'),
          lineage: await rows('collection.lineage'),
        }
      })
    const before = await kept()
    expect(await recompute(db, specialistOf(town), town.id, callId)).toBe(0)
    expect(await kept()).toEqual(before)
    const total = before.totals.find(
      (row) =>
        (row as { call_id: string; field: string }).call_id === callId &&
        (row as { field: string }).field === 'taking_part',
    )
    expect(total).toMatchObject({ accepted: 9, asked: 9 })
    expect(Number((total as { total: number }).total)).toBe(before.figures.at(-1)?.numerator)
    const { rows } = await readAs(db, operator(town.id), (tx) =>
      sql<{
        orphans: number
        led: number
      }>`select count(*) filter (where not exists (select from collection.lineage l
          join collection.handing_in h on h.submission_id = l.submission_id and h.version = l.version
          where l.series_id = o.series_id and l.period = o.period and l.observation_revision <= o.revision))::int as orphans,
        count(*)::int as led
        from indicators.observation o join platform.change c on c.id = o.change_id and c.municipality_id = o.municipality_id
        join indicators.series s on s.id = o.series_id
        where c.origin = 'submission' and s.indicator_id in (${indicator}, ${each})`.execute(tx),
    )
    expect(rows[0]).toEqual({ orphans: 0, led: 18 })
  })

  test('tells of peers from eight on, and never of one more', async ({ db, town }) => {
    const schools = town.schools.slice(0, 12)
    const callId = await plantAsking(db, town, { key: 'peers', period: '2011', schools })
    const peers = () =>
      readAs(db, operator(town.id), async (tx) => {
        const { rows } = await sql<{ peers: number; median: number }>`select peers, median::float8 as median,
          lower_quartile::float8 as lower, upper_quartile::float8 as upper, deviation::float8 as deviation
          from collection.peer_summary where call_id = ${callId} and field = 'pupils'`.execute(tx)
        return rows
      })
    const seen: (number | undefined)[] = []
    for (const place of schools.keys()) {
      await accepted(db, town, 'peers', place, ratio(1, place + 1))
      seen.push((await peers())[0]?.peers)
    }
    const none = undefined
    expect(seen).toEqual([none, none, none, none, none, none, none, 8, 8, 8, 11, 11])
    expect(await peers()).toEqual([{ peers: 11, median: 6, lower: 3.5, upper: 8.5, deviation: 3 }])
  })
})
