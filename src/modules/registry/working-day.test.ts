import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#platform/rights/day.ts'
import { isWorkingDay, workingDayFrom, workingDaysAfter, workingDayUntil } from './working-day.ts'

const shipped = readFileSync('data/latvia/public-holidays.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.slice(0, 'YYYY-MM-DD'.length))
const holidays = new Set(shipped)
const years = [2026, 2027, 2028, 2029, 2030]

/** Easter by the rule of Gauss, whose two exceptions fall into none of these years; the file was made by another one. */
function easter(year: number): string {
  const a = year % 19
  const b = year % 4
  const c = year % 7
  const century = Math.floor(year / 100)
  const p = Math.floor((13 + 8 * century) / 25)
  const m = (15 - p + century - Math.floor(century / 4)) % 30
  const n = (4 + century - Math.floor(century / 4)) % 7
  const d = (19 * a + m) % 30
  const e = (2 * b + 4 * c + 6 * d + n) % 7
  return addDays(`${year}-03-22`, d + e)
}

describe('the holidays that ship', () => {
  test('are those of the law, each year', () => {
    const fixed = ['01-01', '05-01', '05-04', '06-23', '06-24', '11-18', '12-24', '12-25', '12-26', '12-31']
    const expected = years.flatMap((year) => {
      const sunday = easter(year)
      const firstOfMay = new Date(`${year}-05-01T00:00:00Z`).getUTCDay()
      const mothers = addDays(`${year}-05-01`, ((7 - firstOfMay) % 7) + 7)
      const moved = ['05-04', '11-18'].flatMap((day) => {
        const weekday = new Date(`${year}-${day}T00:00:00Z`).getUTCDay()
        return weekday === 6
          ? [addDays(`${year}-${day}`, 2)]
          : weekday === 0
            ? [addDays(`${year}-${day}`, 1)]
            : []
      })
      return [
        ...fixed.map((day) => `${year}-${day}`),
        ...[-2, 0, 1, 49].map((days) => addDays(sunday, days)),
        mothers,
        ...moved,
      ]
    })
    expect(shipped).toEqual(expected.sort())
  })

  test('give Easter as it is known', () => {
    expect(years.map(easter)).toEqual(['2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21'])
  })

  test('give the Monday after a 4 May or an 18 November on a weekend', () => {
    expect(['2028-11-20', '2029-11-19', '2030-05-06'].every((day) => holidays.has(day))).toBe(true)
  })
})

const someDay = fc.integer({ min: 0, max: 1800 }).map((days) => addDays('2026-01-01', days))

describe('working days', () => {
  test('are looked for before and after, over a long Christmas', () => {
    expect(workingDayUntil('2026-12-27', holidays)).toBe('2026-12-23')
    expect(workingDayFrom('2026-12-24', holidays)).toBe('2026-12-28')
    expect(workingDaysAfter('2026-12-23', 3, holidays)).toBe('2026-12-30')
  })

  test('are never weekends or holidays, and the nearest ones', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const [before, after] = [workingDayUntil(day, holidays), workingDayFrom(day, holidays)]
        expect(isWorkingDay(before, holidays) && isWorkingDay(after, holidays)).toBe(true)
        expect(before <= day && day <= after).toBe(true)
        if (isWorkingDay(day, holidays)) expect([before, after]).toEqual([day, day])
      }),
    )
  })
})
