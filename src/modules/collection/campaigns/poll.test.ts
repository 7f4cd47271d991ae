import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '#platform/moment.ts'
import { isOpenAt, resultOf } from './poll.ts'

const name = { lv: '', en: '' }
const CHOICES = [
  { key: 'agree', name },
  { key: 'disagree', name },
  { key: 'no_view', name },
]
const closedAt = new Date('2027-10-31T10:00:00Z')
const percent = (share: number | null | undefined) => ((share ?? Number.NaN) * 100).toFixed(1)

describe('the result of a poll', () => {
  test('says of how many who answered and of how many who were asked', () => {
    const answers = new Map([
      ['agree', 96],
      ['disagree', 6],
      ['no_view', 4],
    ])
    const result = resultOf(CHOICES, { answers, asked: 119, closedAt })
    expect(result).toMatchObject({ answered: 106, asked: 119, silent: 13 })
    expect(percent(result.choices[0]?.ofAnswers)).toBe('90.6')
    expect(percent(result.choices[0]?.ofAsked)).toBe('80.7')
  })

  test('of nobody has no shares of answers', () => {
    const result = resultOf(CHOICES, { answers: new Map(), asked: 3, closedAt })
    expect(result.choices.map(({ ofAnswers, ofAsked }) => [ofAnswers, ofAsked])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
    ])
    expect(result.silent).toBe(3)
  })

  test('adds up to those asked', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 3, maxLength: 3 }), fc.nat(100), (counts, silent) => {
        const asked = counts.reduce((sum, count) => sum + count, silent)
        const answers = new Map(CHOICES.map(({ key }, place) => [key, counts[place] ?? 0]))
        const result = resultOf(CHOICES, { answers, asked, closedAt })
        const taken = result.choices.reduce((sum, choice) => sum + choice.answers, 0)
        expect(taken + result.silent).toBe(asked)
        for (const { ofAnswers, ofAsked } of result.choices) {
          expect(ofAnswers ?? 0).toBeLessThanOrEqual(1)
          expect(ofAsked ?? 0).toBeLessThanOrEqual(ofAnswers ?? 0)
        }
      }),
    )
  })

  test('is refused when it cannot be', () => {
    expect(() => resultOf(CHOICES, { answers: new Map([['agree', 4]]), asked: 3, closedAt })).toThrow(
      '4 answers of 3',
    )
    expect(() => resultOf(CHOICES, { answers: new Map([['maybe', 1]]), asked: 3, closedAt })).toThrow('maybe')
  })
})

describe('a poll closes', () => {
  test.each([
    ['2026-10-31T12:00', '2026-10-31T10:00:00.000Z'],
    ['2027-03-28T12:00', '2027-03-28T09:00:00.000Z'],
    // In the night in which clocks are turned back three o'clock comes twice: the later is meant.
    ['2027-10-31T03:30', '2027-10-31T01:30:00.000Z'],
  ])('at %s by clocks in Riga, to the second', (wall, instant) => {
    const closes = instantOf(wall) as Date
    expect(closes.toISOString()).toBe(instant)
    expect(isOpenAt(closes, new Date(closes.getTime() - 1000))).toBe(true)
    expect(isOpenAt(closes, new Date(closes.getTime() - 1))).toBe(true)
    expect(isOpenAt(closes, closes)).toBe(false)
  })

  test('at no hour that clocks skip', () => {
    expect(instantOf('2027-03-28T03:30')).toBe('platform.form.moment.skipped')
  })
})
