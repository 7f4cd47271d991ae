import { describe, expect, test } from 'vitest'
import { code, pairs, period, whole } from './columns.ts'
import { findDanglingReferences, type SheetContent } from './find-dangling.ts'
import { keyReference, optionalReference, pointing, pointingBy, reference } from './references.ts'
import { sheet } from './sheet.ts'

const sheets = {
  goals: sheet('goals.csv', ['code'], { code }),
  directions: sheet('directions.csv', ['code'], { code, goal: reference('goals') }),
  groups: sheet('groups.csv', ['survey', 'group'], { survey: code, group: code }),
  results: sheet('results.csv', ['survey', 'group'], {
    survey: code,
    group: reference('groups', { within: ['survey'] }),
    goal: optionalReference('goals'),
  }),
  breakdowns: sheet('breakdowns.csv', ['dimension', 'value'], { dimension: code, value: code }),
  series: sheet('series.csv', ['key'], {
    key: code,
    breakdown: pointingBy(pairs, { sheet: 'breakdowns', keysOf: (value) => Object.entries(value) }),
  }),
  figures: sheet('figures.csv', ['series', 'period'], { series: keyReference('series'), period }),
  baselines: sheet('baselines.csv', ['series'], {
    series: keyReference('series'),
    period: pointing(period, 'figures', { within: ['series'] }),
    kind: code,
    total: pointing(whole, 'goals', { when: ({ kind }) => kind === 'sum' }),
  }),
}

type Rows = { [Name in keyof typeof sheets]?: Record<string, unknown>[] }

function contents(given: Rows, state: { [Name in keyof typeof sheets]?: SheetContent['state'] } = {}) {
  return Object.fromEntries(
    Object.keys(sheets).map((name) => {
      const rows = given[name as keyof Rows] ?? []
      const content: SheetContent = {
        rows: rows.map((row, index) => ({ line: index + 2, ...row })),
        broken: [],
        hasUnknownKeys: false,
        state: state[name as keyof Rows] ?? 'read',
      }
      return [name, content]
    }),
  )
}

const dangling = (given: Rows, state = {}) => findDanglingReferences(sheets, contents(given, state))

describe('a reference', () => {
  test('to what is there is none', () => {
    const whole = {
      goals: [{ code: 'KP1' }],
      directions: [{ code: '1.1', goal: 'KP1' }],
      groups: [{ survey: 's', group: 'heads' }],
      results: [{ survey: 's', group: 'heads', goal: null }],
      breakdowns: [{ dimension: 'stage', value: 'basic' }],
      series: [{ key: '5', breakdown: { stage: 'basic' } }],
      figures: [{ series: '5', period: '2021' }],
      baselines: [{ series: '5', period: '2021', kind: 'x', total: 9 }],
    }
    expect(dangling(whole)).toEqual([])
  })

  test('to a missing row is told once, with the first line and the number of others', () => {
    const directions = ['1.1', '1.2', '1.3'].map((one) => ({ code: one, goal: 'KP9' }))
    expect(dangling({ goals: [{ code: 'KP1' }], directions })).toEqual([
      {
        file: 'directions.csv',
        line: 2,
        column: 'goal',
        reason: 'platform.import.reference',
        values: { found: 'KP9', where: 'goals.csv' },
        others: 2,
      },
    ])
  })

  test('names the key that is near', () => {
    const given = { goals: [{ code: 'KP1' }, { code: 'KP2' }], directions: [{ code: '1.1', goal: 'kp1' }] }
    expect(dangling(given)).toMatchObject([
      { reason: 'platform.import.referenceNear', values: { found: 'kp1', near: 'KP1' } },
    ])
  })

  test('within a survey is told by both parts', () => {
    const given = {
      groups: [{ survey: 'a', group: 'heads' }],
      results: [{ survey: 'b', group: 'heads', goal: null }],
    }
    expect(dangling(given)).toMatchObject([{ column: 'group', values: { found: 'b · heads' } }])
  })

  test('within something that is missing itself is not told again', () => {
    const given = {
      series: [{ key: '5', breakdown: {} }],
      figures: [{ series: '5', period: '2021' }],
      baselines: [{ series: '6', period: '2021', kind: 'x', total: 9 }],
    }
    expect(dangling(given)).toMatchObject([{ column: 'series', values: { found: '6' } }])
  })

  test('of each pair is told', () => {
    const given = {
      breakdowns: [{ dimension: 'stage', value: 'basic' }],
      series: [{ key: '5', breakdown: { stage: 'higher' } }],
    }
    expect(dangling(given)).toMatchObject([{ column: 'breakdown', values: { found: 'stage · higher' } }])
  })

  test('that holds on a condition only is told when it holds', () => {
    const baseline = { series: '5', period: '2021', total: 9 }
    const given = {
      goals: [{ code: 'KP1' }],
      series: [{ key: '5', breakdown: {} }],
      figures: [{ series: '5', period: '2021' }],
    }
    expect(dangling({ ...given, baselines: [{ ...baseline, kind: 'sum' }] })).toMatchObject([
      { column: 'total' },
    ])
    expect(dangling({ ...given, baselines: [{ ...baseline, kind: 'trend' }] })).toEqual([])
  })
})

describe('when a whole sheet', () => {
  const directions = ['KP1', 'KP2', 'KP1'].map((goal, index) => ({ code: `1.${index}`, goal }))

  test('is absent, that is the problem', () => {
    expect(dangling({ directions }, { goals: 'absent' })).toEqual([
      {
        file: 'goals.csv',
        reason: 'platform.import.fileNeeded',
        values: { from: 'directions.csv', found: 'KP1, KP2', keys: 2 },
      },
    ])
  })

  test('has a header only, that is the problem', () => {
    expect(dangling({ directions })).toMatchObject([
      { file: 'goals.csv', reason: 'platform.import.rowsNeeded', values: { keys: 2 } },
    ])
  })

  test('could not be read, that has been said', () => {
    expect(dangling({ directions }, { goals: 'unreadable' })).toEqual([])
  })

  test('is absent and nobody needs it, all is well', () => {
    expect(dangling({}, { goals: 'absent', series: 'absent' })).toEqual([])
  })
})

test('a row with a mistake of its own is there for whoever points at it', () => {
  const directions = [
    { code: '1.1', goal: 'KP1', line: 2 },
    { code: '1.2', goal: 'KP2', line: 3 },
  ]
  const read = contents({ directions })
  const goals: SheetContent = { rows: [], broken: [{ code: 'KP1' }], hasUnknownKeys: false, state: 'read' }
  expect(findDanglingReferences(sheets, { ...read, goals })).toMatchObject([{ values: { found: 'KP2' } }])
  expect(findDanglingReferences(sheets, { ...read, goals: { ...goals, hasUnknownKeys: true } })).toEqual([])
})
