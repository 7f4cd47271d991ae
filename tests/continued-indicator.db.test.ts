import { describe, expect } from 'vitest'
import { openBuiltSite } from './support/built-site.ts'
import { loadRows, NEW, OLD, PLANS, test } from './support/two-plans.ts'
import type { Rows } from './support/write-rows.ts'

const plan = PLANS[NEW] ?? {}
const continuing = (continues: string): Rows => ({
  ...plan,
  indicators: (plan.indicators ?? []).map((row) => ({ ...row, continues })),
})

describe('an indicator that a new plan takes over', () => {
  test('shows the earlier figures as history, with the way to them', async ({ db, folder, loaded }) => {
    expect(loaded.second.changed).toBe(0)
    expect(await loadRows(db, folder, continuing(`${OLD}/1`))).toMatchObject({ added: 0, changed: 1 })
    const ask = await openBuiltSite(db)
    const read = async (path: string) => (await (await ask(path)).text()).replaceAll('\u00a0', ' ')
    const page = await read('/kuldigas-novads/raditaji/1')
    expect(page).toContain('Skaitļi no agrākā plāna')
    expect(page).toContain(`/kuldigas-novads/plani/${OLD}/raditaji/1`)
    expect(page).toMatch(/agrākā plānā 2018\. gadā: 20 %/)
    expect(await read('/en/kuldigas-novads/raditaji/1')).toContain('Figures from the earlier plan')

    const { items } = JSON.parse(await read(`/api/v1/strategies/${NEW}/indicators`))
    const [series] = items[0].series
    expect(series.verdict.status).toBe('missed')
    expect(series.earlier).toMatchObject({ strategy: OLD, indicator: '1', series: '1' })
    const periods = series.earlier.results.map(({ period }: { period: string }) => period)
    expect(periods).toEqual(['2018', '2022/2023'])
    const figures = JSON.parse(await read(`/api/v1/strategies/${NEW}/observations`))
    expect(figures.items.map(({ period }: { period: string }) => period)).toEqual(['2023', '2024/2025'])
  })

  test.for([`${OLD}/99`, 'kuldigas-novads-1990/1', `${NEW}/1`, OLD])(
    'is refused where there is no earlier one: %s',
    async (continues, { db, folder, loaded }) => {
      expect(loaded.second.changed).toBe(0)
      await expect(loadRows(db, folder, continuing(continues))).rejects.toMatchObject({
        problems: [
          expect.objectContaining({
            file: 'indicators.csv',
            line: 2,
            column: 'continues',
            reason: 'platform.import.noEarlier',
            values: { found: continues },
          }),
        ],
      })
    },
  )
})
