import { expect, test } from 'vitest'
import type { Reply } from './reply.ts'
import { ReplyCache } from './reply-cache.ts'

const reply = (bytes = 10): Reply => ({
  status: 200,
  headers: {},
  body: Buffer.alloc(bytes),
  coding: 'identity',
  tag: undefined,
})
const keptOf = (cache: ReplyCache, keys: string[]) => keys.filter((key) => cache.find(key))

test('long keys are weighed like what they stand for', () => {
  const cache = new ReplyCache({ bytes: 1_000_000, entries: 100_000 })
  const keys = Array.from({ length: 500 }, (_, index) => `${index}`.padEnd(14_000, 'x'))
  for (const key of keys) cache.keep(key, '1', reply())
  const kept = keptOf(cache, keys)
  expect(kept.length).toBeGreaterThan(20)
  expect(kept.length * 2 * 14_000).toBeLessThan(1_000_000)
  expect(kept.at(-1)).toBe(keys.at(-1))
})

test('no more entries are kept than allowed, however small', () => {
  const cache = new ReplyCache({ bytes: 1_000_000_000, entries: 50 })
  const keys = Array.from({ length: 200 }, (_, index) => String(index))
  for (const key of keys) cache.keep(key, '1', reply(0))
  expect(keptOf(cache, keys)).toEqual(keys.slice(-50))
})

test('what was asked for last stays', () => {
  const cache = new ReplyCache({ bytes: 1_000_000, entries: 2 })
  cache.keep('a', '1', reply())
  cache.keep('b', '1', reply())
  cache.find('a')
  cache.keep('c', '1', reply())
  expect(keptOf(cache, ['a', 'b', 'c'])).toEqual(['a', 'c'])
})

test('a newer version takes the place of the older one and is weighed once', () => {
  const cache = new ReplyCache({ bytes: 20_000, entries: 10 })
  for (let version = 1; version <= 100; version += 1) cache.keep('a', String(version), reply(5000))
  cache.keep('b', '1', reply(5000))
  expect(cache.find('a')?.version).toBe('100')
  expect(cache.find('b')?.version).toBe('1')
})

test('what is too large for the whole cache is not kept', () => {
  const cache = new ReplyCache({ bytes: 20_000, entries: 10 })
  cache.keep('a', '1', reply(30_000))
  expect(cache.find('a')).toBeUndefined()
})
