import { describe, expect } from 'vitest'
import { startReading } from '#modules/findings'
import { countByFacet } from '#modules/findings.server'
import { judgedPeriods } from '#modules/indicators'
import { readStanding, readTallies } from '#modules/indicators.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { countStatements, test } from '../../../tests/support/database.ts'
import { readTree } from './current-strategy.server.ts'
import { evaluateStrategy, type StrategyEvaluation } from './evaluation.ts'
import { findStrategyByKey } from './store.server.ts'

const TARGET_SET = 'liepaja-2020-2025'

async function liepaja(db: Database) {
  const data = await readAs(db, THE_PUBLIC, async (tx) => {
    const summary = await findStrategyByKey(tx, TARGET_SET)
    const municipalityId = summary?.municipalityId ?? ''
    const tree = await readTree(startReading(tx, { municipalityId }))
    return (
      tree && {
        tree,
        municipalityId,
        standing: await readStanding(tx, { municipalityId, targetSet: TARGET_SET }),
      }
    )
  })
  if (!data) throw new Error('the tests’ database has no strategy of Liepāja')
  return data
}

async function evaluationOf(db: Database, period = '2024/2025') {
  const { tree, municipalityId, standing } = await liepaja(db)
  const { periodRule } = standing
  const verdicts = await readAs(db, THE_PUBLIC, (tx) =>
    readTallies(tx, { municipalityId, targetSet: TARGET_SET, period, periodRule }),
  )
  return evaluateStrategy(tree, { ...standing, period, verdicts })
}

const seriesOf = ({ goals }: StrategyEvaluation) =>
  goals.map(({ goal, series }) => [goal.code, series.total, series.met, series.missed, series.notEvaluable])

describe('the evaluation of Liepāja’s strategy', () => {
  test('judges the newest period that answers a target year', async ({ db }) => {
    const { standing } = await liepaja(db)
    expect(standing.period).toBe('2024/2025')
    expect(judgedPeriods(standing)).toEqual(['2023/2024', '2024/2025'])
  })

  test('judges 45 of 68 series, and 15 of them meet their target', async ({ db }) => {
    expect((await evaluationOf(db)).series).toMatchObject({
      total: 68,
      judged: 45,
      met: 15,
      missed: 30,
      onTrack: 0,
      offTrack: 0,
      notEvaluable: 23,
    })
  })

  test('counts met, missed and not judged per goal', async ({ db }) => {
    expect(seriesOf(await evaluationOf(db))).toEqual([
      ['KP1', 21, 3, 9, 9],
      ['KP2', 30, 10, 16, 4],
      ['KP3', 8, 0, 3, 5],
      ['KP4', 9, 2, 2, 5],
    ])
  })

  test('counts 47 actions by status', async ({ db }) => {
    expect((await evaluationOf(db)).actions).toEqual({
      total: 47,
      byStatus: { implemented: 14, inProgress: 16, partial: 14, deferred: 1, notStarted: 2 },
      unreported: 0,
    })
  })

  test('takes in the 31 indicators that measure a goal, and no context figure', async ({ db }) => {
    const { indicators, goals } = await evaluationOf(db)
    expect(indicators.total).toBe(31)
    expect(goals.map((goal) => goal.indicators.total)).toEqual([10, 8, 7, 6])
  })

  test('adds up: the goals together are the whole', async ({ db }) => {
    const { goals, series: all } = await evaluationOf(db)
    expect(goals.reduce((sum, { series }) => sum + series.total, 0)).toBe(all.total)
    expect(goals.reduce((sum, { actions }) => sum + actions.total, 0)).toBe(47)
  })

  test('judges nothing for a period without results', async ({ db }) => {
    expect((await evaluationOf(db, '2030/2031')).series).toMatchObject({ total: 68, judged: 0 })
  })

  test('counts findings for every goal', async ({ db }) => {
    const { municipalityId } = await liepaja(db)
    const counts = await readAs(db, THE_PUBLIC, (tx) => countByFacet(tx, municipalityId, 'goal'))
    const goals = [...counts].flatMap(([goal, count]) => (count > 0 ? goal : []))
    expect([...goals].sort()).toEqual(['KP1', 'KP2', 'KP3', 'KP4'])
  })
})

describe('reading what a page shows', () => {
  test('takes two statements for how the figures stand', async ({ db }) => {
    const { municipalityId } = await liepaja(db)
    const count = await countStatements(db, () =>
      readAs(db, THE_PUBLIC, (tx) => readStanding(tx, { municipalityId, targetSet: TARGET_SET })),
    )
    // Besides who reads.
    expect(count).toBe(3)
  })

  test('says where things stand in the documents', async ({ db }) => {
    const { tree } = await liepaja(db)
    expect(tree.strategy.source).toBe('evaluation')
    expect(tree.goals[0]?.source).toBe('evaluation')
  })
})
