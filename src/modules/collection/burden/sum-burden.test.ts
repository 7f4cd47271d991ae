import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumBurden } from './sum-burden.ts'

const minutes = (plannedMinutes: number, actualMinutes: number | null) => ({ plannedMinutes, actualMinutes })

test('compares what it took with what was planned for those who have said it', () => {
  expect(sumBurden([minutes(30, 45), minutes(30, null), minutes(60, 20)])).toEqual({
    count: 3,
    said: 2,
    plannedMinutes: 120,
    ofSaid: { plannedMinutes: 90, actualMinutes: 65 },
  })
})

test('says nothing where nobody has', () => {
  expect(sumBurden([minutes(30, null)]).ofSaid).toBeNull()
  expect(sumBurden([])).toEqual({ count: 0, said: 0, plannedMinutes: 0, ofSaid: null })
})

test('of parts adds up to that of all', () => {
  const row = fc.record({
    plannedMinutes: fc.integer({ min: 1, max: 600 }),
    actualMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
  })
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (some, others) => {
      const [one, other, all] = [sumBurden(some), sumBurden(others), sumBurden([...some, ...others])]
      expect(all.plannedMinutes).toBe(one.plannedMinutes + other.plannedMinutes)
      expect(all.said).toBe(one.said + other.said)
      expect(all.ofSaid?.actualMinutes ?? 0).toBe(
        (one.ofSaid?.actualMinutes ?? 0) + (other.ofSaid?.actualMinutes ?? 0),
      )
    }),
  )
})
