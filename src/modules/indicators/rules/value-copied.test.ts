import { expect, test } from 'vitest'
import { aBaseline, aNumber, anIndicator, anObservation, aSeries, aShare, aTarget } from '../testing.ts'
import { aSet } from './testing.ts'
import { valueCopied } from './value-copied.ts'

const repeated = (before: number, after: number) => {
  const series = [
    aSeries({ baseline: aBaseline(before), results: [anObservation({ value: aNumber(after) })] }),
  ]
  return valueCopied.check(aSet([anIndicator({ series })]))
}
const onTarget = (name: string, number: number, target: number) =>
  aSeries({
    key: name,
    label: { lv: name, en: name },
    targets: [aTarget({ value: target, unit: 'percent' })],
    results: [anObservation({ value: aShare(number) })],
  })

test('finds three series that all have exactly the target', () => {
  const series = ['A', 'B', 'C'].map((name) => onTarget(name, 55, 55))
  const set = aSet([anIndicator({ code: '18', series: [onTarget('D', 19, 10), ...series] })])
  expect(valueCopied.check(set)).toEqual([
    {
      severity: 'notice',
      subjects: ['A', 'B', 'C'].map((key) => ({ kind: 'series', key, indicator: '1', period: '2024/2025' })),
      explanation: {
        lv: '18. rādītājā 2024./2025. mācību gadā 3 rezultātiem (A, B un C) skaitlis ir 55\u00a0% – tieši tāds kā sasniedzamā vērtība. Jāpārbauda, vai tā nav pārrakstīta rezultāta vietā.',
        en: 'In indicator 18, 3 results (A, B and C) stand at 55% in 2024/2025, exactly the target. Check that the target was not copied in place of the result.',
      },
    },
  ])
})

test('accepts two series on target, and three at 100 %', () => {
  const two = [onTarget('A', 55, 55), onTarget('B', 55, 55), onTarget('C', 55, 60)]
  const all = ['A', 'B', 'C'].map((name) => onTarget(name, 100, 100))
  expect(valueCopied.check(aSet([anIndicator({ series: two }), anIndicator({ series: all })]))).toEqual([])
})

test('finds a result that equals its baseline to the digit', () => {
  expect(repeated(843, 843)).toMatchObject([
    { severity: 'notice', subjects: [{ key: '1', period: '2024/2025' }] },
  ])
})

test('finds a result that equals the one before it', () => {
  const results = [
    anObservation({ period: '2023/2024', value: aShare(49.36) }),
    anObservation({ value: aShare(49.36) }),
  ]
  const set = aSet([anIndicator({ series: [aSeries({ baseline: aBaseline(aShare(29)), results })] })])
  expect(valueCopied.check(set)).toHaveLength(1)
})

test('accepts small and round numbers that stay, and numbers that move', () => {
  expect(repeated(0, 0)).toEqual([])
  expect(repeated(1, 1)).toEqual([])
  expect(repeated(20, 20)).toEqual([])
  expect(repeated(1000, 1000)).toEqual([])
  expect(repeated(843, 1032)).toEqual([])
})

test('accepts a share that hardly moves and so repeats, and finds one that leaps and repeats', () => {
  const ofShares = (...shares: number[]) => {
    const results = shares.map((share, index) =>
      anObservation({ period: `${2015 + index}`, value: aShare(share) }),
    )
    return valueCopied.check(
      aSet([
        anIndicator({
          series: [aSeries({ baseline: aBaseline(aShare(99.3), { period: '2014' }), results })],
        }),
      ]),
    )
  }
  expect(ofShares(99.4, 99.5, 99.5, 99.4)).toEqual([])
  expect(ofShares(61.3, 78.4, 78.4, 49.2)).toHaveLength(1)
})

test('measures by the place to which figures are rounded', () => {
  const incomes = (...numbers: number[]) =>
    valueCopied.check(
      aSet([
        anIndicator({
          series: [
            aSeries({
              baseline: aBaseline(68_200, { period: '2014' }),
              results: numbers.map((number, index) =>
                anObservation({ period: `${2015 + index}`, value: aNumber(number) }),
              ),
            }),
          ],
        }),
      ]),
    )
  expect(incomes(70_900, 70_900, 72_700)).toEqual([])
  expect(incomes(70_914, 70_914, 72_731)).toHaveLength(1)
})
