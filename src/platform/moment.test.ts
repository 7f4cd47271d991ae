import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, wallOf } from './moment.ts'
import { municipalDay } from './rights/day.ts'

/** Minutes of fifty years of universal time. */
const instant = fc
  .integer({ min: Date.UTC(2001, 0) / 60_000, max: Date.UTC(2050, 0) / 60_000 })
  .map((minute) => new Date(minute * 60_000))
const twoDigits = (number: number) => String(number).padStart(2, '0')
/** Every minute that somebody could type. */
const typed = fc
  .tuple(
    fc.integer({ min: 0, max: 365 * 48 }).map((day) => new Date(Date.UTC(2001, 0, 1 + day))),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
  )
  .map(([day, hour, minute]) => `${day.toISOString().slice(0, 10)}T${twoDigits(hour)}:${twoDigits(minute)}`)

describe('a moment typed in Riga', () => {
  test.each([
    ['2027-01-15T23:59', '2027-01-15T21:59:00.000Z'],
    ['2027-07-15T23:59', '2027-07-15T20:59:00.000Z'],
    ['2027-03-28T02:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T04:00', '2027-03-28T01:00:00.000Z'],
  ])('%s is %s', (wall, universal) => {
    expect(instantOf(wall)).toEqual(new Date(universal))
  })

  test('of an hour that is skipped is refused in words', () => {
    expect(instantOf('2027-03-28T03:00')).toBe('platform.form.moment.skipped')
    expect(instantOf('2027-03-28T03:59')).toBe('platform.form.moment.skipped')
  })

  test('of an hour that comes twice is the later one', () => {
    expect(instantOf('2027-10-31T03:30')).toEqual(new Date('2027-10-31T01:30:00.000Z'))
    expect(instantOf('2027-10-31T02:59')).toEqual(new Date('2027-10-30T23:59:00.000Z'))
  })

  test.each([
    '',
    '2027-02-30T10:00',
    '2027-03-28',
    '2027-03-28T24:00',
    '28.03.2027 10:00',
    '2027-03-28T10:00:30',
  ])('%j is none', (wall) => {
    expect(instantOf(wall)).toBe('platform.form.moment')
  })
})

describe('clocks that are turned move no deadline', () => {
  test('what was typed is shown again, for every day and minute that there is', () => {
    fc.assert(
      fc.property(typed, (wall) => {
        const at = instantOf(wall)
        if (at === 'platform.form.moment.skipped') return /-03-\d\dT03:/.test(wall)
        return at instanceof Date && wallOf(at) === wall
      }),
      { numRuns: 3000 },
    )
  })

  test('every minute of the days on which they are turned is shown again or refused', () => {
    const hours = Array.from({ length: 24 * 60 }, (_, minute) => minute)
    const walls = ['2027-03-28', '2027-10-31'].flatMap((day) =>
      hours.map((minute) => `${day}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`),
    )
    const refused = walls.filter((wall) => !(instantOf(wall) instanceof Date))
    const shown = walls.map(instantOf).filter((at) => at instanceof Date)
    expect(refused).toEqual(walls.filter((wall) => wall.startsWith('2027-03-28T03:')))
    expect(shown.map(wallOf)).toEqual(walls.filter((wall) => !refused.includes(wall)))
  })

  test('an instant that is shown and typed again is itself, or an hour later where the hour comes twice', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const again = instantOf(wallOf(at))
        if (typeof again === 'string') return false
        const later = again.getTime() - at.getTime()
        return later === 0 || (later === 3_600_000 && /-10-\d\dT03:/.test(wallOf(at)))
      }),
      { numRuns: 3000 },
    )
  })

  test('later on the clock is later in time, and due stays due on its day', () => {
    fc.assert(
      fc.property(typed, typed, (one, other) => {
        const [first, second] = [instantOf(one), instantOf(other)]
        if (typeof first === 'string' || typeof second === 'string') return true
        return first < second === one < other && municipalDay(first) === one.slice(0, 10)
      }),
      { numRuns: 3000 },
    )
  })
})
