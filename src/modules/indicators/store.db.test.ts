import { describe, expect } from 'vitest'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { countStatements, test } from '../../../tests/support/database.ts'
import { findBatches } from './batches.server.ts'
import { filterSeries, judgeSet } from './list.ts'
import { outlineOf } from './outline.ts'
import { getSetOutline } from './outline-store.server.ts'
import { judgedPeriods } from './questions.ts'
import { getIndicatorSet } from './store.server.ts'
import { addTallies, tallyVerdicts } from './tally.ts'
import { readJudged, readTallies } from './verdicts.server.ts'

const TARGET_SET = 'liepaja-2020-2025'

/** Reads of Liepāja as anybody may. */
function read<Result>(
  db: Database,
  work: (tx: DatabaseTransaction, municipalityId: string) => Promise<Result>,
) {
  return readAs(db, THE_PUBLIC, async (tx) => {
    const municipality = await findMunicipality(tx, 'liepaja')
    if (!municipality) throw new Error('the tests’ database has no Liepāja')
    return work(tx, municipality.id)
  })
}

const readSet = (db: Database) => read(db, (tx, id) => getIndicatorSet(tx, id, TARGET_SET))
const readUnprotected = (db: Database) =>
  read(db, (tx, id) => getIndicatorSet(tx, id, TARGET_SET, { view: 'unprotected' }))

describe('getIndicatorSet', () => {
  test('says of every target from which line of which file it came', async ({ db }) => {
    const set = await readSet(db)
    const targets = set.indicators.flatMap(({ series }) => series.flatMap((one) => one.targets))
    expect(targets.length).toBeGreaterThan(100)
    expect(new Set(targets.map(({ origin }) => origin.file))).toEqual(new Set(['targets.csv']))
    expect(new Set(targets.map(({ origin }) => origin.row)).size).toBe(targets.length)
  })

  test('reads in parts what it reads as a whole', async ({ db }) => {
    const set = await readSet(db)
    const parts = await read(db, async (tx, id) => {
      const batches = (await findBatches(tx, id, TARGET_SET)).flat()
      return Promise.all(
        batches.map((indicator) => getIndicatorSet(tx, id, TARGET_SET, { indicators: [indicator] })),
      )
    })
    expect(parts.flatMap(({ indicators }) => indicators)).toEqual(set.indicators)
  })

  test('reads single series, and says how many their indicator has', async ({ db }) => {
    const set = await readSet(db)
    const indicator = set.indicators.find(({ code }) => code === '14')
    const series = indicator?.series[3]
    const part = await read(db, (tx, id) =>
      getIndicatorSet(tx, id, TARGET_SET, { series: [series?.id ?? ''] }),
    )
    expect(part.indicators).toEqual([{ ...indicator, series: [series] }])
  })

  test('takes eleven statements, one for institutions in it and three for figures about people', async ({
    db,
  }) => {
    const count = (work: (tx: DatabaseTransaction, id: string) => Promise<unknown>) =>
      countStatements(db, () => read(db, work))
    const none = await count(async () => undefined)
    const part = (indicator: string | undefined) =>
      count((tx, id) => getIndicatorSet(tx, id, TARGET_SET, { indicators: [indicator ?? ''] }))
    const indicators = await read(db, async (tx, id) => (await findBatches(tx, id, TARGET_SET)).flat())
    expect((await count((tx, id) => getIndicatorSet(tx, id, TARGET_SET))) - none).toBe(15)
    expect((await part(indicators[0])) - none).toBe(11)
    expect((await part(indicators[8])) - none).toBe(15)
  })
})

test('the outline of a set is read as it would be made from the set', async ({ db }) => {
  const outline = await read(db, (tx, id) => getSetOutline(tx, id, TARGET_SET))
  const made = outlineOf(await readUnprotected(db))
  const sorted = ({ figures, ...rest }: typeof made) => ({
    ...rest,
    figures: figures.map((one) => JSON.stringify(one)).sort(),
  })
  expect(sorted(outline)).toEqual(sorted(made))
})

describe('verdicts', () => {
  test('that are kept are those that judging gives', async ({ db }) => {
    const set = await readSet(db)
    for (const period of judgedPeriods(set)) {
      const asked = { targetSet: TARGET_SET, period, periodRule: set.periodRule }
      const kept = await read(db, (tx, id) => readTallies(tx, { ...asked, municipalityId: id }))
      const asOf = new Date()
      const judged = await read(db, (tx, id) => readTallies(tx, { ...asked, municipalityId: id, asOf }))
      const sorted = (tallies: typeof kept) =>
        tallies.map((one) => JSON.stringify(Object.entries(one).sort())).sort()
      expect(sorted(kept)).toEqual(sorted(judged))
      expect(addTallies(kept)).toEqual(addTallies(tallyVerdicts(judgeSet(set, period))))
    }
  })

  test.for([
    {},
    { status: 'missed' },
    { status: 'notEvaluable', reason: 'noResult' },
    { text: 'PEDAGOGI' },
    { text: 'pirmsskola ipatsvars' },
    { status: 'met', text: 'iestāžu' },
    { text: 'neviens tāds' },
    { text: '100%_' },
  ] as const)('that are kept answer %o as a filter does', async (filter, { db }) => {
    const set = await readSet(db)
    const asked = { targetSet: TARGET_SET, period: '2024/2025', periodRule: set.periodRule }
    const kept = await read(db, (tx, id) => readJudged(tx, { ...asked, municipalityId: id }, filter))
    const expected = filterSeries(judgeSet(set, '2024/2025'), filter)
    expect(kept.map(({ seriesId }) => seriesId)).toEqual(expected.map(({ series }) => series.id))
  })
})
