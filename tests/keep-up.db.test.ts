import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { countKept } from '#modules/findings.server'
import { addTallies } from '#modules/indicators'
import { getIndicatorSet, readStanding } from '#modules/indicators.server'
import { findMunicipality } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { keepUp } from '#platform/keep/keep-up.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { keepUpWith } from '../src/app/keepers.server.ts'
import { beginTestChange } from './support/change.ts'
import { test } from './support/database.ts'

const TARGET_SET = 'liepaja-2020-2025'

async function idOf(db: Database) {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'liepaja'))
  if (!municipality) throw new Error('the tests’ database has no Liepāja')
  return municipality.id
}

/** What pages say of Liepāja from what is kept. */
const say = (db: Database, municipalityId: string) =>
  readAs(db, THE_PUBLIC, async (tx) => {
    const { verdicts } = await readStanding(tx, { municipalityId, targetSet: TARGET_SET })
    const counts = await countKept(tx, municipalityId)
    return {
      met: addTallies(verdicts).met,
      jumps: counts.filter(({ code }) => code === 'value-jump').reduce((sum, { count }) => sum + count, 0),
    }
  })

/** Makes the figure of 2023/2024 of a series another one, as a correction. */
async function correct(db: Database, municipalityId: string, key: string, number: number) {
  await writeAs(db, operator(municipalityId), async (tx) => {
    const change = await beginTestChange(tx, { municipalityId })
    await sql`insert into indicators.observation (municipality_id, series_id, period, value_kind, number, unit,
        revision, recorded_at, recorded_by, change_id, is_public)
      select municipality_id, series_id, period, value_kind, ${number}, unit, revision + 1, now(), 'test', ${change.id}, is_public
      from indicators.observation
      where municipality_id = ${municipalityId} and period = '2023/2024' and series_id = (
        select id from indicators.series where municipality_id = ${municipalityId} and key = ${key})
      order by revision desc limit 1`.execute(tx)
  })
}

describe('what is kept', () => {
  test('follows a changed figure, and is worked out only when there is something new', async ({ db }) => {
    const id = await idOf(db)
    // The database that the tests keep may be of another state of the code.
    await keepUpWith(db, id)
    expect(await keepUpWith(db, id)).toBe(false)
    const before = await say(db, id)
    await correct(db, id, '1/school', 1000)
    expect(await say(db, id)).toEqual(before)
    expect(await keepUpWith(db, id)).toBe(true)
    const after = await say(db, id)
    expect(after.jumps).toBe(before.jumps + 1)
    expect(await keepUpWith(db, id)).toBe(false)
    await correct(db, id, '1/school', 11)
    await keepUpWith(db, id)
    expect(await say(db, id)).toEqual(before)
  })

  test('is worked out anew by another program', async ({ db }) => {
    const id = await idOf(db)
    const seen: unknown[] = []
    const keeper = {
      name: 'test',
      keep: async (_: Database, { changes }: { changes: unknown }) => {
        seen.push(changes)
        return false
      },
    }
    expect(await keepUp(db, [keeper], { municipalityId: id, code: 'one' })).toBe(true)
    expect(await keepUp(db, [keeper], { municipalityId: id, code: 'one' })).toBe(false)
    expect(await keepUp(db, [keeper], { municipalityId: id, code: 'two' })).toBe(true)
    expect(seen).toEqual(['all', 'all'])
  })

  test('of a municipality that has published nothing is nothing', async ({ db }) => {
    const ventspils = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, 'ventspils'))
    const id = ventspils?.id ?? ''
    await keepUpWith(db, id)
    const kept = await readAs(db, operator(id), (tx) =>
      tx
        .selectFrom('findings.finding')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('municipality_id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect(kept.count).toBe(0)
  })

  test('a corrected figure about people is covered until it has been examined', async ({ db }) => {
    const id = await idOf(db)
    await keepUpWith(db, id)
    const shown = async () => {
      const set = await readAs(db, THE_PUBLIC, (tx) => getIndicatorSet(tx, id, TARGET_SET))
      const series = set.indicators.flatMap((one) => one.series).find(({ key }) => key === '14/basic/sport')
      return series?.results.find(({ period }) => period === '2023/2024')?.value
    }
    expect(await shown()).toMatchObject({ number: 198 })
    await correct(db, id, '14/basic/sport', 199)
    expect(await shown()).toEqual({ kind: 'missing', missing: 'confidential' })
    await keepUpWith(db, id)
    expect(await shown()).toMatchObject({ number: 199 })
    await correct(db, id, '14/basic/sport', 198)
    await keepUpWith(db, id)
  })

  test('figures are examined anew when another rule comes into force', async ({ db }) => {
    const id = await idOf(db)
    await keepUpWith(db, id)
    const covers = async () =>
      (
        await readAs(db, THE_PUBLIC, (tx) =>
          tx
            .selectFrom('indicators.cover')
            .innerJoin('indicators.series', 'indicators.series.id', 'indicators.cover.series_id')
            .select('indicators.series.key')
            .distinct()
            .where('indicators.cover.municipality_id', '=', id)
            .execute(),
        )
      ).map(({ key }) => key)
    expect(await covers()).toEqual(['20'])
    const country = operator()
    const setLeast = (count: number) =>
      writeAs(db, country, (tx) =>
        sql`insert into registry.disclosure_rule (what, valid_from, least_people, least_count, zeros)
          values ('count', '2026-11-02', 0, ${count}, 'print')
          on conflict (what, valid_from) do update set least_count = excluded.least_count`.execute(tx),
      )
    await setLeast(25)
    expect(await keepUpWith(db, id)).toBe(true)
    expect((await covers()).sort()).toEqual(['14/preschool/steam', '14/secondary/steam', '20'])
    await setLeast(5)
    await keepUpWith(db, id)
    expect(await covers()).toEqual(['20'])
  })
})
