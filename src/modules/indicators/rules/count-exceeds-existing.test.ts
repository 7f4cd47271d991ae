import { expect, test } from 'vitest'
import { aBaseline, aNumber, anIndicator, anObservation, aSeries } from '../testing.ts'
import { countExceedsExisting } from './count-exceeds-existing.ts'
import { wholeOf } from './rule.ts'
import { aSet } from './testing.ts'

const aCount = (period: string, number: number) => anObservation({ period, value: aNumber(number) })
const existing = (founder = 'total') =>
  anIndicator({
    code: 'K3',
    title: { lv: 'Izglītības iestāžu skaits pēc tipa', en: 'Number of institutions by type' },
    series: [
      aSeries({
        key: 'K3/preschool',
        indicatorCode: 'K3',
        breakdown: { institutionKind: 'preschool', founder },
        results: [aCount('2019/2020', 22), aCount('2024/2025', 19)],
      }),
    ],
  })
const counted = (number: number, period = '2023/2024', given = {}) =>
  anIndicator({
    title: { lv: 'Iekļaujošu izglītības iestāžu skaits', en: 'Number of inclusive institutions' },
    series: [
      aSeries({
        key: '1/preschool',
        breakdown: { institutionType: 'preschool' },
        baseline: aBaseline(8),
        results: [aCount(period, number)],
      }),
    ],
    ...given,
  })

test('finds more institutions than there were before or after', () => {
  expect(countExceedsExisting.check(wholeOf(aSet([counted(23), existing()])))).toEqual([
    {
      severity: 'contradiction',
      subjects: [
        { kind: 'series', key: '1/preschool', indicator: '1', period: '2023/2024' },
        { kind: 'series', key: 'K3/preschool', indicator: 'K3', period: '2019/2020' },
        { kind: 'series', key: 'K3/preschool', indicator: 'K3', period: '2024/2025' },
      ],
      explanation: {
        lv: '1. rādītājā 2023./2024. mācību gadā ir 23 iestādes, bet rādītājs K3 rāda, ka pavisam to ir mazāk: 22 (2019./2020. mācību gads) un 19 (2024./2025. mācību gads).',
        en: 'Indicator 1 counts 23 institutions in 2023/2024, but indicator K3 shows that there are fewer of them: 22 (2019/2020) and 19 (2024/2025).',
      },
    },
  ])
})

test('looks at the same period alone where it is known', () => {
  expect(countExceedsExisting.check(wholeOf(aSet([counted(20, '2024/2025'), existing()])))).toHaveLength(1)
  expect(countExceedsExisting.check(wholeOf(aSet([counted(20), existing()])))).toEqual([])
})

test('does not take the institutions of a kind for a limit of one of them, nor one for all', () => {
  const one = { key: 'preschool', name: { lv: 'Pirmsskola', en: 'Preschool' } }
  const ofOne = counted(23, '2023/2024', {
    series: [
      aSeries({ baseline: aBaseline(8), institution: one, results: [aCount('2023/2024', 23)] }),
      aSeries({
        breakdown: { institutionType: 'preschool' },
        institution: one,
        results: [aCount('2023/2024', 23)],
      }),
    ],
  })
  expect(countExceedsExisting.check(wholeOf(aSet([ofOne, existing()])))).toEqual([])
})

test('accepts as many as there are', () => {
  expect(countExceedsExisting.check(wholeOf(aSet([counted(19, '2024/2025'), existing()])))).toEqual([])
})

test('does not take projects, persons or a part of the institutions for a limit', () => {
  const projects = counted(23, '2023/2024', {
    title: { lv: 'Projektu skaits iestādēs', en: 'Number of projects' },
  })
  const persons = counted(23, '2023/2024', { aboutPersons: true })
  expect(countExceedsExisting.check(wholeOf(aSet([projects, existing()])))).toEqual([])
  expect(countExceedsExisting.check(wholeOf(aSet([persons, existing()])))).toEqual([])
  expect(countExceedsExisting.check(wholeOf(aSet([counted(23), existing('private')])))).toEqual([])
})
