import loadHighs from 'highs'
import { pMedianProblem } from '../src/conformance/published-instances.ts'
import { solveNetwork } from '../src/index.ts'

// A known optimum of 7824 whose proof takes too long for a test; no way that the bound leaves open is put off.
const options = { gap: 0, seconds: 600, waysPerUnit: 200 }
const { status, plan, bound, ways, seconds } = solveNetwork(
  pMedianProblem('pmed6'),
  await loadHighs(),
  options,
)
console.log(
  `pmed6: ${status}, plan ${plan?.cost}, bound ${bound}, ${ways.kept} of ${ways.possible} ways, ${seconds.toFixed(1)} s`,
)
