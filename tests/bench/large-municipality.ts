import { appendFile, cp } from 'node:fs/promises'
import { join } from 'node:path'

/** How much there is of a made-up municipality, besides what Liepāja has. */
export type Size = { indicators: number; series: number; periods: number }

type Cell = string | number

/**
 * Writes Liepāja's files with made-up indicators behind its own: each has so many series, each series a baseline
 * and figures for the other periods, and targets for two years. Most figures go on from the one before, some are
 * missing, some jump.
 */
export async function writeLargeMunicipality(folder: string, { indicators, series, periods }: Size) {
  await cp('data/liepaja-2020-2025', folder, { recursive: true })
  const random = createRandom(indicators * series * periods)
  const rows: Record<string, Cell[][]> = {
    'breakdowns.csv': [],
    'indicators.csv': [],
    'series.csv': [],
    'observations.csv': [],
    'baselines.csv': [],
    'targets.csv': [],
  }
  const add = (file: string, ...cells: Cell[]) => rows[file]?.push(cells)
  for (let unit = 1; unit <= series; unit += 1) {
    add(
      'breakdowns.csv',
      'madeUp',
      'Iestāde',
      'Institution',
      `u${unit}`,
      unit,
      `paraugskola ${unit}`,
      `sample school ${unit}`,
    )
  }
  const years = Array.from({ length: periods - 1 }, (_, index) => 2025 - periods + 1 + index)
  for (let number = 1; number <= indicators; number += 1) {
    const code = `G${number}`
    const goal = `KP${1 + (number % 4)}`
    const direction = number % 3 === 0 ? 'down' : 'up'
    const title = [`Paraugrādītājs ${number}`, `Sample indicator ${number}`]
    add(
      'indicators.csv',
      code,
      1000 + number,
      goal,
      ...title,
      '',
      '',
      'count',
      'count',
      direction,
      'number',
      '',
      'no',
      'LIP',
      '',
      '',
      '',
      'no',
      '',
      '',
      '',
      'evaluation',
      `${number}. tabula`,
    )
    for (let unit = 1; unit <= series; unit += 1) {
      const key = `${code}/u${unit}`
      add('series.csv', key, code, unit, series === 1 ? '' : `madeUp=u${unit}`, '')
      add('baselines.csv', key, '2021', 'no')
      const start = 50 + Math.round(random() * 400)
      const figure = (period: string, value: number | undefined) =>
        value === undefined
          ? add(
              'observations.csv',
              key,
              period,
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              'notMeasured',
              '',
              '',
              '',
              '',
              'evaluation',
              `${number}. tabula`,
            )
          : add(
              'observations.csv',
              key,
              period,
              'number',
              value,
              'count',
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              '',
              value,
              '',
              '',
              'evaluation',
              `${number}. tabula`,
            )
      figure('2021', start)
      let value = start
      for (const year of years) {
        value = Math.round(value * (random() < 0.005 ? 2.5 : 0.97 + random() * 0.07))
        figure(`${year}/${year + 1}`, random() < 0.02 ? undefined : value)
      }
      for (const [year, growth] of [
        [2023, 1.05],
        [2025, 1.1],
      ] as const) {
        const aim = Math.round(start * growth)
        add(
          'targets.csv',
          key,
          year,
          'absolute',
          aim,
          'count',
          aim,
          '',
          '',
          'evaluation',
          `${number}. tabula`,
        )
      }
    }
  }
  for (const [file, lines] of Object.entries(rows)) {
    await appendFile(join(folder, file), lines.map((cells) => `${cells.join()}\n`).join(''))
  }
}

/** The same numbers each time, from 0 to 1: a linear congruential generator (Numerical Recipes). */
function createRandom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
