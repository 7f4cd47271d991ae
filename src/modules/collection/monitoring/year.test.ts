import { expect, test } from 'vitest'
import { instantOf } from '#platform/moment.ts'
import type { DataCall } from '../model.ts'
import { askedYear, schoolYearOf, yearOf, yearsOf } from './year.ts'

const at = (wall: string) => {
  const instant = instantOf(wall)
  if (!(instant instanceof Date)) throw new Error(wall)
  return instant
}
const call = (key: string, opens: string, due: string, locks: string) =>
  ({ key, state: 'open', opensAt: at(opens), dueAt: at(due), locksAt: at(locks) }) as DataCall

// The last minute before clocks are turned back and forward, and the last of a school year.
const autumn = call('autumn', '2026-09-01T08:00', '2026-10-25T23:59', '2026-11-02T12:00')
const spring = call('spring', '2027-03-01T00:00', '2027-03-28T23:59', '2027-08-31T23:59')

test('every date stands on the day that clocks in Riga show, also when they are turned', () => {
  const { period } = askedYear('2026/2027', '2026-11-30')
  expect(
    yearOf([spring, autumn], period).map(({ month, entries }) => [
      month,
      entries.map(({ call: { key }, moment, day }) => `${key} ${moment} ${day}`),
    ]),
  ).toEqual([
    ['2026-09', ['autumn opens 2026-09-01']],
    ['2026-10', ['autumn due 2026-10-25']],
    ['2026-11', ['autumn locks 2026-11-02']],
    ['2027-03', ['spring opens 2027-03-01', 'spring due 2027-03-28']],
    ['2027-08', ['spring locks 2027-08-31']],
  ])
})

test('a calendar year holds what lies in it, and what is no year is the school year of today', () => {
  expect(yearOf([spring, autumn], askedYear('2026', '2026-11-30').period)).toHaveLength(3)
  expect(askedYear('2026-Q3', '2027-08-31').name).toBe('2026/2027')
  expect(askedYear(null, '2027-09-01').name).toBe('2027/2028')
  expect(schoolYearOf('2026-08-31')).toBe('2025/2026')
})

test('years are offered in which there is something, and this one', () => {
  expect(yearsOf([autumn], '2028-01-15')).toEqual({
    school: ['2027/2028', '2026/2027'],
    calendar: ['2028', '2026'],
  })
})

test('a draft has no dates yet', () => {
  expect(yearOf([{ ...autumn, state: 'draft' }], askedYear('2026', '2026-11-30').period)).toEqual([])
})
