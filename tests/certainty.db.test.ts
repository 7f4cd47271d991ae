import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { type ImportOptions, importFolder } from '../src/app/import.server.ts'
import { checkFolder } from '../src/app/read-folder.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { type Rows, twice, writeRows } from './support/write-rows.ts'

const PLAN = 'kuldigas-novads-2024'
const ADDRESS = '/aptaujas/skolotaji#result-skolas-vide'

/** Two schools’ worth of teachers said whether they are content; the survey’s table holds the first series’ figure. */
const rowsOfPlan = (): Rows => ({
  dataset: [{ municipality: 'kuldigas-novads', strategy: PLAN, public: 'yes' }],
  strategy: [
    { ...twice('title', 'Plāns'), version: 'adopted', starts_on: '2024-01-01', ends_on: '2029-12-31' },
  ],
  breakdowns: [
    {
      dimension: 'posms',
      ...twice('dimension', 'posms'),
      value: 'skola',
      position: '1',
      ...twice('label', 'skolas'),
    },
    {
      dimension: 'posms',
      ...twice('dimension', 'posms'),
      value: 'pirmsskola',
      position: '2',
      ...twice('label', 'pirmsskolas'),
    },
  ],
  indicators: [
    {
      code: '5',
      position: '1',
      ...twice('title', 'Apmierinātība ar vidi'),
      unit: 'percent',
      direction: 'up',
      value_kind: 'share',
      about_persons: 'yes',
      rests_on: 'answers',
      data_minimum: 'no',
    },
  ],
  series: [
    { key: '5/skola', indicator: '5', position: '1', breakdown: 'posms=skola' },
    { key: '5/pirmsskola', indicator: '5', position: '2', breakdown: 'posms=pirmsskola' },
  ],
  observations: ['5/skola', '5/pirmsskola'].map((series) => ({
    series,
    period: '2024/2025',
    value_kind: 'share',
    number: series === '5/skola' ? '89.3' : '45',
    unit: 'percent',
  })),
  targets: ['5/skola', '5/pirmsskola'].map((series) => ({
    series,
    target_year: '2025',
    kind: 'absolute',
    value: '90',
    unit: 'percent',
  })),
  periodRule: [{ period: '2024/2025', target_year: '2025' }],
  surveys: [{ key: 'skolotaji', ...twice('title', 'Skolotāju aptauja'), period: '2024/2025' }],
  surveyGroups: [
    { survey: 'skolotaji', group: 'skolas', position: '1', ...twice('label', 'Skolas'), respondents: '216' },
    { survey: 'skolotaji', group: 'pii', position: '2', ...twice('label', 'Pirmsskolas'), respondents: '90' },
  ],
  surveyItems: [{ survey: 'skolotaji', item: 'vide', position: '1', ...twice('title', 'Vide') }],
  surveyResults: [
    { survey: 'skolotaji', group: 'skolas', item: 'vide', share: '89', series: '5/skola' },
    { survey: 'skolotaji', group: 'pii', item: 'vide', share: '45' },
  ],
})

/** A database with the plan, and a way to load it again with some files changed. */
const test = databaseTest.extend('load', { scope: 'file' }, async ({ db }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-certainty-'))
  onCleanup(() => rm(folder, { recursive: true, force: true }))
  return async (changes: Rows = {}, { without, ...options }: ImportOptions & { without?: string } = {}) => {
    await writeRows(folder, { ...rowsOfPlan(), ...changes })
    if (without) await rm(join(folder, without))
    const { added, changed } = await importFolder(db, folder, options)
    return { added, changed }
  }
})

const ask = async (db: Database, path: string) => (await (await openBuiltSite(db))(path)).text()

type Shown = {
  results: { certainty: { n: number | null; interval: { low: number; high: number } | null } | null }[]
  verdict: { status: string; certainty: string; gap: number; step: string }
}
async function series(db: Database, query = '') {
  const answer = JSON.parse(await ask(db, `/api/v1/strategies/${PLAN}/indicators${query}`))
  return Object.fromEntries(
    (answer.items as { series: (Shown & { key: string })[] }[])
      .flatMap((item) => item.series)
      .map(({ key, results, verdict }) => [key, { certainty: results[0]?.certainty, verdict }]),
  )
}
const [school, preschool] = ['5/skola', '5/pirmsskola']
const unknown = { n: null, interval: null, source: null, address: null }

describe('a figure that a survey’s table holds as well', () => {
  test('has its n, interval and address, and the verdict says that the difference is within chance', async ({
    db,
    load,
  }) => {
    await load()
    const found = await series(db)
    expect(found[school]).toMatchObject({
      certainty: { n: 216, source: 'survey', address: ADDRESS, interval: { method: 'wilson', level: 0.95 } },
      verdict: { status: 'missed', certainty: 'withinChance', gap: -0.7, step: 'small' },
    })
    expect(found[school]?.certainty?.interval?.low).toBeCloseTo(84.1, 0)
    expect(found[school]?.certainty?.interval?.high).toBeCloseTo(92.5, 0)
    expect(found[preschool]).toMatchObject({
      certainty: unknown,
      verdict: { status: 'missed', certainty: 'unknown', gap: -45, step: 'large' },
    })
  })

  test('is counted and found by how sure it is', async ({ db, load }) => {
    await load()
    const summary = JSON.parse(await ask(db, `/api/v1/strategies/${PLAN}/summary`))
    expect(summary.series).toMatchObject({ judged: 2, missed: 2, withinChance: 1, sureUnknown: 1 })
    expect(Object.keys(await series(db, '?certainty=withinChance'))).toEqual([school])
    expect(Object.keys(await series(db, '?certainty=unknown'))).toEqual([preschool])
  })

  test('stays as it is when the files are loaded again', async ({ load }) => {
    await load()
    expect(await load()).toEqual({ added: 0, changed: 0 })
  })

  test('leaves the figure when another series is named, and the verdicts follow', async ({ db, load }) => {
    const [first, second] = rowsOfPlan().surveyResults ?? []
    await load({
      surveyResults: [
        { ...first, series: '' },
        { ...second, series: preschool },
      ] as Rows[string],
    })
    const found = await series(db)
    expect(found[school]).toMatchObject({ certainty: unknown, verdict: { certainty: 'unknown' } })
    expect(found[preschool]).toMatchObject({ certainty: { n: 90 }, verdict: { certainty: 'certain' } })
    await load()
    expect((await series(db))[school]).toMatchObject({ verdict: { certainty: 'withinChance' } })
  })

  test('follows a group that is corrected while no results are loaded', async ({ db, load }) => {
    await load()
    const [schools, ...others] = rowsOfPlan().surveyGroups ?? []
    const surveyGroups = [{ ...schools, respondents: '150' }, ...others] as Rows[string]
    await load({ surveyGroups }, { without: 'survey-results.csv' })
    expect((await series(db))[school]).toMatchObject({ certainty: { n: 150 } })
    await load()
    expect((await series(db))[school]).toMatchObject({ certainty: { n: 216 } })
  })

  test('loses it with the result that is withdrawn', async ({ db, load }) => {
    await load()
    const [, second] = rowsOfPlan().surveyResults ?? []
    await load({ surveyResults: [second] as Rows[string] }, { withdraw: 1 })
    expect((await series(db))[school]).toMatchObject({ certainty: unknown })
    await load()
  })

  test('never has the interval of another figure; that they differ is found', async ({ db, load }) => {
    const [first, second] = rowsOfPlan().surveyResults ?? []
    await load({ surveyResults: [{ ...first, share: '80' }, second] as Rows[string] })
    expect((await series(db))[school]).toMatchObject({
      certainty: unknown,
      verdict: { status: 'missed', certainty: 'unknown' },
    })
    expect(await ask(db, `/api/v1/strategies/${PLAN}/findings`)).toContain('survey-figure-differs')
    await load()
    expect(await ask(db, `/api/v1/strategies/${PLAN}/findings`)).not.toContain('survey-figure-differs')
  })

  test('comes out of the API in the form in which it is loaded', async ({ db, load }) => {
    await load()
    const csv = await ask(db, '/api/v1/surveys/kuldigas-novads-skolotaji/results.csv')
    const [header = '', ...lines] = csv.trimEnd().split('\r\n')
    const column = header.split(',').indexOf('series')
    expect(lines.map((line) => line.split(',')[column])).toEqual([school, ''])
  })
})

test('a series or a period that has no figure is refused by name', async ({ db, load }) => {
  expect(db).toBeDefined()
  const [first] = rowsOfPlan().surveyResults ?? []
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-certainty-'))
  const problemsOf = async (changes: Rows) => {
    await writeRows(folder, { ...rowsOfPlan(), ...changes })
    return (await checkFolder(folder)).problems
  }
  const refused = { file: 'survey-results.csv', column: 'series' }
  expect(
    await problemsOf({ surveyResults: [{ ...first, series: '5/muzejs' }] as Rows[string] }),
  ).toMatchObject([{ ...refused, values: { found: '5/muzejs · 2024/2025', where: 'observations.csv' } }])
  const earlier = [{ key: 'skolotaji', ...twice('title', 'Skolotāju aptauja'), period: '2020' }]
  expect(await problemsOf({ surveys: earlier })).toMatchObject([
    { ...refused, values: { found: '5/skola · 2020' } },
  ])
  await rm(folder, { recursive: true, force: true })
  await load()
})

/** What stands on a page, without its markup. */
const words = async (db: Database, path: string) =>
  (await ask(db, path))
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll(/&#x27;|&nbsp;|\u00a0/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('pages say how sure and how far a verdict is', () => {
  const pages = ['/kuldigas-novads/raditaji', '/kuldigas-novads/raditaji/5', '/kuldigas-novads']

  test.for(pages)('%s in Latvian', async (page, { db, load }) => {
    await load()
    const said = await words(db, page)
    expect(said).toContain('n = 216, 95 % intervāls 84,1–92,5 %')
    expect(said).toContain('nav droši: starpība ir nejaušības robežās')
    expect(said).toContain('n nav zināms')
    expect(said).toContain('≈ Par 1 no novērtētajiem nav droši')
  })

  test.for(pages)('%s in English', async (page, { db, load }) => {
    await load()
    const said = await words(db, `/en${page}`)
    expect(said).toContain('n = 216, 95% interval 84.1–92.5%')
    expect(said).toContain('not certain: the difference is within chance')
    expect(said).toContain('n not known')
    expect(said).toContain('1 of those judged is not certain')
  })

  test('the list tells small steps from large ones, and keeps what the figure says by itself', async ({
    db,
    load,
  }) => {
    await load()
    const said = await words(db, '/kuldigas-novads/raditaji')
    expect(said).toContain('pēc paša skaitļa: nav sasniegts, pietrūkst nedaudz: 0,7 procentpunktu')
    expect(said).toContain('pietrūkst apmēram puses (45 procentpunkti)')
    expect(said).toContain('Par 1 no novērtētajiem nav zināms, cik droši')
    expect(await words(db, '/kuldigas-novads/raditaji?certainty=unknown')).toContain('Atlasīts 1 no 2')
  })

  test('the chart draws the interval, and its figure leads to the cell of the survey', async ({
    db,
    load,
  }) => {
    await load()
    const page = await ask(db, '/kuldigas-novads/raditaji/5')
    expect(page).toMatch(
      /<svg class="chart (?:series|range)"(?:(?!<\/svg>).)*<path class="whisker" d="M[^"]+"/s,
    )
    expect(page).toContain(`href="/kuldigas-novads${ADDRESS}"`)
    expect(await ask(db, '/kuldigas-novads/aptaujas/skolotaji')).toContain('id="result-skolas-vide"')
  })
})

describe('Liepāja, whose source names no n', () => {
  test('keeps its 15 of 45, and says that n is not known', async ({ db }) => {
    const answer = await ask(db, '/api/v1/strategies/liepaja-2020-2025/summary')
    expect(JSON.parse(answer).series).toMatchObject({ judged: 45, met: 15, withinChance: 0, sureUnknown: 9 })
    const said = await words(db, '/liepaja/raditaji/5')
    expect(said).toContain('89,3 % n nav zināms')
    expect(said).toContain('pietrūkst nedaudz: 0,7 procentpunktu')
    expect(said).toContain('Cik cilvēku atbildēja, avots nenosauc: n nav zināms.')
  })
})
