// Bundled for a browser: computes every known answer of the computation packages there.
import loadHighs, { type Highs } from 'highs'
import wasm from 'highs/runtime?url'
import { conformance as disclosure } from '../../packages/disclosure/src/conformance.ts'
import { conformance as optimisation } from '../../packages/optimisation/src/conformance/conformance.ts'
import { conformance as psychometrics } from '../../packages/psychometrics/src/conformance/conformance.ts'
import { conformance as statistics } from '../../packages/statistics/src/conformance/conformance.ts'
import { type ConformanceRow, isKept, printOurs } from './conformance.ts'

/** What a browser made of the known answers of one package. */
export type KnownAnswers = { kept: number; broken: string[] }

const solver = await loadHighs({ locateFile: () => wasm })

/** Known answers by package. */
const answers: Record<string, KnownAnswers> = {
  statistics: compute(statistics, undefined),
  psychometrics: compute(psychometrics, undefined),
  disclosure: compute(disclosure, solver),
  optimisation: compute(optimisation, solver),
}
Object.assign(window, { answers })

function compute<Tools extends Highs | undefined>(
  rows: readonly ConformanceRow<Tools>[],
  tools: Tools,
): KnownAnswers {
  const broken = rows.filter((row) => !isKept(row, tools))
  return {
    kept: rows.length - broken.length,
    broken: broken.map((row) => `${row.what}: ${printOurs(row, tools)}, not ${row.reference}`),
  }
}
