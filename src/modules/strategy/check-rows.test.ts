import { describe, expect, test } from 'vitest'
import { checkStrategyRows } from './check-rows.ts'
import { countByStatus, countOfGroup } from './model.ts'
import { changed, danglingIn, liepaja } from './testing.server.ts'
import { aReport } from './testing.ts'

const rows = await liepaja()

describe('Liepāja’s files', () => {
  test('have nothing to complain about', () => {
    expect(checkStrategyRows(rows)).toEqual([])
    expect(danglingIn(rows)).toEqual([])
  })

  const goalOf = new Map(rows.directions.map((row) => [row.code, row.goal]))
  const actions = rows.actions.map((row) => ({
    goal: goalOf.get(row.direction),
    history: rows.actionStatus
      .filter((report) => report.action === row.code)
      .map((report) => aReport({ asOf: report.as_of, status: report.status })),
  }))

  test('hold 47 actions: 14 implemented, 16 in progress, 14 in part, 1 deferred, 2 not started', () => {
    const count = countByStatus(actions)
    expect(count).toEqual({
      total: 47,
      byStatus: { implemented: 14, inProgress: 16, partial: 14, deferred: 1, notStarted: 2 },
      unreported: 0,
    })
    expect(countOfGroup(count, 'positive')).toBe(30)
    expect(countOfGroup(count, 'notDone')).toBe(3)
  })

  test.each([
    ['KP1', 20, { implemented: 2, inProgress: 9, partial: 7, deferred: 1, notStarted: 1 }],
    ['KP2', 6, { implemented: 2, inProgress: 1, partial: 2, deferred: 0, notStarted: 1 }],
    ['KP3', 14, { implemented: 6, inProgress: 5, partial: 3, deferred: 0, notStarted: 0 }],
    ['KP4', 7, { implemented: 4, inProgress: 1, partial: 2, deferred: 0, notStarted: 0 }],
  ])('count per goal: %s', (goal, total, byStatus) => {
    const own = actions.filter((action) => action.goal === goal)
    expect(countByStatus(own)).toEqual({ total, byStatus, unreported: 0 })
  })
})

describe('a row that points nowhere is named', () => {
  test.each([
    ['directions', { goal: 'KP9' }, 'directions.csv', 'goal', 'goals.csv'],
    ['actions', { direction: '9.9' }, 'actions.csv', 'direction', 'directions.csv'],
    ['actionStatus', { action: '9.9.9' }, 'action-status.csv', 'action', 'actions.csv'],
    ['programmes', { promised_by: '9.9.9' }, 'programmes.csv', 'promised_by', 'actions.csv'],
    ['programmeDirections', { programme: 'no' }, 'programme-directions.csv', 'programme', 'programmes.csv'],
    ['programmeDirections', { direction: '9.9' }, 'programme-directions.csv', 'direction', 'directions.csv'],
    ['indicators', { goal: 'KP9' }, 'indicators.csv', 'goal', 'goals.csv'],
    ['recommendations', { source: 'nowhere' }, 'recommendations.csv', 'source', 'sources.csv'],
    ['claims', { subjects: ['99/none'] }, 'claims.csv', 'subjects', 'series.csv'],
  ] as const)('%s %o', (sheet, change, file, column, where) => {
    const [found] = Object.values(change).flat()
    expect(danglingIn(changed(rows, sheet, change))).toContainEqual({
      file,
      line: 2,
      column,
      reason: 'platform.import.reference',
      values: { found, where },
    })
  })
})

describe('what contradicts itself is named', () => {
  test('no strategy, or two', () => {
    expect(checkStrategyRows({ ...rows, strategy: [] })).toMatchObject([
      { file: 'strategy.csv', reason: 'platform.import.oneRow' },
    ])
    const twice = { ...rows, strategy: [...rows.strategy, ...rows.strategy] }
    expect(checkStrategyRows(twice)).toMatchObject([
      { file: 'strategy.csv', reason: 'platform.import.conflict' },
    ])
  })

  test.each([
    ['strategy', { ends_on: '2019-12-31' }, 'strategy.csv', 'ends_on'],
    ['actions', { starts_on: '2025-01-01', due_on: '2024-01-01' }, 'actions.csv', 'due_on'],
    ['programmes', { ends_on: '2021-12-31' }, 'programmes.csv', 'ends_on'],
  ] as const)('an end before its beginning: %s', (sheet, change, file, column) => {
    expect(checkStrategyRows(changed(rows, sheet, change))).toMatchObject([
      { file, line: 2, column, reason: 'platform.import.notLater' },
    ])
  })

  test('a deferred action without a reason', () => {
    const change = { status: 'deferred', comment_lv: null } as const
    expect(checkStrategyRows(changed(rows, 'actionStatus', change))).toEqual([
      {
        file: 'action-status.csv',
        line: 2,
        column: 'comment_lv',
        reason: 'platform.import.together',
        values: { found: 'deferred', other: 'comment_lv' },
      },
    ])
  })

  test('a planned programme that nobody promised', () => {
    expect(checkStrategyRows(changed(rows, 'programmes', { state: 'planned' }))).toMatchObject([
      { column: 'promised_by', reason: 'platform.import.together' },
    ])
  })
})

describe('a claim is complete and understood', () => {
  const countOf = (filter: Record<string, string>, subjects = ['actions']) =>
    ({ kind: 'count', subjects, filter, direction: null, from_period: null, value: 1 }) as const

  const rankingOf = (filter: Record<string, string>, direction = 'highest') =>
    ({ kind: 'ranking', survey: 'needs-in-practice', subjects: ['1.1'], filter, direction }) as const

  test.each([
    [{ direction: null }, 'direction', 'platform.import.together'],
    [{ to_period: null }, 'to_period', 'platform.import.together'],
    [{ direction: 'before' }, 'direction', 'platform.import.choice'],
    [{ from_period: 'beginning' }, 'from_period', 'platform.import.period'],
    [{ subjects: [] }, 'subjects', 'platform.import.required'],
    [countOf({ colour: 'red' }), 'filter', 'platform.import.choice'],
    [countOf({ status: 'implemented+finished' }), 'filter', 'platform.import.choice'],
    [countOf({}, ['pupils']), 'subjects', 'platform.import.choice'],
    [{ share: 130 }, 'share', 'platform.import.choice'],
    [{ related: ['3'] }, 'related_lv', 'platform.import.together'],
    [{ related_lv: 'Tāpēc.' }, 'related', 'platform.import.together'],
    [rankingOf({ colour: 'red' }), 'filter', 'platform.import.choice'],
    [rankingOf({ group: 'heads', item: 'vision' }), 'filter', 'platform.import.choice'],
    [rankingOf({ status: 'implemented' }), 'filter', 'platform.import.choice'],
    [rankingOf({ group: 'heads' }, 'up'), 'direction', 'platform.import.choice'],
  ] as const)('%o', (change, column, reason) => {
    expect(checkStrategyRows(changed(rows, 'claims', change as object))).toMatchObject([
      { file: 'claims.csv', line: 2, column, reason },
    ])
  })

  test('without a figure that answers it, when the nearest is named', () => {
    const change = { subjects: [], related: ['3'], related_lv: 'Tāpēc.' }
    expect(checkStrategyRows(changed(rows, 'claims', change))).toEqual([])
  })

  test('about a survey that exists', () => {
    expect(danglingIn(changed(rows, 'claims', { survey: 'none' }))).toMatchObject([
      { file: 'claims.csv', line: 2, column: 'survey', values: { found: 'none', where: 'surveys.csv' } },
    ])
  })

  test('about a goal that exists', () => {
    const change = countOf({ goal: 'KP1+KP9' })
    expect(danglingIn(changed(rows, 'claims', change))).toMatchObject([
      { file: 'claims.csv', line: 2, column: 'filter', values: { found: 'KP9', where: 'goals.csv' } },
    ])
  })

  test('a sum is no part of itself', () => {
    const change = { kind: 'sum', subjects: ['1/school', '3'], total: '3', to_period: '2024/2025', value: 1 }
    const sum = { ...change, direction: null, from_period: null }
    expect(checkStrategyRows(changed(rows, 'claims', sum))).toMatchObject([
      { column: 'total', reason: 'platform.import.itself', values: { found: '3' } },
    ])
  })

  test('whatever it counts, in statuses and goals that exist', () => {
    const change = countOf({ goal: 'KP1', status: 'implemented+inProgress' })
    expect(checkStrategyRows(changed(rows, 'claims', change))).toEqual([])
  })
})

describe('evidence', () => {
  const piece = {
    line: 2,
    action: '1.1.1',
    code: 'p1',
    as_of: null,
    kind: 'works',
    title_lv: 'Jumts',
    title_en: null,
    url: null,
    institution: null,
    works: null,
    done_on: null,
    source: null,
    locator: null,
    file: null,
  } as const
  const columnsOf = (more: object) =>
    checkStrategyRows({ ...rows, actionEvidence: [{ ...piece, ...more }] }).map(({ column }) => column)

  test('of works says where and which', () => {
    expect(columnsOf({})).toEqual(['institution', 'works'])
    expect(columnsOf({ institution: 'liepajas-5-vidusskola', works: 'roofs' })).toEqual([])
  })

  test('of anything else is no kind of works', () => {
    expect(columnsOf({ kind: 'document', works: 'roofs' })).toEqual(['kind'])
    expect(columnsOf({ kind: 'document' })).toEqual([])
  })
})
