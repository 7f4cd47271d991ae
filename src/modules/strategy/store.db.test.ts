import { describe, expect } from 'vitest'
import { outlineOf } from '#modules/indicators'
import { getIndicatorSet } from '#modules/indicators.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { operator, THE_PUBLIC } from '#platform/users.ts'
import { beginTestChange } from '../../../tests/support/change.ts'
import { countStatements, inRollback, test } from '../../../tests/support/database.ts'
import { actionsOf, countByStatus, currentStatus } from './model.ts'
import { findStrategyFindings } from './rules/index.ts'
import { findCurrentStrategy, findStrategies, findStrategyByKey, getStrategyTree } from './store.server.ts'

const KEY = 'liepaja-2020-2025'

function asThePublic<Result>(db: Database, work: (tx: DatabaseTransaction) => Promise<Result>) {
  return readAs(db, THE_PUBLIC, work)
}

async function liepaja(db: Database) {
  const found = await asThePublic(db, (tx) => findStrategyByKey(tx, KEY))
  if (!found) throw new Error('the tests’ database has no strategy of Liepāja')
  return found
}

/** A second report on an action that Liepāja calls not started. */
async function correctStatus(
  tx: DatabaseTransaction,
  strategy: { id: string; municipalityId: string },
  at: Date,
) {
  const { id } = await beginTestChange(tx, strategy)
  return tx
    .insertInto('strategy.action_status')
    .values({
      municipality_id: strategy.municipalityId,
      strategy_id: strategy.id,
      action: '1.1.2',
      as_of: '2024/2025',
      status: 'partial',
      comment_lv: 'Sākts.',
      comment_en: 'Begun.',
      decided_by_lv: null,
      decided_by_en: null,
      evidence_lv: null,
      evidence_en: null,
      revision: 2,
      recorded_at: at,
      recorded_by: 'operator',
      revision_reason: 'correction',
      change_id: id,
      origin_file: null,
      origin_row: null,
      is_public: true,
      source_id: null,
      locator: null,
    })
    .execute()
}

describe('finding a strategy', () => {
  test('shows the public what is public only', async ({ db }) => {
    const found = await asThePublic(db, findStrategies)
    expect(found).toMatchObject([{ key: KEY, period: { startsOn: '2020-01-01', endsOn: '2025-12-31' } }])
    expect(await asThePublic(db, (tx) => findStrategyByKey(tx, 'ventspils-2024-2027'))).toBeUndefined()
  })

  test('finds the current one of a municipality', async ({ db }) => {
    const { municipalityId, id } = await liepaja(db)
    expect(await asThePublic(db, (tx) => findCurrentStrategy(tx, municipalityId))).toMatchObject({ id })
  })

  test('finds nothing where there is nothing', async ({ db }) => {
    const { municipalityId } = await liepaja(db)
    const nobody = '00000000-0000-7000-8000-000000000000'
    expect(await asThePublic(db, (tx) => findCurrentStrategy(tx, nobody))).toBeUndefined()
    expect(await asThePublic(db, (tx) => getStrategyTree(tx, municipalityId, nobody))).toBeUndefined()
  })
})

describe('a strategy’s tree', () => {
  test('holds everything, in order', async ({ db }) => {
    const { municipalityId, id } = await liepaja(db)
    const tree = await asThePublic(db, (tx) => getStrategyTree(tx, municipalityId, id))
    expect(tree?.strategy.decision).toEqual({
      number: '458/16',
      minutes: 'Nr. 16, 9.§',
      decidedOn: '2021-12-16',
    })
    expect(tree?.strategy.values).toHaveLength(6)
    expect(tree?.goals.map((goal) => goal.directions.map((direction) => direction.code))).toEqual([
      ['1.1', '1.2', '1.3'],
      ['2.1', '2.2'],
      ['3.1', '3.2'],
      ['4.1', '4.2', '4.3'],
    ])
    expect(tree?.programmes.map((programme) => programme.links.length)).toEqual([
      10, 10, 10, 10, 0, 0, 0, 0, 0, 0,
    ])
    expect(tree?.externalFactors).toHaveLength(7)
    expect(tree?.recommendations).toHaveLength(9)
    expect(tree?.claims).toHaveLength(73)
    expect(tree?.goalOfIndicator.size).toBe(31)
    expect(countByStatus(tree ? actionsOf(tree) : [])).toMatchObject({ total: 47, unreported: 0 })
  })

  test('takes eight statements', async ({ db }) => {
    const { municipalityId, id } = await liepaja(db)
    const statements = await asThePublic(db, (tx) =>
      countStatements(db, () => getStrategyTree(tx, municipalityId, id)),
    )
    expect(statements).toBe(8)
  })

  test('cites sources by the keys it is given', async ({ db }) => {
    const { municipalityId, id } = await liepaja(db)
    const [row] = await asThePublic(db, (tx) => tx.selectFrom('strategy.goal').select('source_id').execute())
    const sourceKeys = new Map([[row?.source_id ?? '', 'evaluation']])
    const tree = await asThePublic(db, (tx) => getStrategyTree(tx, municipalityId, id, { sourceKeys }))
    expect(tree?.goals[0]).toMatchObject({
      source: 'evaluation',
      locator: '1.2.1. tabula; 2.4. nodaļa, 2.4.1. attēls',
    })
  })

  test('keeps every revision of a status, and can be read as of an instant', async ({ db }) => {
    const strategy = await liepaja(db)
    const at = new Date('2030-01-01T00:00:00Z')
    await inRollback(db, operator(strategy.municipalityId), async (tx) => {
      await correctStatus(tx, strategy, at)
      const read = async (asOf?: Date) => {
        const tree = await getStrategyTree(tx, strategy.municipalityId, strategy.id, { asOf })
        return tree && actionsOf(tree).find(({ code }) => code === '1.1.2')
      }
      const now = await read()
      expect(now).toMatchObject({ goal: 'KP1', direction: '1.1' })
      expect(now?.history).toMatchObject([
        { revision: 1, status: 'notStarted', origin: { file: 'action-status.csv', row: 3 } },
        { revision: 2, status: 'partial', revisionReason: 'correction', recordedAt: at },
      ])
      expect(now && currentStatus(now)).toBe('partial')
      expect((await read(new Date('2029-12-31T00:00:00Z')))?.history).toHaveLength(1)
    })
  })

  test('is not there before it was recorded', async ({ db }) => {
    const { municipalityId, id } = await liepaja(db)
    const asOf = new Date('2000-01-01T00:00:00Z')
    expect(await asThePublic(db, (tx) => getStrategyTree(tx, municipalityId, id, { asOf }))).toBeUndefined()
  })
})

test('what Liepāja’s documents and tables say about each other', async ({ db }) => {
  const { municipalityId, id } = await liepaja(db)
  const findings = await asThePublic(db, async (tx) => {
    const tree = await getStrategyTree(tx, municipalityId, id)
    const set = await getIndicatorSet(tx, municipalityId, KEY, { view: 'unprotected' })
    return tree ? findStrategyFindings({ tree, outline: outlineOf(set), claimed: set, surveyed: [] }) : []
  })
  const subjectsOf = (code: string) =>
    findings
      .filter((finding) => finding.code === code)
      .map(({ subjects }) =>
        subjects.map((one) => ('key' in one ? one.key : 'code' in one ? one.code : one.kind)),
      )

  expect(subjectsOf('claim-count-differs')).toEqual([['actions-not-done']])
  expect(subjectsOf('claim-trend-contradicted')).toEqual([['expelled-2023', '9/mikc']])
  expect(subjectsOf('claim-without-figure').map(([claim]) => claim)).toEqual([
    'budget',
    'inclusive-all',
    'international',
  ])
  expect(subjectsOf('claim-trend-unsteady').map(([claim]) => claim)).toEqual([
    'development',
    'expelled-2024',
    'higher-education',
    'interest-education',
    'lifelong',
    'stem',
    'support-staff',
    'talents',
  ])
  expect(subjectsOf('claim-trend-unverifiable')).toEqual([['inclusion-training', '6']])
  expect(subjectsOf('claim-sum-differs')).toEqual([])
  expect(subjectsOf('claim-order-contradicted')).toEqual([['adopted-before-guidelines', 'strategy']])
  expect(subjectsOf('strategy-adopted-after-start')).toEqual([['strategy']])
  expect(subjectsOf('document-dated-before-its-data').map((subjects) => subjects.length)).toEqual([1, 29])
  expect(subjectsOf('goal-without-indicator')).toEqual([])
  expect(subjectsOf('plan-column-absent')).toEqual([['strategy']])
  expect(subjectsOf('action-implemented-with-open-work')).toEqual([['1.2.3']])
  expect(subjectsOf('action-unfinished-without-comment')).toEqual([['3.2.7', '4.2.1']])
  expect(subjectsOf('action-same-comment-different-status')).toEqual([['1.1.3', '2.1.1', '2.2.1']])
  expect(subjectsOf('programme-promised-not-written')).toEqual([
    ['1.1.2'],
    ['1.1.3'],
    ['2.1.1'],
    ['2.1.2'],
    ['2.1.3'],
    ['2.2.1'],
  ])
  expect(subjectsOf('programme-links-unknown')).toEqual([['strategy']])
})
