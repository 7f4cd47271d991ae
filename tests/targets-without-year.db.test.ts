import { describe, expect } from 'vitest'
import { openBuiltSite } from './support/built-site.ts'
import { figure, loadRows, planRows, test } from './support/two-plans.ts'
import type { Rows } from './support/write-rows.ts'

const KEY = 'limbazu-novads-2024'
const plan: Rows = {
  ...planRows(KEY, { title: 'Plāns', from: 2024, indicator: 'Vietas', direction: 'up', label: 'pilsēta' }),
  dataset: [{ municipality: 'limbazu-novads', strategy: KEY, public: 'yes' }],
  claims: [],
  observations: [figure('2024', '40')],
  targets: [{ series: '1', target_year: '', kind: 'absolute', value: '50' }],
}
const withTarget = (value: string): Rows => ({
  targets: [{ series: '1', target_year: '', kind: 'absolute', value }],
})

describe('a target without a year', () => {
  test('is loaded once, revised as any other, and shown without a year', async ({ db, folder, loaded }) => {
    expect(loaded.first.changed).toBe(0)
    await loadRows(db, folder, plan)
    expect(await loadRows(db, folder, plan)).toMatchObject({ added: 0, changed: 0 })
    const ask = await openBuiltSite(db)
    const read = async (path: string) => (await (await ask(path)).text()).replaceAll('\u00a0', ' ')
    const page = await read('/limbazu-novads/raditaji/1')
    expect(page).toContain('bez termiņa')
    expect(page).toContain('vēl nav sasniegts')
    expect(page).not.toContain('null')
    expect(await read('/en/limbazu-novads/raditaji/1')).toContain('no year given')
    const { items } = JSON.parse(await read(`/api/v1/strategies/${KEY}/targets`))
    expect(items.map(({ year, value }: { year: number | null; value: number }) => [year, value])).toEqual([
      [null, 50],
    ])

    expect(await loadRows(db, folder, withTarget('40'))).toMatchObject({ added: 0, changed: 1 })
    const after = JSON.parse(await read(`/api/v1/strategies/${KEY}/indicators`))
    expect(after.items[0].series[0].verdict.status).toBe('met')
    expect(after.items[0].series[0].targets).toHaveLength(1)
    expect((await read(`/api/v1/strategies/${KEY}/targets.csv`)).split('\n')[1]).toMatch(/^1,,absolute,40/)
  })

  test('that stands twice is refused', async ({ db, folder, loaded }) => {
    expect(loaded.first.changed).toBe(0)
    const target = { series: '1', target_year: '', kind: 'absolute', value: '50' }
    await expect(loadRows(db, folder, { ...plan, targets: [target, target] })).rejects.toMatchObject({
      problems: [expect.objectContaining({ file: 'targets.csv', reason: 'platform.import.twice' })],
    })
  })
})
