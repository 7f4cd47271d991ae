import { describe, expect } from 'vitest'
import { gatherFindings, startReading } from '#modules/findings'
import { indicatorFamily } from '#modules/indicators.server'
import { findMunicipality } from '#modules/registry.server'
import { strategyFamily } from '#modules/strategy.server'
import { surveyFamily } from '#modules/surveys.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { findImportRuns } from '#platform/import/runs.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { countStatements, test } from '../../../tests/support/database.ts'
import { countCitations } from './citations.ts'
import { findHeadlines } from './headlines.server.ts'
import { readOverview } from './read-overview.server.ts'
import { readPublished } from './read-published.server.ts'

async function idOf(db: Database, slug: string): Promise<string> {
  const municipality = await readAs(db, THE_PUBLIC, (tx) => findMunicipality(tx, slug))
  if (!municipality) throw new Error(`the tests’ database has no ${slug}`)
  return municipality.id
}

const families = [indicatorFamily, strategyFamily, surveyFamily]
const readingOf = (tx: DatabaseTransaction, municipalityId: string) => startReading(tx, { municipalityId })

async function gatherLiepaja(db: Database) {
  const id = await idOf(db, 'liepaja')
  const gathered = await readAs(db, THE_PUBLIC, (tx) => gatherFindings(readingOf(tx, id), families))
  return gathered ?? []
}

async function readLiepaja(db: Database) {
  const id = await idOf(db, 'liepaja')
  const data = await readAs(db, THE_PUBLIC, (tx) => readPublished(readingOf(tx, id)))
  if (!data) throw new Error('the tests’ database has no strategy of Liepāja')
  return data
}

describe('readPublished', () => {
  test('takes the same number of statements however much there is', async ({ db }) => {
    const id = await idOf(db, 'liepaja')
    const statements = await countStatements(db, () =>
      readAs(db, THE_PUBLIC, (tx) => readPublished(readingOf(tx, id))),
    )
    // Who reads, which strategy, 2 for sources and 8 for the plan, 3 for what is cited, 7 for surveys.
    expect(statements).toBe(22)
  })

  test('gives the public nothing of a strategy that is not public', async ({ db }) => {
    const id = await idOf(db, 'ventspils')
    expect(await readAs(db, THE_PUBLIC, (tx) => readPublished(readingOf(tx, id)))).toBeUndefined()
  })
})

describe('gatherFindings', () => {
  test('brings the findings of indicators, strategy and surveys together', async ({ db }) => {
    const findings = await gatherLiepaja(db)
    expect([...new Set(findings.map(({ family }) => family))]).toEqual(families.map(({ name }) => name))
  })

  test('gives every finding a place of its own, the same each time', async ({ db }) => {
    const anchors = (await gatherLiepaja(db)).map(({ anchor }) => anchor)
    expect(new Set(anchors).size).toBe(anchors.length)
    expect((await gatherLiepaja(db)).map(({ anchor }) => anchor)).toEqual(anchors)
  })

  test('says which goal an indicator serves', async ({ db }) => {
    const findings = await gatherLiepaja(db)
    const sixth = findings.find(({ belongsTo }) => belongsTo.indicator?.includes('6'))
    expect(sixth?.belongsTo.goal).toEqual(['KP1'])
  })
})

describe('findHeadlines', () => {
  test('counts what each published strategy has reached', async ({ db }) => {
    const headlines = await findHeadlines(db)
    const { period, series } = headlines.get(await idOf(db, 'liepaja')) ?? {}
    expect(headlines.size).toBe(1)
    expect(period).toBe('2024/2025')
    expect(series).toMatchObject({ total: 68, judged: 45, met: 15, missed: 30, notEvaluable: 23 })
  })

  test('counts again only when something has changed', async ({ db }) => {
    await findHeadlines(db)
    expect(await countStatements(db, () => findHeadlines(db))).toBe(3)
  })
})

test('the widest misses are missed targets, the farthest first', async ({ db }) => {
  const id = await idOf(db, 'liepaja')
  const overview = await readAs(db, THE_PUBLIC, (tx) => readOverview(readingOf(tx, id), families, null))
  expect(
    overview?.misses.slice(0, 3).map(({ series, gap }) => [series.indicatorCode, Math.round(gap * 100)]),
  ).toEqual([
    ['9', 71],
    ['9', 50],
    ['25', -50],
  ])
})

test('says which documents were cited for what', async ({ db }) => {
  const citations = countCitations(await readLiepaja(db))
  expect(citations.get('evaluation')?.get('claims')).toBe(73)
  expect(citations.get('evaluation')?.get('figures')).toBe(236)
  expect(citations.has('lip')).toBe(false)
})

test('shows the public the loadings of public data only', async ({ db }) => {
  const runsOf = async (slug: string) => {
    const id = await idOf(db, slug)
    return readAs(db, THE_PUBLIC, (tx) => findImportRuns(tx, id))
  }
  expect(await runsOf('liepaja')).toMatchObject([{ dataset: 'liepaja-2020-2025', changed: 0 }])
  expect(await runsOf('ventspils')).toEqual([])
})
