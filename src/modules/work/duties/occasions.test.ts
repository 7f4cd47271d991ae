import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { municipalDay } from '#platform/rights/day.ts'
import type { DutyRule } from './duty.ts'
import { addYears, occasionsOf, yearAt, yearEndedBy } from './occasions.ts'

const rule = (own: Partial<DutyRule>): DutyRule => ({
  key: 'pasnovertejums',
  kind: 'selfAssessment',
  name: { lv: 'Pašnovērtējums', en: 'Self-assessment' },
  asks: null,
  performer: 'institution',
  basis: { kind: 'cabinet', words: { lv: 'Noteikumi', en: 'Rules' }, link: null },
  rhythm: 'yearly',
  due: '10-01',
  about: 'schoolYear',
  institutionTypes: [],
  validFrom: '2000-01-01',
  validTo: null,
  unverified: null,
  accountId: null,
  ...own,
})
const timesOf = (...asked: Parameters<typeof occasionsOf>) =>
  occasionsOf(...asked).map(({ period, dueOn }) => `${period} by ${dueOn}`)

describe('what is yearly', () => {
  test('is about the school year that has ended, and due on its very day until midnight in Riga', () => {
    const lastMinute = municipalDay(new Date('2026-10-01T20:59:00Z'))
    expect(timesOf([rule({})], lastMinute)).toEqual(['2024/2025 by 2025-10-01', '2025/2026 by 2026-10-01'])
    const midnight = municipalDay(new Date('2026-10-01T21:00:00Z'))
    expect(timesOf([rule({})], midnight)).toEqual(['2025/2026 by 2026-10-01', '2026/2027 by 2027-10-01'])
    // In winter the day begins an hour later by universal time.
    const newYear = rule({ due: '12-31', about: 'year' })
    expect(timesOf([newYear], municipalDay(new Date('2026-12-31T21:59:00Z')))[1]).toBe('2026 by 2026-12-31')
    expect(timesOf([newYear], municipalDay(new Date('2026-12-31T22:00:00Z')))[0]).toBe('2026 by 2026-12-31')
  })

  test('is due on 28 February where the year has no 29th', () => {
    const leap = rule({ due: '02-29', about: 'year' })
    expect(timesOf([leap], '2027-06-01')).toEqual(['2026 by 2027-02-28', '2027 by 2028-02-29'])
  })

  test('follows the rule that holds on the day; of two that ask for one year the later is meant', () => {
    const before = rule({ due: '09-01', validTo: '2020-09-15' })
    const after = rule({ due: '10-01', validFrom: '2020-09-15' })
    expect(timesOf([after, before], '2020-08-20')).toEqual([
      '2018/2019 by 2019-09-01',
      '2019/2020 by 2020-10-01',
    ])
    expect(timesOf([before, after], '2020-10-02')).toEqual([
      '2019/2020 by 2020-10-01',
      '2020/2021 by 2021-10-01',
    ])
  })

  test('was not asked for on a day on which no rule held', () => {
    const before = rule({ due: '09-01', validTo: '2020-10-09' })
    const after = rule({ due: '10-01', validFrom: '2020-10-09' })
    expect(timesOf([before, after], '2020-12-01')).toEqual([
      '2019/2020 by 2020-09-01',
      '2020/2021 by 2021-10-01',
    ])
    expect(timesOf([rule({ validTo: '2026-10-01' })], '2027-01-01')).toEqual(['2024/2025 by 2025-10-01'])
    expect(timesOf([rule({ validTo: '2026-10-02' })], '2027-01-01')).toEqual(['2025/2026 by 2026-10-01'])
  })
})

describe('what is four-yearly', () => {
  const report = rule({ rhythm: 'fourYearly', due: null, about: null, validFrom: '2022-08-11' })

  test('is reckoned from the rule, and then from when it was done, where no day is stated', () => {
    expect(occasionsOf([report], '2026-01-01')).toEqual([
      { rule: report, period: '2026', dueOn: '2026-08-11', isReckoned: true },
    ])
    const done = [{ period: '2026', on: '2026-05-04' }]
    expect(timesOf([report], '2026-06-01', { done })).toEqual(['2026 by null', '2030 by 2030-05-04'])
  })

  test('waits however long it was missed', () => {
    expect(timesOf([report], '2029-01-01')).toEqual(['2026 by 2026-08-11'])
  })

  test('is due on the day that a module knows, until that time is done', () => {
    const nextDue = '2025-12-31'
    expect(timesOf([report], '2026-11-30', { nextDue })).toEqual(['2025 by 2025-12-31'])
    const done = [{ period: '2025', on: '2025-06-01' }]
    expect(timesOf([report], '2026-11-30', { nextDue, done })).toEqual(['2025 by null', '2029 by 2029-06-01'])
  })

  test('comes back every four years from a day that is stated, leap days too', () => {
    const stated = rule({ rhythm: 'fourYearly', due: '2024-02-29', about: null })
    expect(timesOf([stated], '2026-01-01')).toEqual(['2024 by 2024-02-29', '2028 by 2028-02-29'])
    expect(addYears('2096-02-29', 4)).toBe('2100-02-28')
  })
})

test('what is once is due once, and what is regular on no day', () => {
  const once = rule({ rhythm: 'once', due: '2027-06-01', about: null })
  expect(timesOf([once], '2026-01-01')).toEqual(['2027 by 2027-06-01'])
  expect(timesOf([once], '2031-01-01')).toEqual(['2027 by 2027-06-01'])
  const regular = rule({ rhythm: 'regularly', due: null, about: 'schoolYear' })
  expect(timesOf([regular], '2026-08-31')).toEqual(['2025/2026 by null'])
  expect(timesOf([regular], '2026-09-01')).toEqual(['2026/2027 by null'])
})

test('a year that has ended by a day never ends after it, and is over within two years', () => {
  const days = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, fc.constantFrom('schoolYear' as const, 'year' as const), (day, about) => {
      const ended = yearEndedBy(day, about)
      const end = about === 'year' ? `${ended}-12-31` : `${ended.slice(5)}-08-31`
      expect(end <= day).toBe(true)
      expect(addYears(end, 1) > day).toBe(true)
      if (end !== day) expect(yearAt(day, about)).not.toBe(ended)
    }),
  )
})
