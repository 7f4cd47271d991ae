import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../testing/random-release.ts'
import { behindNoise } from './behind-noise.ts'
import { deriveRecordKeys, perturbCount, sumKeys } from './cell-key.ts'
import { createNoiseTable } from './noise-table.ts'
import { answerQuery, type QueryLedger } from './query.ts'

const parameters = fc.integer({ min: 2, max: 8 }).chain((most) =>
  fc.record({
    most: fc.constant(most),
    smallest: fc.integer({ min: 0, max: most - 1 }),
    variance: fc.double({ min: 0.3, max: (most * (most + 1)) / 3, noNaN: true }),
  }),
)

describe('createNoiseTable', () => {
  test('never has a bias, a change too large, or a result that is forbidden', () => {
    fc.assert(
      fc.property(parameters, ({ most, smallest, variance }) => {
        const { rows } = createNoiseTable({ most, smallest, variance })
        for (const [count, { changes, probabilities, mean }] of rows.entries()) {
          expect(Math.abs(mean)).toBeLessThan(1e-9)
          expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12)
          for (const change of changes) {
            expect(Math.abs(change)).toBeLessThanOrEqual(most)
            expect(count + change === 0 || count + change > smallest).toBe(true)
          }
        }
      }),
    )
  })

  test('has the variance wanted for all larger counts', () => {
    const { rows } = createNoiseTable({ most: 5, variance: 3, smallest: 2 })
    expect(rows.at(-1)?.changes).toHaveLength(11)
    expect(rows.at(-1)?.variance).toBeCloseTo(3, 9)
    expect(rows).toHaveLength(9)
  })

  test('takes the nearest variance where the one wanted is out of reach', () => {
    // From 1 only −1, 2 and 3 are allowed: the variance is at least 2. Up to 1 alone it is at most 1.
    const [, least] = createNoiseTable({ most: 3, variance: 1, smallest: 2 }).rows
    expect(least).toMatchObject({ changes: [-1, 2], mean: 0 })
    expect(least?.variance).toBeCloseTo(2, 12)
    expect(least?.probabilities[0]).toBeCloseTo(2 / 3, 12)
    const [, most] = createNoiseTable({ most: 3, variance: 5 }).rows
    expect(most?.changes).toEqual([-1, 3])
    expect(most?.variance).toBeCloseTo(3, 12)
    expect(most?.probabilities).toEqual([3 / 4, 1 / 4])
  })

  test.each([
    [1, 1e-6],
    [12, 0.01],
    [12, 143.99],
    [3, 8.9999],
    [8, 1e-5],
  ])('has the variance wanted also near its ends: up to %i, %f', (most, variance) => {
    const row = createNoiseTable({ most, variance }).rows.at(-1)
    expect(Math.abs((row?.variance ?? 0) - variance)).toBeLessThan(1e-9)
    expect(Math.abs(row?.mean ?? 1)).toBeLessThan(1e-9)
    expect(row?.probabilities.every((each) => each >= 0 && each <= 1)).toBe(true)
  })

  test('leaves zero alone', () => {
    const { rows } = createNoiseTable({ most: 3, variance: 1, smallest: 2 })
    expect(rows[0]).toEqual({ changes: [0], probabilities: [1], mean: 0, variance: 0 })
  })

  test.each([
    [{ most: 0, variance: 1 }, 'most 0'],
    [{ most: 2, variance: 5 }, 'variance 5'],
    [{ most: 2, variance: 0 }, 'variance 0'],
    [{ most: 2, variance: 1, smallest: 2 }, 'smallest 2'],
  ])('refuses %j', (impossible, message) => {
    expect(() => createNoiseTable(impossible)).toThrow(message)
  })
})

describe('perturbCount', () => {
  const table = createNoiseTable({ most: 3, variance: 2 })

  test('gives the same answer to the same key, within the bound', () => {
    const keys = fc.integer({ min: 0, max: 2 ** 32 - 1 })
    fc.assert(
      fc.property(fc.nat(1000), keys, (count, key) => {
        const answer = perturbCount(table, count, key)
        expect(perturbCount(table, count, key)).toBe(answer)
        expect(answer >= 0 && Math.abs(answer - count) <= 3).toBe(true)
        expect(count > 0 || answer === 0).toBe(true)
      }),
    )
  })

  test('is unbiased with the variance wanted over many keys', () => {
    const random = createRandom(7)
    const changes = Array.from({ length: 40_000 }, () => {
      return perturbCount(table, 50, Math.floor(random() * 2 ** 32)) - 50
    })
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
    const square = changes.reduce((sum, change) => sum + change ** 2, 0) / changes.length
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(2 / changes.length))
    expect(square).toBeCloseTo(2, 1)
  })

  test('refuses impossible counts and keys', () => {
    expect(() => perturbCount(table, -1, 0)).toThrow('count -1')
    expect(() => perturbCount(table, 1.5, 0)).toThrow('count 1.5')
    for (const key of [2 ** 32, -1, 0.5]) expect(() => perturbCount(table, 1, key)).toThrow(`key ${key}`)
    expect(perturbCount(table, 0, 0)).toBe(0)
  })
})

describe('behindNoise', () => {
  test('gives back exactly the counts that can print so', () => {
    fc.assert(
      fc.property(parameters, fc.nat(40), ({ most, smallest, variance }, count) => {
        const table = createNoiseTable({ most, smallest, variance })
        const { changes = [] } = table.rows[Math.min(count, table.rows.length - 1)] ?? {}
        for (const change of changes) {
          const { low, high } = behindNoise(table, count + change)
          expect(low <= count && count <= high).toBe(true)
          expect(high - low).toBeLessThanOrEqual(2 * most)
        }
      }),
    )
  })

  test('knows that zero stays zero and that small results never appear', () => {
    const table = createNoiseTable({ most: 3, variance: 2, smallest: 1 })
    expect(behindNoise(table, 0)).toEqual({ low: 0, high: 3 })
    expect(behindNoise(table, 2)).toEqual({ low: 1, high: 5 })
    expect(behindNoise(table, 50)).toEqual({ low: 47, high: 53 })
    // From 1 only 0 and 3 are reached, and from 2 only 0 and 3: the nearest variance leaves no other way.
    expect(behindNoise(createNoiseTable({ most: 3, variance: 1, smallest: 2 }), 4)).toEqual({
      low: 3,
      high: 7,
    })
    expect(() => behindNoise(table, 1)).toThrow(new RangeError('behindNoise: nothing prints as 1'))
    expect(() => behindNoise(table, -1)).toThrow('nothing prints as -1')
  })
})

describe('record keys', () => {
  // RFC 4231, test case 1: key of twenty bytes 0x0b, data "Hi There".
  test('are the first bits of HMAC-SHA-256', async () => {
    const keys = await deriveRecordKeys(new Uint8Array(20).fill(0x0b), ['Hi There'])
    expect([...keys]).toEqual([0xb0344c61])
    await expect(deriveRecordKeys(new Uint8Array(15), [])).rejects.toThrow('15 bytes, not 16')
    await expect(deriveRecordKeys(new Uint8Array(16), ['Hi There'])).resolves.toHaveLength(1)
  })

  test('sum whatever the order', () => {
    const keys = Uint32Array.of(2 ** 32 - 1, 5, 7)
    expect(sumKeys(keys, [0, 1])).toBe(4)
    expect(sumKeys(keys, [1, 0])).toBe(4)
    expect(() => sumKeys(keys, [3])).toThrow('there is no record 3')
  })
})

describe('answerQuery', () => {
  const random = createRandom(1)
  const rules = {
    table: createNoiseTable({ most: 3, variance: 2 }),
    recordKeys: Uint32Array.from({ length: 100 }, () => Math.floor(random() * 2 ** 32)),
    smallestCell: 10,
    threshold: 5,
    budget: 2,
  }
  const people = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n)
  const ask = (ledger: QueryLedger, records: number[]) => answerQuery(rules, ledger, records)
  const first = ask({ answered: [] }, people(0, 40))

  test('answers within the bound and remembers', () => {
    expect(first).toHaveProperty('count')
    expect('count' in first && Math.abs(first.count - 40)).toBeLessThanOrEqual(3)
    expect(first.ledger.answered).toHaveLength(1)
  })

  test('gives the same answer to the same records for free, in any order', () => {
    expect(ask(first.ledger, people(0, 40).reverse())).toEqual(first)
  })

  test('refuses what would tell by its difference', () => {
    expect(ask(first.ledger, people(0, 44))).toMatchObject({ refusal: 'differencing' })
    expect(ask(first.ledger, people(2, 42))).toMatchObject({ refusal: 'differencing' })
    expect(ask(first.ledger, people(0, 45))).toHaveProperty('count')
  })

  test('refuses small cells and spent budgets', () => {
    expect(ask(first.ledger, people(0, 9))).toMatchObject({ refusal: 'small cell' })
    const second = ask(first.ledger, people(50, 80))
    expect(ask(second.ledger, people(20, 70))).toMatchObject({ refusal: 'budget' })
    expect(ask(second.ledger, people(50, 80))).toHaveProperty('count')
  })

  test('refuses what would tell by its difference from all records', () => {
    expect(ask({ answered: [] }, people(4, 100))).toMatchObject({ refusal: 'differencing' })
    expect(ask({ answered: [] }, people(5, 100))).toHaveProperty('count')
    expect(ask({ answered: [] }, people(0, 100))).toHaveProperty('count')
  })

  test.each([
    [{ smallestCell: Number.NaN }, 'smallestCell NaN is not a number from 0'],
    [{ threshold: Number.NaN }, 'threshold NaN is not a number from 0'],
    [{ budget: -1 }, 'budget -1 is not a number from 0'],
  ])('refuses the rules %j', (impossible, message) => {
    expect(() => answerQuery({ ...rules, ...impossible }, { answered: [] }, people(0, 40))).toThrow(
      new RangeError(`answerQuery: ${message}`),
    )
  })

  test.each([1.5, Number.NaN, -1, 100])('refuses record %s', (record) => {
    expect(() => ask(first.ledger, [record])).toThrow(
      new RangeError(`answerQuery: there is no record ${record}`),
    )
  })

  test('refuses records named twice', () => {
    expect(() => ask(first.ledger, [1, 1])).toThrow('record 1 is named twice')
  })
})
