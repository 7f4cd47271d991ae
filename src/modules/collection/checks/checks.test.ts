import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersOf, element, table } from '../form/testing.ts'
import type { Answers, Check } from '../model.ts'
import {
  evaluateChecks,
  evaluateFormula,
  problemsOfComputed,
  problemsOfExpression,
  withComputed,
} from './index.ts'
import type { CheckContext } from './outcome.ts'

const elements = [
  element('total'),
  element('teachers'),
  element('cost', { kind: 'money' }),
  element('reach', { kind: 'share' }),
  element('opened', { kind: 'date' }),
  element('closed', { kind: 'date' }),
  element('note', { kind: 'text' }),
  table(
    'classes',
    ['1', '2', '3'],
    [
      ['girls', 'count'],
      ['boys', 'count'],
      ['all', 'count', 'girls + boys'],
    ],
  ),
]

const ask = (expression: string, answers: Answers, context: CheckContext = {}) => {
  const check: Check = { key: 'c', position: 0, expression, severity: 'hard', message: { lv: '', en: '' } }
  return evaluateChecks({ elements, checks: [check] }, withComputed(elements, answers), context)[0]
}
const outcome = (...asked: Parameters<typeof ask>) => ask(...asked)?.outcome

const full = answersOf({
  total: 12,
  'classes.1.girls': 3,
  'classes.1.boys': 4,
  'classes.2.girls': 5,
  'classes.2.boys': 0,
  'classes.3.girls': 'n/a',
  'classes.3.boys': 'n/a',
})

describe('a check', () => {
  test('compares a total with the sum of a column, in which what is not applicable counts for nothing', () => {
    expect(outcome('total = sum(classes.girls) + sum(classes.boys)', full)).toBe('held')
    expect(ask('total = sum(classes.girls)', full)).toMatchObject({
      outcome: 'failed',
      fields: ['total', 'classes.1.girls', 'classes.2.girls', 'classes.3.girls'],
      told: { left: 12, right: 8, total: 12 },
    })
  })

  test('takes zero for zero, and a blank or what is not available for unknown', () => {
    expect(outcome('total = 0', answersOf({ total: 0 }))).toBe('held')
    expect(outcome('total = 0', answersOf({}))).toBe('notTold')
    expect(outcome('total = 0', answersOf({ total: '?' }))).toBe('notTold')
    expect(outcome('total = sum(classes.girls)', answersOf({ total: 3, 'classes.1.girls': 3 }))).toBe(
      'notTold',
    )
  })

  test('goes on with what is known where the rest is not', () => {
    expect(outcome('answered(teachers) or total > 1', answersOf({ total: 2 }))).toBe('held')
    expect(outcome('teachers > 1 and total > 5', answersOf({ total: 2 }))).toBe('failed')
    expect(outcome('teachers > 1 or total > 5', answersOf({ total: 2 }))).toBe('notTold')
    expect(outcome('not answered(teachers)', answersOf({}))).toBe('held')
    expect(outcome('not (total > 1)', answersOf({}))).toBe('notTold')
  })

  test('knows shares, days, choices and texts', () => {
    const answers = answersOf({ reach: [40, 50], opened: '2026-09-01', closed: '2026-10-01', note: 'jā' })
    expect(outcome('reach = 80 and numerator(reach) <= denominator(reach)', answers)).toBe('held')
    expect(outcome('opened < closed', answers)).toBe('held')
    expect(outcome('days(opened, closed) = 30', answers)).toBe('held')
    expect(outcome("one_of(note, 'jā', 'nē')", answers)).toBe('held')
    expect(outcome('reach > 0', answersOf({ reach: [0, 0] }))).toBe('notTold')
  })

  test('compares with last period, other calls, peers and its own history', () => {
    const context: CheckContext = {
      last: answersOf({ teachers: 40 }),
      others: new Map([['tarif', answersOf({ full_time: 30 })]]),
      peers: new Map([
        ['teachers', { peers: 9, lowerQuartile: 20, median: 30, upperQuartile: 40, deviation: 5 }],
      ]),
      history: new Map([['teachers', [38, 40, 41, 39]]]),
    }
    const answers = answersOf({ teachers: 60 })
    expect(outcome('abs(teachers - last(teachers)) <= 20', answers, context)).toBe('held')
    expect(outcome("teachers >= other('tarif', 'full_time')", answers, context)).toBe('held')
    // (60 − 30) / (1.4826 · 5) = 4.047
    expect(evaluate('peers_z(teachers)', answers, context)).toBeCloseTo(4.047, 3)
    expect(outcome('abs(peers_z(teachers)) <= 3.5', answers, context)).toBe('failed')
    // median 39.5, MAD 1, hence s = max(1.4826, 1.975)
    expect(evaluate('history_z(teachers)', answers, context)).toBeCloseTo(20.5 / 1.975, 6)
  })

  test('waits for the server where it needs what the browser does not have, and only there', () => {
    expect(outcome('abs(peers_z(teachers)) <= 3.5', answersOf({ teachers: 3 }))).toBe('waits')
    expect(outcome('abs(peers_z(teachers)) <= 3.5', answersOf({ teachers: 3 }), { peers: new Map() })).toBe(
      'notTold',
    )
    expect(outcome('total > 1', answersOf({}))).toBe('notTold')
  })

  test('adds euros and cents as people do', () => {
    expect(outcome('0.1 + 0.2 = 0.3 and not (0.1 + 0.2 > 0.3)', answersOf({}))).toBe('held')
  })
})

function evaluate(formula: string, answers: Answers, context: CheckContext) {
  const told = ask(`${formula} = 'never'`, answers, context)
  expect(told?.outcome).toBe('notTold')
  return ask(`${formula} = -987654`, answers, context)?.told.left as number
}

describe('what is computed', () => {
  test('follows in any order, is unknown while its parts are, and passes over what was typed', () => {
    const chain = [element('c', { computed: 'b + 1' }), element('b', { computed: 'a * 2' }), element('a')]
    expect(withComputed(chain, answersOf({ a: 5, b: 99 })).get('c')).toEqual({ kind: 'count', number: 11 })
    expect(withComputed(chain, answersOf({ b: 99 })).has('b')).toBe(false)
    expect(withComputed(elements, full).get('classes.1.all')).toEqual({ kind: 'count', number: 7 })
    expect(withComputed(elements, full).get('classes.3.all')).toMatchObject({ missing: 'notApplicable' })
    expect(outcome('total = sum(classes.all)', full)).toBe('held')
    expect(withComputed(elements, answersOf({ 'classes.1.girls': 3 })).has('classes.1.all')).toBe(false)
  })

  test('of itself is refused when it is written', () => {
    const circle = [element('a', { computed: 'b' }), element('b', { computed: 'a + 1' })]
    expect([...problemsOfComputed(circle).keys()]).toEqual(['a', 'b'])
    expect(withComputed(circle, answersOf({})).size).toBe(0)
    expect(problemsOfComputed(elements).size).toBe(0)
  })
})

describe('an expression that is wrong', () => {
  test.each([
    ['total = ', 'collection.checks.ends', 8],
    ['total ? 3', 'collection.checks.unreadable', 6],
    ['1 < total < 3', 'collection.checks.unreadable', 10],
    ['totl = 3', 'collection.checks.noName', 0],
    ['classes.girls > 3', 'collection.checks.column', 0],
    ['total + 1', 'collection.checks.wanted.truth', 0],
    ["total = 'three'", 'collection.checks.different', 0],
    ['total and teachers > 1', 'collection.checks.needs.truth', 0],
    ['summe(total) > 1', 'collection.checks.noFunction', 0],
    ['last(total + 1) > 1', 'collection.checks.needs.field', 5],
    ['numerator(total) > 1', 'collection.checks.needs.share', 10],
    ['if(total > 1) = 2', 'collection.checks.inputs', 0],
    ['sum(note) = 1', 'collection.checks.needs.number', 4],
    ["total = 3); drop table x --'", 'collection.checks.unreadable', 9],
  ] as const)('%s is refused where it is wrong', (text, reason, at) => {
    expect(problemsOfExpression(text, { elements })).toContainEqual(expect.objectContaining({ reason, at }))
  })

  test('is told of everything at once', () => {
    expect(problemsOfExpression('a = b and c = d', { elements })).toHaveLength(4)
  })

  test('never fails otherwise, whatever is typed', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'total',
        'sum(',
        ')',
        '(',
        '+',
        '-',
        '=',
        'and',
        'not',
        "'",
        '3',
        '.5',
        ',',
        'classes.girls',
        '<',
        'é',
        'last(',
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((all) => all.join(' ')),
          fc.string(),
        ),
        (text) => {
          if (problemsOfExpression(text, { elements }).length === 0)
            expect(['held', 'failed', 'notTold', 'waits']).toContain(outcome(text, full))
          else expect(['notTold', 'held', 'failed', 'waits']).toContain(outcome(text, full))
        },
      ),
    )
    expect(problemsOfExpression('('.repeat(100_000), { elements })).toHaveLength(1)
    expect(problemsOfExpression(`${'- '.repeat(100_000)}1 = 1`, { elements })).toHaveLength(1)
  })
})

test('signs bind as at school', () => {
  const reckon = (text: string) => evaluateFormula(text, elements, answersOf({}))
  expect(reckon('2 + 3 * 4 - 6 / 2')).toBe(11)
  expect(reckon('-2 - -3')).toBe(1)
  expect(reckon('(2 + 3) * 4')).toBe(20)
  expect(reckon('10 - 3 - 2')).toBe(5)
  expect(reckon('if(1 < 2 and not 2 < 1, 7, 8)')).toBe(7)
  expect(reckon('1 / 0')).toBeNull()
  expect(reckon('round(2.345, 2) + min(3, 1, 2) + max(1, 5)')).toBeCloseTo(8.35)
})

test('numbers that are whole come out as they would by hand, whatever they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (a, b) => {
      const answers = answersOf({ total: a, teachers: b })
      expect(outcome('total + teachers = teachers + total', answers)).toBe('held')
      expect(outcome('total > teachers', answers)).toBe(a > b ? 'held' : 'failed')
      expect(outcome('total <= teachers or total > teachers', answers)).toBe('held')
      expect(evaluateFormula('total - teachers', elements, answers)).toBe(a - b)
    }),
  )
})
