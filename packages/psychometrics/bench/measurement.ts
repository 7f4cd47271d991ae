// Prints the speeds that the README shows: each in a process of its own, first run included, beside R where it is.
import { besideR } from '../../../tests/support/in-r.ts'
import {
  calibrate,
  calibrateConditionally,
  fitGrowthNorm,
  growthPercentiles,
  weightedLikelihoodEstimates,
} from '../src/index.ts'
import { simulateAnswers, simulateGrowth } from './data.ts'
import { besideErm } from './erm.ts'
import { type Rival, rivalSeconds } from './in-r.ts'

const { spawnSync } = process.getBuiltinModule('node:child_process')

type Case = {
  what: string
  aim: string
  run: () => { seconds: number }
  /** the case whose seconds this one is compared with */
  against?: string
  rival?: Rival
  data?: () => Parameters<typeof rivalSeconds>[1]
}

const cases: Record<string, Case> = {
  'complete-10000': {
    what: '2PL, 10,000 persons',
    aim: '≤ 0.25 s',
    run: () => calibration(10_000, 'complete'),
    rival: 'mirt',
    data: () => simulateAnswers(10_000, 'complete'),
  },
  'complete-100000': {
    what: '2PL, 100,000 persons',
    aim: '≤ 2 s, ≤ 150 MB',
    run: () => calibration(100_000, 'complete'),
    rival: 'mirt',
    data: () => simulateAnswers(100_000, 'complete'),
  },
  'booklets-10000': {
    what: '2PL, 10,000 persons, 3 booklets',
    aim: '≤ 1.5 × complete',
    run: () => calibration(10_000, 'booklets'),
    against: 'complete-10000',
  },
  'booklets-100000': {
    what: '2PL, 100,000 persons, 3 booklets',
    aim: '≤ 1.5 × complete',
    run: () => calibration(100_000, 'booklets'),
    against: 'complete-100000',
  },
  'skips-10000': {
    what: '2PL, 10,000 persons, 2 % skipped',
    aim: '',
    run: () => calibration(10_000, 'skips'),
    against: 'complete-10000',
  },
  'skips-100000': {
    what: '2PL, 100,000 persons, 2 % skipped',
    aim: '',
    run: () => calibration(100_000, 'skips'),
    against: 'complete-100000',
  },
  'rasch-100000': {
    what: 'Rasch with CML, 100,000 persons',
    aim: '',
    run: () => calibration(100_000, 'complete', 'rasch'),
  },
  'conditional-10000': {
    what: 'Rasch by CML, 10,000 persons',
    aim: '',
    run: conditional,
    rival: 'psychotools',
    data: () => simulateAnswers(10_000, 'complete'),
  },
  'wle-100000': { what: 'WLE, 100,000 persons, 2PL', aim: '≤ 0.5 s', run: wle },
  'growth-20000': {
    what: 'growth percentiles, 20,000 pupils',
    aim: '≤ 5 s',
    run: growth,
    rival: 'quantreg',
    data: () => simulateGrowth(20_000),
  },
}

const wanted = cases[process.argv[2] ?? '']
if (wanted) {
  const { seconds } = wanted.run()
  console.log(JSON.stringify({ seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1000) }))
} else {
  printTable()
  console.log(`\n${besideErm() ?? 'R eRm is not installed: raschdat1 was not tried.'}`)
}

function printTable() {
  console.log('| what | seconds | peak memory | aim | against |\n| --- | --- | --- | --- | --- |')
  const measured = new Map<string, number>()
  for (const [name, one] of Object.entries(cases)) {
    const { seconds, megabytes } = bestOfThree(name)
    measured.set(name, seconds)
    console.log(
      `| ${one.what} | ${seconds.toFixed(2)} | ${megabytes} MB | ${one.aim} | ${comparison(one, seconds, measured)} |`,
    )
  }
}

/** Each in a process of its own that has compiled nothing yet. */
function bestOfThree(name: string) {
  const runs = Array.from({ length: 3 }, () => {
    const child = spawnSync(process.execPath, [process.argv[1] ?? '', name], { encoding: 'utf8' })
    return JSON.parse(child.stdout) as { seconds: number; megabytes: number }
  })
  return runs.reduce((a, b) => (b.seconds < a.seconds ? b : a))
}

function comparison({ against, rival, data }: Case, seconds: number, measured: Map<string, number>): string {
  if (against !== undefined)
    return `${(seconds / (measured.get(against) ?? Number.NaN)).toFixed(2)} × complete`
  if (!rival || !data) return ''
  return besideR(rival, rivalSeconds(rival, data()), seconds)
}

function calibration(
  persons: number,
  design: 'complete' | 'booklets' | 'skips',
  model: '2pl' | 'rasch' = '2pl',
) {
  const data = simulateAnswers(persons, design)
  const start = performance.now()
  const fit = calibrate(data, { model })
  const seconds = (performance.now() - start) / 1000
  if (!fit.converged) throw new Error(`measurement: ${model} of ${persons} did not converge`)
  return { seconds }
}

function conditional() {
  const data = simulateAnswers(10_000, 'complete')
  const start = performance.now()
  const fit = calibrateConditionally(data)
  const seconds = (performance.now() - start) / 1000
  if (!fit.converged) throw new Error('measurement: CML did not converge')
  return { seconds }
}

function wle() {
  const data = simulateAnswers(100_000, 'complete')
  const { items } = calibrate(simulateAnswers(5000, 'complete'), { model: '2pl' })
  const start = performance.now()
  const { abilities } = weightedLikelihoodEstimates(data, items)
  const seconds = (performance.now() - start) / 1000
  if (!abilities.every(Number.isFinite)) throw new Error('measurement: an ability is not finite')
  return { seconds }
}

function growth() {
  const { prior, current } = simulateGrowth(20_000)
  const start = performance.now()
  const norm = fitGrowthNorm(prior, current)
  growthPercentiles(norm, prior, current)
  if (!norm.converged) throw new Error('measurement: a quantile did not converge')
  return { seconds: (performance.now() - start) / 1000 }
}
