import loadHighs from 'highs'
import { assignToOpen, previewPlan, solveNetwork } from '../src/index.ts'
import { municipality } from './instance.ts'

/** Schools, units, seed and the seconds within which a gap of 1 % has to be proven. */
const SIZES = [
  [30, 300, 1, 20],
  [30, 300, 2, 20],
  [30, 300, 3, 20],
  [60, 1000, 1, 30],
  [60, 1000, 2, 30],
  [60, 1000, 3, 30],
] as const

for (const [sites, units, seed, limit] of SIZES) {
  const solver = await loadHighs()
  const problem = municipality(sites, units, seed)
  const quick = timed(() => previewPlan(problem))
  const click = timed(() => assignToOpen(problem, (quick.value.plan?.open ?? []).slice(1)))
  const exact = timed(() => solveNetwork(problem, solver, { gap: 0.01, seconds: limit }))
  const { status, gap, plan, ways } = exact.value
  const isGood = status === 'proven' && exact.seconds <= limit && click.seconds <= 1
  console.log(
    [
      `${sites} × ${units}, seed ${seed}: ${isGood ? 'good' : 'MISSED'}`,
      `${status} gap ${(100 * gap).toFixed(2)} % in ${exact.seconds.toFixed(1)} s (limit ${limit})`,
      `${plan?.open.length} open, ${ways.kept} of ${ways.possible} ways`,
      `preview gap ${(100 * quick.value.gap).toFixed(1)} % in ${quick.seconds.toFixed(2)} s`,
      `re-assignment ${(1000 * click.seconds).toFixed(0)} ms`,
      `solver memory ${(solver.memoryBytes / 1e6).toFixed(0)} MB`,
    ].join('; '),
  )
}
console.log(
  `peak memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (limit 600)`,
)

function timed<Value>(work: () => Value): { value: Value; seconds: number } {
  const start = performance.now()
  const value = work()
  return { value, seconds: (performance.now() - start) / 1000 }
}
