// Prints the speeds that the README shows: each in a process of its own, first run included, beside R where it is.
import { calibrate, fitGrowthNorm, growthPercentiles, weightedLikelihoodEstimates } from '../src/index.ts'
import { simulateAnswers, simulateGrowth } from './data.ts'
import { measureInR } from './in-r.ts'

const { spawnSync } = process.getBuiltinModule('node:child_process')

type Case = { what: string; aim: string; run: () => { seconds: number; note?: string }; r?: () => string }

const cases: Record<string, Case> = {
  'complete-10000': {
    what: '2PL, 10,000 persons',
    aim: '≤ 0.25 s',
    run: () => calibration(10_000, 'complete'),
    r: () => measureInR('mirt', simulateAnswers(10_000, 'complete')),
  },
  'complete-100000': {
    what: '2PL, 100,000 persons',
    aim: '≤ 2 s, ≤ 150 MB',
    run: () => calibration(100_000, 'complete'),
    r: () => measureInR('mirt', simulateAnswers(100_000, 'complete')),
  },
  'booklets-10000': {
    what: '2PL, 10,000 persons, 3 booklets',
    aim: '≤ 1.5 × complete',
    run: () => calibration(10_000, 'booklets'),
  },
  'booklets-100000': {
    what: '2PL, 100,000 persons, 3 booklets',
    aim: '≤ 1.5 × complete',
    run: () => calibration(100_000, 'booklets'),
  },
  'skips-10000': {
    what: '2PL, 10,000 persons, 2 % skipped',
    aim: '',
    run: () => calibration(10_000, 'skips'),
  },
  'rasch-100000': {
    what: 'Rasch, 100,000 persons',
    aim: '',
    run: () => calibration(100_000, 'complete', 'rasch'),
  },
  'wle-100000': { what: 'WLE, 100,000 persons, 2PL', aim: '≤ 0.5 s', run: wle },
  'growth-20000': {
    what: 'growth percentiles, 20,000 pupils',
    aim: '≤ 5 s',
    run: growth,
    r: () => measureInR('quantreg', simulateGrowth(20_000)),
  },
}

const wanted = process.argv[2]
const found = wanted === undefined ? undefined : cases[wanted]
if (found) {
  const cpuBefore = process.cpuUsage()
  const { seconds, note } = found.run()
  const cpu = process.cpuUsage(cpuBefore)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1000)
  console.log(JSON.stringify({ seconds, note, megabytes, cpu: (cpu.user + cpu.system) / 1e6 }))
} else {
  console.log('| what | seconds | peak memory | aim | in R |\n| --- | --- | --- | --- | --- |')
  for (const [name, { what, aim, r }] of Object.entries(cases)) {
    const runs = Array.from({ length: 3 }, () => {
      const child = spawnSync(process.execPath, [process.argv[1] ?? '', name], { encoding: 'utf8' })
      return JSON.parse(child.stdout) as { seconds: number; megabytes: number; note?: string }
    })
    const best = runs.reduce((a, b) => (b.seconds < a.seconds ? b : a))
    const note = best.note ? ` (${best.note})` : ''
    const inR = r ? r() : ''
    console.log(`| ${what}${note} | ${best.seconds.toFixed(2)} | ${best.megabytes} MB | ${aim} | ${inR} |`)
  }
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
