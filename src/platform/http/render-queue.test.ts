import { expect, test } from 'vitest'
import { RenderQueue } from './render-queue.ts'

/** Work that takes a moment, and how much of it went on at once. */
function work() {
  const seen = { running: 0, most: 0 }
  const make = async () => {
    seen.running += 1
    seen.most = Math.max(seen.most, seen.running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    seen.running -= 1
  }
  return { make, seen }
}

const limits = { running: 2, waiting: 3, longestMs: 60_000 }

test('makes few at a time, lets some wait, and refuses the rest at once', async () => {
  const queue = new RenderQueue(limits)
  const { make, seen } = work()
  const outcomes = await Promise.allSettled(Array.from({ length: 7 }, () => queue.run(make)))
  const done = outcomes.map(({ status }) => status)
  expect(done).toEqual([...Array(5).fill('fulfilled'), ...Array(2).fill('rejected')])
  expect(outcomes[6]).toMatchObject({ reason: { status: 503, reason: 'platform.refused.busy' } })
  expect(seen.most).toBe(2)
  await Promise.all(Array.from({ length: 5 }, () => queue.run(make)))
  expect(seen).toEqual({ running: 0, most: 2 })
})

test('others are served while answers are made in one go', async () => {
  const queue = new RenderQueue({ running: 2, waiting: 8, longestMs: 5000 })
  let made = 0
  for (let asked = 0; asked < 10; asked += 1) {
    queue.run(async () => {
      made += 1
    })
  }
  let turns = 0
  for (; made < 10; turns += 1) await new Promise((resolve) => setImmediate(resolve))
  expect(turns).toBeGreaterThanOrEqual(5)
})

test('who asks for the same gets the same', async () => {
  const queue = new RenderQueue(limits)
  let made = 0
  const make = async () => {
    made += 1
    return made
  }
  expect(await Promise.all(Array.from({ length: 20 }, () => queue.share('page', make)))).toEqual(
    Array(20).fill(1),
  )
  expect(await queue.share('page', make)).toBe(2)
})

test('an answer that fails, or that never comes, makes room for the next', async () => {
  const queue = new RenderQueue({ running: 1, waiting: 1, longestMs: 20 })
  await expect(queue.run(() => Promise.reject(new Error('a defect')))).rejects.toThrow('a defect')
  await expect(queue.run(() => new Promise(() => undefined))).rejects.toMatchObject({ status: 503 })
  expect(await queue.run(async () => 'next')).toBe('next')
})
