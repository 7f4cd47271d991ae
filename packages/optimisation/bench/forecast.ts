import { backtestForecast } from '../src/index.ts'
import { type MadeUpWorld, madeUpSchools } from '../src/testing/made-up-schools.ts'

// How good forecasts are, and how often intervals hold, in made-up worlds that err in different ways. Forecasts from
// neighbouring years err alike, so it takes hundreds of municipalities to tell 74 % from 80 %.
const stages = { '1-3': ['1', '2', '3'], '4-6': ['4', '5', '6'], '7-9': ['7', '8', '9'] }
const seeds = Number(process.argv[2] ?? 100)
const worlds: Readonly<Record<string, MadeUpWorld>> = {
  'chance only': { schools: 12, sharedShock: 0, schoolShock: 0 },
  'years that differ a little': { schools: 12, sharedShock: 0.006, schoolShock: 0 },
  'years that differ much': { schools: 12, sharedShock: 0.015, schoolShock: 0 },
  'schools that come and go out of favour': { schools: 12, sharedShock: 0.006, schoolShock: 0.03 },
}

for (const [name, world] of Object.entries(worlds)) {
  console.log(name)
  const rows = Array.from({ length: seeds }, (_, seed) =>
    backtestForecast(madeUpSchools(world, seed + 1), { leastYears: 7, stages, horizon: 5 }),
  ).flat()
  for (const level of ['total', 'stage', 'place', 'placeStage'] as const) {
    for (const horizon of [1, 2, 3, 4, 5]) {
      const of = rows.filter((row) => row.level === level && row.horizon === horizon)
      const forecasts = of.reduce((sum, row) => sum + row.forecasts, 0)
      const mean = (key: 'meanError' | 'bias' | 'meanErrorOfNoChange' | 'covered80' | 'covered95') =>
        (of.reduce((sum, row) => sum + row.forecasts * row[key], 0) / forecasts) * 100
      console.log(
        `  ${level.padEnd(10)} ${horizon} years: error ${mean('meanError').toFixed(2)} % (no change ${mean('meanErrorOfNoChange').toFixed(2)} %), bias ${mean('bias').toFixed(2)} %, 80 % interval holds ${mean('covered80').toFixed(1)} %, 95 % ${mean('covered95').toFixed(1)} %, ${forecasts} forecasts`,
      )
    }
  }
}
