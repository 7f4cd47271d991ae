import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { loadPlan, NEW, OLD, test } from './support/two-plans.ts'

const ask = async (db: Database, path: string) => (await (await openBuiltSite(db))(path)).text()

type Item = {
  code: string
  title: { lv: string }
  series: { verdict: { status: string }; label: { lv: string } }[]
}
const indicatorsOf = async (db: Database, key: string) =>
  (JSON.parse(await ask(db, `/api/v1/strategies/${key}/indicators`)) as { items: Item[] }).items

describe('two plans of a municipality that both have a no. 1', () => {
  test('stand side by side: the second changes nothing of the first', async ({ loaded }) => {
    expect(loaded.first.changed).toBe(0)
    expect(loaded.second).toEqual({ added: loaded.first.added, changed: 0, gone: undefined })
  })

  test('each have their own indicator, figures, verdict and words', async ({ db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const [old, ...noOther] = await indicatorsOf(db, OLD)
    const [now, ...noMore] = await indicatorsOf(db, NEW)
    expect([noOther, noMore]).toEqual([[], []])
    expect([old?.code, old?.title.lv, now?.code, now?.title.lv]).toEqual([
      '1',
      'Rinda uz pirmsskolām',
      '1',
      'Matemātikas eksāmens',
    ])
    const standing = [old, now].map((one) =>
      one?.series.map(({ verdict, label }) => [verdict.status, label.lv]),
    )
    expect(standing).toEqual([[['met', 'Pilsēta']], [['missed', 'Pagasts']]])
  })

  test('loading either again changes nothing', async ({ db, loaded, folder }) => {
    expect(loaded.second.changed).toBe(0)
    expect(await loadPlan(db, folder, OLD)).toEqual({ added: 0, changed: 0, gone: undefined })
    expect(await loadPlan(db, folder, NEW)).toEqual({ added: 0, changed: 0, gone: undefined })
  })

  test('the pages of the municipality show the newest plan that is decided', async ({ db, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    const page = await ask(db, '/kuldigas-novads/raditaji/1')
    expect(page).toContain('Matemātikas eksāmens')
    expect(page).not.toContain('Rinda uz pirmsskolām')
    expect(await ask(db, '/kuldigas-novads')).toContain('Jaunais plāns')
  })
})
