import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { getUnprotectedSet } from '#modules/indicators.server'
import { findMunicipality } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Role } from '#platform/rights/roles.ts'
import { importFolder } from '../src/app/import.server.ts'
import { openBuiltSite } from './support/built-site.ts'
import { test as databaseTest } from './support/database.ts'
import { readEverything } from './support/read-everything.ts'
import { type Rows, twice, writeRows } from './support/write-rows.ts'

const KEY = 'kuldigas-novads-2024'
const source = { source: 'parskats', locator: '1. tabula' }

const indicator = (code: string, kind: string, unit: string, more: Record<string, string> = {}) => ({
  code,
  position: code,
  goal: 'M1',
  ...twice('title', `Rādītājs ${code}`),
  unit,
  direction: 'up',
  value_kind: kind,
  about_persons: 'yes',
  data_minimum: 'no',
  ...source,
  ...more,
})
const part = (value: string, position: string) => ({
  dimension: 'posms',
  ...twice('dimension', 'posms'),
  value,
  position,
  ...twice('label', `posms ${value}`),
})
const series = (key: string, of: string, position: string, value?: string) => ({
  key,
  indicator: of,
  position,
  breakdown: value === undefined ? '' : `posms=${value}`,
})
const figure = (key: string, period: string, kind: string, unit: string, more: Record<string, string>) => ({
  series: key,
  period,
  value_kind: kind,
  unit,
  ...source,
  ...more,
})
const count = (key: string, period: string, number: string, more: Record<string, string> = {}) =>
  figure(key, period, 'number', 'count', { number, ...more })

/**
 * What nobody may read, in each kind of place. They are long, so that they stand nowhere by chance; all are told in
 * one way only: as a part of a sum, as the other side of a share, as what was printed or noted beside a small count.
 */
const SECRETS = {
  partOfSum: '204771355',
  denominator: '791901337',
  share: '0.000000378834',
  category: '313370077',
  printed: 'IESPIESTAIS',
  note: 'PIEZIMEDATOS',
  baseline: '448261193',
  earlier: 'AGRAKAPIEZIME',
  mean: '46.4917733',
  low: '41.1182277',
  n: 'NEVIENS',
} as const
/** What may be read, so that the test does not pass by reading nothing. */
const OPEN = { total: '912341358', otherPart: '707570000' }

const ROWS: Rows = {
  dataset: [{ municipality: 'kuldigas-novads', strategy: KEY, public: 'yes' }],
  strategy: [
    { ...twice('title', 'Plāns'), version: 'adopted', starts_on: '2024-01-01', ends_on: '2029-12-31' },
  ],
  goals: [{ code: 'M1', position: '1', ...twice('title', 'Mērķis'), ...source }],
  sources: [{ key: 'parskats', ...twice('title', 'Pārskats') }],
  breakdowns: [part('a', '1'), part('b', '2'), part('c', '3')],
  indicators: [
    indicator('1', 'number', 'count'),
    indicator('2', 'share', 'percent'),
    indicator('3', 'distribution', 'heads'),
    indicator('4', 'number', 'count'),
    indicator('5', 'number', 'percent', { rests_on: 'mean' }),
  ],
  series: [
    series('1', '1', '1'),
    series('1/a', '1', '2', 'a'),
    series('1/b', '1', '3', 'b'),
    series('1/c', '1', '4', 'c'),
    series('2', '2', '1'),
    series('3', '3', '1'),
    series('4', '4', '1'),
    series('5', '5', '1'),
  ],
  observations: [
    count('1/b', '2023', '10'),
    count('1', '2024', OPEN.total),
    count('1/a', '2024', '3', { printed: SECRETS.printed, ...twice('note', SECRETS.note) }),
    count('1/b', '2024', SECRETS.partOfSum),
    count('1/c', '2024', OPEN.otherPart),
    figure('2', '2024', 'share', 'percent', {
      number: SECRETS.share,
      numerator: '3',
      denominator: SECRETS.denominator,
    }),
    figure('3', '2024', 'distribution', 'heads', { distribution: `a=${SECRETS.category};b=3` }),
    count('4', '2023', '2', { ...twice('note', SECRETS.earlier) }),
    count('4', '2024', '40'),
    figure('5', '2023', 'number', 'percent', { number: '50', n: '400' }),
    figure('5', '2024', 'number', 'percent', {
      number: SECRETS.mean,
      n: '7',
      interval_low: SECRETS.low,
      interval_high: '52',
    }),
  ],
  baselines: [
    { series: '1/b', period: '2023', recomputed: 'no' },
    { series: '4', period: '2023', recomputed: 'no' },
  ],
  targets: [
    ...['1/b', '4'].map((key) => ({
      series: key,
      target_year: '2024',
      kind: 'relative',
      value: '2',
      unit: 'percent',
    })),
    { series: '2', target_year: '2024', kind: 'absolute', value: '5', unit: 'percent' },
    { series: '5', target_year: '2024', kind: 'absolute', value: '47', unit: 'percent' },
  ],
  periodRule: [{ period: '2024', target_year: '2024' }],
  claims: [
    {
      key: 'kopa',
      kind: 'sumTrend',
      ...twice('text', 'Kopā vairāk.'),
      subjects: '1/a;1/b',
      direction: 'up',
      from_period: '2023',
      to_period: '2024',
      ...source,
    },
    {
      key: 'dala',
      kind: 'share',
      ...twice('text', 'Puse.'),
      subjects: '1/b',
      total: '1',
      to_period: '2024',
      share: '50',
      ...source,
    },
  ],
}

async function load(db: Database, folder: string, rows: Rows) {
  await writeRows(folder, rows)
  await importFolder(db, folder)
}

/** Everything that anybody can read of a municipality that has secrets, by address. */
const test = databaseTest.extend('read', { scope: 'file' }, async ({ db }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-covered-'))
  onCleanup(() => rm(folder, { recursive: true, force: true }))
  // The first state of a figure is corrected, and stays in its history.
  const before = (ROWS.observations ?? []).map((row) =>
    row.series === '1/c'
      ? { ...row, number: '4', note_lv: SECRETS.baseline, note_en: SECRETS.baseline }
      : row,
  )
  const first = before.filter(({ series: key }) => key !== '1')
  await load(db, folder, { ...ROWS, observations: first })
  await load(db, folder, ROWS)
  return readEverything(await openBuiltSite(db), ['kuldigas-novads', KEY])
})

describe('figures about few people', () => {
  test('of a whole municipality were read: pages, files and data in both languages', ({ read }) => {
    expect(read.size).toBeGreaterThan(60)
    const all = [...read.values()].join('\n')
    for (const number of Object.values(OPEN)) expect(all).toContain(number)
  })

  test.for(Object.entries(SECRETS))('%s stands nowhere', ([, secret], { read }) => {
    const writings = [secret, secret.replace('.', ',')]
    const places = [...read].filter(([, text]) => writings.some((writing) => text.includes(writing)))
    expect(places.map(([address]) => address)).toEqual([])
  })

  test('are covered by a sign, with one sentence why and that the source has them', ({ read }) => {
    const page = read.get('/kuldigas-novads/raditaji/1') ?? ''
    expect(page).toMatch(/<abbr title="c – [^"]+">c<\/abbr>/)
    expect(page).toContain('c – skaitlis nav rādīts, lai pēc tā nevarētu uzzināt par atsevišķiem cilvēkiem.')
    expect(page).toContain('Avotā šie skaitļi ir nodrukāti; šajā vietnē tos tik un tā nerāda.')
    expect(read.get('/en/kuldigas-novads/raditaji/1')).toContain('c – the figure is not shown')
  })

  test('are looked into, and what is found is told without them', ({ read }) => {
    const page = read.get('/en/kuldigas-novads/datu-kvalitate') ?? ''
    expect(page).toContain('With which figures is not shown here')
  })

  test('are covered in files by the same sign', ({ read }) => {
    const rows = (read.get(`/api/v1/strategies/${KEY}/observations.csv`) ?? '').split('\n')
    const covered = rows.filter((row) => /^"?1\/[ab]"?,"?2024"?,/.test(row))
    expect(covered).toHaveLength(2)
    for (const row of covered) expect(row.split(',')[3]).toBe('c')
  })
})

describe('the unprotected view', () => {
  const readWith = async (db: Database, role: Role) => {
    const { id } = (await readAs(db, { id: 'x', kind: 'public', grants: [] }, (tx) =>
      findMunicipality(tx, 'kuldigas-novads'),
    )) ?? { id: '' }
    const user = {
      id: 'someone',
      kind: 'member' as const,
      grants: [{ role, scope: { kind: 'municipality' as const, municipalityId: id } }],
    }
    return readAs(db, user, (tx) => getUnprotectedSet(tx, user, { municipalityId: id, targetSet: KEY }))
  }
  test('is given to the education department', async ({ db, read }) => {
    expect(read.size).toBeGreaterThan(0)
    const set = await readWith(db, 'educationSpecialist')
    const values = set.indicators.flatMap((one) => one.series.flatMap(({ results }) => results))
    expect(JSON.stringify(values)).toContain(SECRETS.partOfSum)
  })
  test('is refused to a head of an institution', async ({ db, read }) => {
    expect(read.size).toBeGreaterThan(0)
    await expect(readWith(db, 'councilMember')).rejects.toThrow('platform.refused.grant')
  })
})
