import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '#modules/registry'
import { addDays } from '#platform/rights/day.ts'
import { escalationBegins, type Stage, stageOn } from './stages.ts'

const holidays = new Set(
  readFileSync('data/latvia/public-holidays.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(0, 10)),
)
const dates = (dueOn: string, opensOn = '2026-01-05') => ({ opensOn, dueOn })

/** The working days on which a stage is the newest for the first time. */
function remindedOn(asked: ReturnType<typeof dates>, from: string, days: number): [string, Stage][] {
  const seen = new Set<Stage>()
  return Array.from({ length: days }, (_, index) => addDays(from, index))
    .filter((day) => isWorkingDay(day, holidays))
    .flatMap((day) => {
      const stage = stageOn(asked, day, holidays)
      if (stage === undefined || seen.has(stage)) return []
      seen.add(stage)
      return [[day, stage] as [string, Stage]]
    })
}

describe('reminders', () => {
  test('come 7, 3 and 1 days before, on the day, and 1, 3 and 7 days after', () => {
    expect(remindedOn(dates('2026-10-15'), '2026-10-01', 40)).toEqual([
      ['2026-10-08', -7],
      ['2026-10-12', -3],
      ['2026-10-14', -1],
      ['2026-10-15', 0],
      ['2026-10-16', 1],
      ['2026-10-19', 3],
      ['2026-10-22', 7],
    ])
  })

  test('move before a weekend or a holiday, and after it once it is late; two of one day are one', () => {
    // Midsummer 2026 is a Tuesday and a Wednesday.
    expect(remindedOn(dates('2026-06-24'), '2026-06-10', 30)).toEqual([
      ['2026-06-17', -7],
      ['2026-06-19', -3],
      ['2026-06-22', 0],
      ['2026-06-25', 1],
      ['2026-06-29', 3],
      ['2026-07-01', 7],
    ])
  })

  test('say nothing of days before the call began', () => {
    expect(remindedOn(dates('2026-10-15', '2026-10-13'), '2026-10-01', 15)).toEqual([
      ['2026-10-14', -1],
      ['2026-10-15', 0],
    ])
  })

  test('are made up for when nothing could be sent for some days', () => {
    expect(stageOn(dates('2026-10-15'), '2026-10-13', holidays)).toBe(-3)
  })

  test('never go back, whatever the last day is', () => {
    const someDay = fc.integer({ min: 20, max: 1700 }).map((days) => addDays('2026-01-01', days))
    fc.assert(
      fc.property(someDay, (dueOn) => {
        const told = remindedOn(dates(dueOn), addDays(dueOn, -12), 30).map(([, stage]) => stage)
        expect(told).toEqual(told.toSorted((a, b) => a - b))
        expect(told.length).toBeGreaterThanOrEqual(4)
      }),
    )
  })
})

test('others are told after three working days, the head of education after seven', () => {
  const on = (day: string) => escalationBegins('2026-12-23', day, holidays)
  expect([on('2026-12-29'), on('2026-12-30'), on('2027-01-06'), on('2027-01-07')]).toEqual([
    undefined,
    'near',
    undefined,
    'high',
  ])
})
