import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { importFolder } from '../src/app/import.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test } from './support/database.ts'
import { writeCsv } from './support/write-csv.ts'

type Row = Record<string, string>
type Folder = Record<'indicators' | 'series' | 'observations' | 'baselines' | 'targets', Row[]>

/** What makes data unlike Liepāja’s, each for one indicator of the folder. */
const ODDITIES: Record<string, (folder: Folder, indicator: Row) => void> = {
  'belongs to a goal': (_, indicator) => {
    indicator.goal = 'KP2'
  },
  'belongs to no goal': (_, indicator) => {
    indicator.goal = ''
  },
  'is retired by a date': (_, indicator) => {
    indicator.retired_on = '2022-09-01'
  },
  'is retired by a reason only': (_, indicator) => {
    indicator.retired_reason_lv = 'Vairs netiek mērīts'
    indicator.retired_reason_en = 'No longer measured'
  },
  'is retired and measured again': (folder, indicator) => {
    indicator.retired_on = '2022-09-01'
    const [series] = seriesOf(folder, indicator)
    const observation = folder.observations.find(({ series: key }) => key === series?.key)
    const taken = folder.observations.some((one) => one.series === series?.key && one.period === '2024/2025')
    if (observation && !taken) folder.observations.push({ ...observation, period: '2024/2025' })
  },
  'promises something in one series': (folder, indicator) => {
    const series = seriesOf(folder, indicator).at(-1)
    const [target] = folder.targets
    const taken = folder.targets.some((one) => one.series === series?.key && one.target_year === '2025')
    if (series && target && !taken)
      folder.targets.push({ ...target, series: series.key ?? '', target_year: '2025' })
  },
}

const seriesOf = ({ series }: Folder, indicator: Row) =>
  series.filter((one) => one.indicator === indicator.code)

const oddities = fc.array(
  fc.record({
    code: fc.constantFrom('K1', 'K3', 'K5', '1', '9', '14', '21'),
    oddity: fc.constantFrom(...Object.keys(ODDITIES)),
  }),
  { minLength: 3, maxLength: 8 },
)

test('overview, list, file and API count alike, whatever the data', { timeout: 60_000 }, async ({ db }) => {
  const site = await openBuiltSite(db)
  const ask = async (path: string) => (await site(path)).text()

  await fc.assert(
    fc.asyncProperty(oddities, async (chosen) => {
      await importOdd(db, chosen)
      const counted = await countEverywhere(ask)
      expect(counted).toEqual(counted.map(() => counted[0]))
      expect(counted[0]?.series).toBeGreaterThan(60)
    }),
    { numRuns: 4 },
  )
})

async function importOdd(db: Database, chosen: { code: string; oddity: string }[]) {
  const path = await mkdtemp(join(tmpdir(), 'izaugsme-odd-'))
  await cp('data/liepaja-2020-2025', path, { recursive: true })
  const names = ['indicators', 'series', 'observations', 'baselines', 'targets'] as const
  const read = async (name: string) =>
    parse<Row>(await readFile(join(path, `${name}.csv`), 'utf8'), { columns: true })
  const folder = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await read(name)])),
  ) as Folder
  for (const { code, oddity } of chosen) {
    const indicator = folder.indicators.find((one) => one.code === code)
    if (indicator) ODDITIES[oddity]?.(folder, indicator)
  }
  for (const name of names) await writeFile(join(path, `${name}.csv`), writeCsv(folder[name]))
  await importFolder(db, path)
  await rm(path, { recursive: true })
}

/** Series and how many of them can be judged and cannot, as every place tells them that tells them. */
async function countEverywhere(ask: (path: string) => Promise<string>) {
  const api = '/api/v1/strategies/liepaja-2020-2025'
  const { series, goals } = JSON.parse(await ask(`${api}/summary`))
  const { items } = JSON.parse(await ask(`${api}/indicators`))
  const rows = parse<Row>(await ask(`${api}/indicators.csv`), { columns: true })
  const verdicts: string[] = items.flatMap((item: { series: { verdict: { status: string } }[] }) =>
    item.series.map(({ verdict }) => verdict.status),
  )
  const overview = read(await ask('/en/liepaja'))
  const list = read(await ask('/en/liepaja/raditaji'))
  const of = (statuses: (string | undefined)[]) => ({
    series: statuses.length,
    judged: statuses.filter((status) => status !== 'notEvaluable').length,
    met: statuses.filter((status) => status === 'met').length,
  })
  expect(goals.reduce((sum: number, goal: { series: { total: number } }) => sum + goal.series.total, 0)).toBe(
    rows.filter(({ goal }) => goal !== '').length,
  )
  return [
    { series: series.total, judged: series.judged, met: series.met },
    of(verdicts),
    of(rows.map(({ verdict }) => verdict)),
    {
      series: overview(/(\d+) indicator results by verdict/),
      judged: overview(/\d+ of (\d+) results that can be judged meet/),
      met: overview(/(\d+) of \d+ results that can be judged meet/),
    },
    {
      series: list(/(\d+) results in all/),
      judged: list(/\d+ of the (\d+) results that can be judged meet/),
      met: list(/(\d+) of the \d+ results that can be judged meet/),
    },
  ]
}

/** The numbers that stand in the sentences of a page. */
function read(html: string) {
  const words = html.replace(/<!--.*?-->/g, '').replace(/<[^>]+>/g, ' ')
  return (sentence: RegExp) => Number(sentence.exec(words)?.[1])
}
