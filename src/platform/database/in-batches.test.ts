import { expect, test } from 'vitest'
import { inBatches } from './in-batches.ts'

const rowsOf = (count: number, columns: number) =>
  Array.from({ length: count }, (_, row) =>
    Object.fromEntries(Array.from({ length: columns }, (_, column) => [`c${column}`, row])),
  )

test('every row is in one batch, in order, and no batch has more cells than a statement takes', () => {
  for (const [count, columns] of [
    [0, 3],
    [1, 3],
    [20_001, 3],
    [1000, 40],
  ] as const) {
    const rows = rowsOf(count, columns)
    const batches = [...inBatches(rows)]
    expect(batches.flat()).toEqual(rows)
    for (const batch of batches) expect(batch.length * columns).toBeLessThan(65_535)
  }
})

test('what is small is one batch', () => {
  expect([...inBatches(rowsOf(300, 20))]).toHaveLength(1)
})
