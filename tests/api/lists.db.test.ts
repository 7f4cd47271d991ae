import { parse } from 'csv-parse/sync'
import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { test } from '../support/demonstrated.ts'
import { ask, askJson, LISTS, STRATEGY } from './ask.ts'

type Item = { code?: string; series?: unknown }

/** Everything a list holds, read in stretches from the first to the last. */
async function walk(db: Database, address: string): Promise<Item[]> {
  const { items, next } = await askJson(db, address)
  return next === null ? items : [...items, ...(await walk(db, next))]
}

/** A row an item, a series of an item, or a figure of a series where the list is about figures. */
function rowsOf(address: string, items: Item[]): number {
  const lists = items.map(({ series }) => (Array.isArray(series) ? series : undefined))
  const isOfFigures = address.endsWith('context-indicators')
  return lists.reduce((sum, series) => {
    if (!series) return sum + 1
    const figures = series.map(({ results }: { results: unknown[] }) => (isOfFigures ? results.length : 1))
    return sum + figures.reduce((all, one) => all + one, 0)
  }, 0)
}

describe('every list', () => {
  test.for(LISTS)(
    '%s has as many rows as CSV as it has items, series or figures',
    async (address, { db }) => {
      const { items } = await askJson(db, address)
      const csv = await (await ask(db, address, 'text/csv')).text()
      expect(parse(csv, { columns: true })).toHaveLength(rowsOf(address, items))
      expect(csv).toMatch(/^\w+(,\w+)+\r\n/)
    },
  )

  test.for(LISTS)('%s is the same by Accept and by .csv', async (address, { db }) => {
    const byAccept = await ask(db, address, 'text/csv')
    const bySuffix = await ask(db, `${address}.csv`)
    expect(bySuffix.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(bySuffix.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.csv"$/)
    expect(await bySuffix.text()).toBe(await byAccept.text())
  })

  test.for(LISTS)('%s can be walked once from end to end', async (address, { db }) => {
    const { items } = await askJson(db, address)
    const limit = Math.ceil(items.length / 3)
    expect(await walk(db, `${address}?limit=${limit}`)).toEqual(items)
  })
})

test('a CSV stretch says in its header where the next begins', async ({ db }) => {
  const first = await ask(db, `${STRATEGY}/actions.csv?limit=30&goal=KP2`)
  const next = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1]
  const { items } = await askJson(db, `${STRATEGY}/actions?goal=KP2`)
  const second = next ? await (await ask(db, next)).text() : ''
  expect(parse(second, { columns: true })).toHaveLength(Math.max(0, items.length - 30))
})

test('the cells of a row are those of its item', async ({ db }) => {
  const csv = await (await ask(db, `${STRATEGY}/indicators.csv?limit=1&period=2023/2024`)).text()
  const [row] = parse(csv, { columns: true }) as Record<string, string>[]
  expect(row).toMatchObject({
    code: '1',
    goal: 'KP1',
    series: '1/preschool',
    breakdown: 'institutionType=preschool',
    baseline_number: '8',
    target_value: '10',
    period: '2023/2024',
    result_kind: 'number',
    result_number: '23',
    result_missing: '',
    verdict: 'met',
    reason: '',
  })
})
