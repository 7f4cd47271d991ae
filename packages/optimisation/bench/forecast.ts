import { backtestForecast, type EnrolmentHistory } from '../src/index.ts'
import { seeded } from './instance.ts'

// Made-up municipalities of 12 schools over 16 years: families move in and out, in some years more than in others.
const grades = Array.from({ length: 9 }, (_, index) => String(index + 1))
const stages = { '1-3': ['1', '2', '3'], '4-6': ['4', '5', '6'], '7-9': ['7', '8', '9'] }
const rows = Array.from({ length: 20 }, (_, seed) =>
  backtestForecast(municipalitySchools(seed + 1), { leastYears: 7, stages, horizon: 5 }),
).flat()

for (const level of ['total', 'stage', 'place', 'placeStage'] as const) {
  for (const horizon of [1, 2, 3, 4, 5]) {
    const of = rows.filter((row) => row.level === level && row.horizon === horizon)
    const forecasts = of.reduce((sum, row) => sum + row.forecasts, 0)
    const mean = (key: 'meanError' | 'bias' | 'meanErrorOfNoChange' | 'covered80' | 'covered95') =>
      (of.reduce((sum, row) => sum + row.forecasts * row[key], 0) / forecasts) * 100
    console.log(
      `${level.padEnd(10)} ${horizon} years: error ${mean('meanError').toFixed(2)} % (no change ${mean('meanErrorOfNoChange').toFixed(2)} %), bias ${mean('bias').toFixed(2)} %, 80 % interval holds ${mean('covered80').toFixed(1)} %, 95 % ${mean('covered95').toFixed(1)} %, ${forecasts} forecasts`,
    )
  }
}

function municipalitySchools(seed: number): EnrolmentHistory[] {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const shocks = Array.from({ length: 16 }, () => 0.006 * normal())
  return Array.from({ length: 12 }, () => {
    const size = 12 + 60 * random()
    const pupils = [grades.map(() => Math.round(size))]
    for (let year = 1; year < 16; year++) {
      const last = pupils[year - 1] ?? []
      const entering = Math.max(0, Math.round(size * 0.98 ** year + Math.sqrt(size) * normal()))
      pupils.push(
        grades.map((_, grade) =>
          grade === 0 ? entering : survivors(last[grade - 1] ?? 0, shocks[year] ?? 0),
        ),
      )
    }
    return { firstYear: 2010, grades, pupils }
  })

  /** Four of a hundred leave and as many come, each by chance. */
  function survivors(before: number, shock: number): number {
    let after = 0
    for (let pupil = 0; pupil < before; pupil++) {
      if (random() > 0.04 - shock) after++
      if (random() < 0.03 + shock) after++
    }
    return after
  }
}
