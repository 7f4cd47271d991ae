import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Keeping } from './keeping.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work that ends when it is told to, place by place. */
function createWork() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (place: string) =>
    new Promise<void>((resolve) => {
      begun.push(place)
      ends.push(resolve)
    })
  const endNext = async () => {
    ends.shift()?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { begun, work, endNext }
}

test('works on one place after another, each once however often it was asked for while it waited', async () => {
  const { begun, work, endNext } = createWork()
  const keeping = new Keeping(work, { giveWayMs: 0 })
  for (const place of ['a', 'b', 'b', 'b']) keeping.look(place)
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual(['a'])
  await endNext()
  await endNext()
  await keeping.done()
  expect(begun).toEqual(['a', 'b'])
})

test('works on a place once more that was asked for while it was worked on', async () => {
  const { begun, work, endNext } = createWork()
  const keeping = new Keeping(work, { giveWayMs: 0 })
  keeping.look('a')
  await vi.advanceTimersByTimeAsync(0)
  keeping.look('a')
  await endNext()
  await endNext()
  await keeping.done()
  expect(begun).toEqual(['a', 'a'])
})

test('tries again later what failed, and goes on with the others meanwhile', async () => {
  const report = vi.spyOn(console, 'error').mockReturnValue()
  const begun: string[] = []
  const keeping = new Keeping(
    async (place) => {
      begun.push(place)
      if (begun.filter((one) => one === 'a').length === 1 && place === 'a') throw new Error('away')
    },
    { giveWayMs: 0 },
  )
  keeping.look('a')
  keeping.look('b')
  await keeping.done()
  expect(begun).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(begun).toEqual(['a', 'b', 'a'])
  expect(report).toHaveBeenCalledTimes(1)
})

test('begins nothing more once it is stopped, and waits for what was begun', async () => {
  const { begun, work, endNext } = createWork()
  const keeping = new Keeping(work, { giveWayMs: 0 })
  keeping.look('a')
  keeping.look('b')
  await vi.advanceTimersByTimeAsync(0)
  let isStopped = false
  const stopping = keeping.stop().then(() => {
    isStopped = true
  })
  await vi.advanceTimersByTimeAsync(0)
  expect(isStopped).toBe(false)
  await endNext()
  await stopping
  keeping.look('c')
  expect(begun).toEqual(['a'])
})

test('gives way a moment to whoever has changed something', async () => {
  const { begun, work, endNext } = createWork()
  const keeping = new Keeping(work, { giveWayMs: 300 })
  keeping.look('a')
  await vi.advanceTimersByTimeAsync(299)
  expect(begun).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(begun).toEqual(['a'])
  await endNext()
  await keeping.done()
})
