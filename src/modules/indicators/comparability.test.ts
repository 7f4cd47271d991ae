import { expect, test } from 'vitest'
import { areComparable, versionOf } from './comparability.ts'
import { startOfPeriod, yearOfPeriod } from './periods.ts'
import { aBaseline, aMethodology, anIndicator, anObservation } from './testing.ts'

const second = aMethodology({ version: 2, validFrom: '2023/2024', comparability: 'afterRecomputation' })
const indicator = anIndicator({ methodologies: [second, aMethodology()] })
const recomputed = aBaseline(1, { isRecomputed: true })

test('a figure has the version that held when its period began, unless it states another', () => {
  expect(versionOf(indicator, anObservation({ period: '2022/2023' }))).toBe(1)
  expect(versionOf(indicator, anObservation({ period: '2023' }))).toBe(1)
  expect(versionOf(indicator, anObservation({ period: '2023/2024' }))).toBe(2)
  expect(versionOf(indicator, anObservation({ period: 'unknown' }))).toBe(1)
  expect(versionOf(indicator, anObservation({ period: '2021', methodology: 2 }))).toBe(2)
  expect(versionOf(anIndicator(), anObservation())).toBeUndefined()
})

test('recomputing the baseline does not help a result of the older version', () => {
  expect(areComparable(indicator.methodologies, 1, 2, recomputed)).toBe(true)
  expect(areComparable(indicator.methodologies, 1, 2, aBaseline(1))).toBe(false)
  expect(areComparable(indicator.methodologies, 2, 1, recomputed)).toBe(false)
  expect(areComparable(indicator.methodologies, 2, 2, aBaseline(1))).toBe(true)
})

test('a step whose comparability is not stated does not break the series', () => {
  const unstated = [aMethodology(), aMethodology({ version: 2 })]
  expect(areComparable(unstated, 1, 2, null)).toBe(true)
})

test('a school year begins in September and counts as its second year', () => {
  expect([startOfPeriod('2024/2025'), yearOfPeriod('2024/2025')]).toEqual(['2024-09-01', 2025])
  expect([startOfPeriod('2021'), yearOfPeriod('2021')]).toEqual(['2021-01-01', 2021])
  expect([startOfPeriod('unknown'), yearOfPeriod('unknown')]).toEqual([null, null])
})
