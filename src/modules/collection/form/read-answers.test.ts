import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../model.ts'
import { findUnanswered, readAnswers, typedOf } from './read-answers.ts'
import { element, table } from './testing.ts'

const yes = { key: 'yes', name: { lv: 'Jā', en: 'Yes' } }
const elements = [
  element('pupils'),
  element('cost', { kind: 'money', unit: 'EUR' }),
  element('reach', { kind: 'share' }),
  element('opened', { kind: 'date' }),
  element('agrees', { kind: 'choice', choices: [yes] }),
  element('note', { kind: 'text', isRequired: false }),
  table(
    'classes',
    ['1', '2'],
    [
      ['girls', 'count'],
      ['boys', 'count'],
      ['all', 'count', 'girls + boys'],
    ],
  ),
]
const read = (typed: Record<string, string>) => readAnswers(elements, typed)
const complaint = (typed: Record<string, string>) =>
  [...read(typed).complaints].map(
    ([input, { reason }]) => `${input} ${reason.replace('collection.read.', '')}`,
  )

describe('what was typed', () => {
  test('zero, blank, not applicable and not available are four things', () => {
    const { answers, complaints } = read({
      pupils: '0',
      cost: '  ',
      'reach:missing': 'notApplicable',
      'reach:why': 'Nav šādu bērnu.',
      'opened:missing': 'notAvailable',
      'opened:why': 'Dokuments nozaudēts.',
    })
    expect(complaints.size).toBe(0)
    expect(answers.get('pupils')).toEqual({ kind: 'count', number: 0 })
    expect(answers.has('cost')).toBe(false)
    expect(answers.get('reach')).toMatchObject({ missing: 'notApplicable' })
    expect(answers.get('opened')).toMatchObject({ missing: 'notAvailable' })
    const blank = findUnanswered(elements, answers).map(({ name }) => name)
    expect(blank).toEqual([
      'cost',
      'agrees',
      'classes.1.girls',
      'classes.1.boys',
      'classes.2.girls',
      'classes.2.boys',
    ])
  })

  test.each([
    ['12 500', 12500],
    ['12 500', 12500],
    ['007', 7],
  ])('a count may be written %s', (text, number) => {
    expect(read({ pupils: text }).answers.get('pupils')).toEqual({ kind: 'count', number })
  })

  test.each([
    ['1234,5', 1234.5],
    ['1234.50', 1234.5],
    ['−3,20', -3.2],
    ['12 345,67', 12345.67],
  ])('money may be written %s', (text, number) => {
    expect(read({ cost: text }).answers.get('cost')).toEqual({ kind: 'money', number })
  })

  test('a day may be written as people do', () => {
    expect(read({ opened: '1.9.2026.' }).answers.get('opened')).toEqual({ kind: 'date', day: '2026-09-01' })
  })

  test.each([
    [{ pupils: '12.500' }, 'pupils thousands'],
    [{ pupils: '12,5' }, 'pupils whole'],
    [{ pupils: '-1' }, 'pupils negative'],
    [{ pupils: '85 %' }, 'pupils percent'],
    [{ pupils: 'nav' }, 'pupils sign'],
    [{ pupils: '–' }, 'pupils sign'],
    [{ pupils: 'divi' }, 'pupils number'],
    [{ cost: '1,23456' }, 'cost decimals'],
    [{ opened: '31.02.2026.' }, 'opened date'],
    [{ agrees: 'no' }, 'agrees choice'],
    [{ reach: '4' }, 'reach:of denominator'],
    [{ 'reach:of': '4' }, 'reach numerator'],
    [{ reach: '5', 'reach:of': '4' }, 'reach part'],
    [{ 'pupils:missing': 'notApplicable' }, 'pupils:why why.notApplicable'],
    [{ pupils: '1', 'pupils:missing': 'notAvailable', 'pupils:why': 'x' }, 'pupils:missing both'],
    [{ 'pupils:missing': 'zero' }, 'pupils:missing missing'],
  ] as const)('%o is asked about', (typed, expected) => {
    expect(complaint(typed as Record<string, string>)).toEqual([expected])
  })

  test('is complained about all at once', () => {
    expect(
      complaint({ pupils: 'a', cost: 'b', opened: 'c', agrees: 'd', 'classes.1.girls': 'e' }),
    ).toHaveLength(5)
  })

  test('in a computed cell counts for nothing', () => {
    const { answers } = read({ 'classes.1.girls': '2', 'classes.1.boys': '3', 'classes.1.all': '99' })
    expect(answers.get('classes.1.all')).toEqual({ kind: 'count', number: 5 })
  })
})

test('whatever was answered is read again from how it would be typed', () => {
  const whole = fc.nat({ max: 1e6 })
  const why = fc.string({ minLength: 1, maxLength: 50 }).filter((text) => text.trim() === text && text !== '')
  const missing = fc.record<Extract<Answer, { kind: 'missing' }>>({
    kind: fc.constant('missing'),
    missing: fc.constantFrom('notApplicable', 'notAvailable'),
    reason: why,
  })
  const answers = fc.record(
    {
      pupils: fc.oneof(
        whole.map((number): Answer => ({ kind: 'count', number })),
        missing,
      ),
      cost: fc.oneof(
        fc.integer({ min: -1e9, max: 1e9 }).map((cents): Answer => ({ kind: 'money', number: cents / 100 })),
        missing,
      ),
      reach: fc
        .tuple(whole, whole)
        .map(([a, b]): Answer => ({ kind: 'share', numerator: Math.min(a, b), denominator: Math.max(a, b) })),
      opened: fc
        .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
        .map((at): Answer => ({ kind: 'date', day: at.toISOString().slice(0, 10) })),
      note: why.map((text): Answer => ({ kind: 'text', text })),
      'classes.2.boys': whole.map((number): Answer => ({ kind: 'count', number })),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(answers, (given) => {
      const { answers: again, complaints } = readAnswers(elements, typedOf(new Map(Object.entries(given))))
      expect(complaints.size).toBe(0)
      expect(Object.fromEntries(again)).toEqual(given)
    }),
  )
})
