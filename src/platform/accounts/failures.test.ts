import { expect, test } from 'vitest'
import { delayAfter, FREE } from './failures-store.server.ts'

test('waiting grows, and ends at a quarter of an hour', () => {
  const delays = Array.from({ length: 20 }, (_, failures) => delayAfter(failures, 'person'))
  expect(delays.slice(0, FREE.person)).toEqual([0, 0, 0, 0, 0])
  expect(delays.slice(FREE.person, 8)).toEqual([5_000, 10_000, 20_000])
  expect(delays.at(-1)).toBe(15 * 60_000)
})
