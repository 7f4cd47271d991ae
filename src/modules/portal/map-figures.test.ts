import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Headline } from './headlines.server.ts'
import { figureOf, shortNames } from './map-figures.ts'

type Row = { code: string; kind: 'stateCity' | 'novads'; name_lv: string; name_en: string; valid_to: string }

test('no two tiles of the register have the same letters, in either language', async () => {
  const rows: Row[] = parse(await readFile('data/latvia/municipalities.csv', 'utf8'), { columns: true })
  const all = rows
    .filter(({ valid_to }) => valid_to === '')
    .map(({ code, kind, name_lv, name_en }) => ({ id: code, kind, name: { lv: name_lv, en: name_en } }))
  expect(all).toHaveLength(42)
  for (const language of ['lv', 'en'] as const) {
    const said = [...shortNames(all, language).values()].map(({ letters, isDistrict }) =>
      `${letters}${isDistrict ? ' nov.' : ''}`.toLowerCase(),
    )
    expect(new Set(said).size).toBe(42)
    for (const one of said) expect(one.split(' ')[0]).toHaveLength(3)
  }
})

test('what is not published is no zero', () => {
  expect(figureOf('actions', undefined)).toBeNull()
  const headline = {
    series: { judged: 0, met: 0, onTrack: 0 },
    actions: { done: 0, total: 3 },
    institutions: 0,
    indicators: 0,
  } as unknown as Headline
  expect(figureOf('met', headline)).toBeNull()
  expect(figureOf('institutions', headline)).toBeNull()
  expect(figureOf('actions', headline)).toEqual({ count: 0, of: 3 })
})
