import { expect, test } from 'vitest'
import { RateLimit } from './rate-limit.ts'

const MINUTE = 60_000
const limits = { aMinute: 5, atOnce: 5, ofAll: 100 }

/** How many of some posts, each answered at once, are let in. */
function letIn(limit: RateLimit, address: string, posts: number, now: number) {
  let count = 0
  for (let post = 0; post < posts; post += 1) {
    const leave = limit.enter(address, now)
    if (leave) count += 1
    leave?.()
  }
  return count
}

test('a visitor may post so often a minute, and again later', () => {
  const limit = new RateLimit(limits)
  expect(letIn(limit, '198.51.100.1', 20, 0)).toBe(5)
  expect(letIn(limit, '198.51.100.1', 20, MINUTE / 5)).toBe(1)
  expect(letIn(limit, '198.51.100.1', 20, 10 * MINUTE)).toBe(5)
})

test('another visitor is not hindered, a neighbour in the same network is the same visitor', () => {
  const limit = new RateLimit(limits)
  letIn(limit, '2001:db8:1:2::1', 20, 0)
  expect(letIn(limit, '2001:db8:1:2:ffff::9', 20, 0)).toBe(0)
  expect(letIn(limit, '2001:db8:1:3::1', 20, 0)).toBe(5)
})

test('posts that take their time count as long as they do', () => {
  const limit = new RateLimit({ aMinute: 100, atOnce: 2, ofAll: 3 })
  const [first, second, third] = ['a', 'a', 'a'].map((address) => limit.enter(address, 0))
  expect([first, second, third].map(Boolean)).toEqual([true, true, false])
  expect(limit.enter('b', 0)).toBeDefined()
  expect(limit.enter('c', 0)).toBeUndefined()
  first?.()
  expect(limit.enter('c', 0)).toBeDefined()
})

test('a crowd does not fill the memory, and still is limited one by one', () => {
  const limit = new RateLimit(limits)
  for (let visitor = 0; visitor < 30_000; visitor += 1)
    limit.enter(`10.${visitor >> 16}.${(visitor >> 8) & 255}.${visitor & 255}`, 0)?.()
  letIn(limit, '198.51.100.1', 20, 0)
  expect(letIn(limit, '198.51.100.1', 20, 0)).toBe(0)
})
