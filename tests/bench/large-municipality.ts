import { appendFile, cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How much there is of a made-up municipality, besides what Liepāja has. */
export type Size = { indicators: number; series: number; periods: number }

type Row = Readonly<Record<string, string | number>>

/**
 * Writes Liepāja's files with made-up indicators behind its own: each has so many series, each series a baseline
 * and figures for the other periods, and targets for two years. Every second is about people. Most figures go on from
 * the one before, some are missing, some jump, some are of few.
 */
export async function writeLargeMunicipality(folder: string, { indicators, series, periods }: Size) {
  await cp('data/liepaja-2020-2025', folder, { recursive: true })
  const random = createRandom(indicators * series * periods)
  const units = Array.from({ length: series }, (_, index) => index + 1)
  const numbers = Array.from({ length: indicators }, (_, index) => index + 1)
  const lines = numbers.flatMap((number) =>
    units.map((unit) => ({ number, unit, key: `G${number}/u${unit}` })),
  )
  const source = (number: number) => ({ source: 'evaluation', locator: `${number}. tabula` })
  await appendRows(
    folder,
    'breakdowns.csv',
    units.map((unit) => ({
      dimension: 'madeUp',
      dimension_lv: 'Iestāde',
      dimension_en: 'Institution',
      value: `u${unit}`,
      position: unit,
      label_lv: `paraugskola ${unit}`,
      label_en: `sample school ${unit}`,
    })),
  )
  await appendRows(
    folder,
    'indicators.csv',
    numbers.map((number) => ({
      code: `G${number}`,
      position: 1000 + number,
      goal: `KP${1 + (number % 4)}`,
      title_lv: `Paraugrādītājs ${number}`,
      title_en: `Sample indicator ${number}`,
      title_unit: 'count',
      unit: 'count',
      direction: number % 3 === 0 ? 'down' : 'up',
      value_kind: 'number',
      about_persons: number % 2 === 0 ? 'yes' : 'no',
      owner: 'LIP',
      data_minimum: 'no',
      ...source(number),
    })),
  )
  await appendRows(
    folder,
    'series.csv',
    lines.map(({ number, unit, key }) => ({
      key,
      indicator: `G${number}`,
      position: unit,
      breakdown: series === 1 ? '' : `madeUp=u${unit}`,
    })),
  )
  await appendRows(
    folder,
    'baselines.csv',
    lines.map(({ key }) => ({ series: key, period: '2021', recomputed: 'no' })),
  )
  const started = lines.map((line) => ({ ...line, start: Math.round(random() ** 2 * 450) }))
  await appendRows(
    folder,
    'observations.csv',
    started.flatMap(({ number, key, start }) => {
      let value = start
      const later = Array.from({ length: periods - 1 }, (_, index) => 2025 - periods + 1 + index).map(
        (year) => {
          value = Math.round(value * (random() < 0.005 ? 2.5 : 0.97 + random() * 0.07))
          return { period: `${year}/${year + 1}`, value: random() < 0.02 ? undefined : value }
        },
      )
      return [{ period: '2021', value: start }, ...later].map(({ period, value }) => ({
        series: key,
        period,
        ...(value === undefined
          ? { missing: 'notMeasured' }
          : { value_kind: 'number', number: value, unit: 'count', printed: value }),
        ...source(number),
      }))
    }),
  )
  await appendRows(
    folder,
    'targets.csv',
    started.flatMap(({ number, key, start }) =>
      [
        { year: 2023, aim: Math.round(start * 1.05) },
        { year: 2025, aim: Math.round(start * 1.1) },
      ].map(({ year, aim }) => ({
        series: key,
        target_year: year,
        kind: 'absolute',
        value: aim,
        unit: 'count',
        printed: aim,
        ...source(number),
      })),
    ),
  )
}

/** Writes rows behind those of a file, each cell in the column of its name. */
export async function appendRows(folder: string, file: string, rows: readonly Row[]) {
  const path = join(folder, file)
  const [header = ''] = (await readFile(path, 'utf8')).split(/\r?\n/, 1)
  const columns = header.split(',')
  await appendFile(path, rows.map((row) => `${columns.map((column) => row[column] ?? '').join()}\n`).join(''))
}

/** The same numbers each time, from 0 to 1: a linear congruential generator (Numerical Recipes). */
function createRandom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
