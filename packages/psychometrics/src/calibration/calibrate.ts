import type { Responses } from '../data/responses.ts'
import { scaleWeights } from '../data/sampling-weights.ts'
import { selectPersons } from '../data/select.ts'
import { checkStatistics } from '../merging/check-statistics.ts'
import { type SufficientStatistics, sufficientStatistics } from '../merging/statistics.ts'
import type { Item } from '../models/item.ts'
import { type Calibration, describeCalibration } from './calibration.ts'
import { checkData } from './check-data.ts'
import { climb } from './climb.ts'
import { gradedModel } from './graded-model.ts'
import { holdSpreads, spreadsAtFloor } from './held-spreads.ts'
import { identifiedCovariance } from './identified.ts'
import type { MarginalModel } from './marginal-model.ts'
import { type CalibrateOptions, checkOptions, hasFreeSlopes, type ModelName } from './options.ts'
import { type Layout, layoutOf, pack } from './parameters.ts'
import { partialCreditModel } from './partial-credit-model.ts'
import { robustCovariance } from './robust.ts'
import { type Rows, rowsOfPersons, rowsOfScores } from './rows.ts'
import { secondOpinion, warningsOfComparison } from './second-opinion.ts'
import { scaleOf, startItem } from './starts.ts'
import { warningsOf } from './warnings.ts'

/**
 * Calibrates items by marginal maximum likelihood: ability is normal in each group, with its own mean and
 * variance. Booklets, skipped items, several groups and weights need no preparation: an answer that is missing
 * takes no part.
 *
 * Use `rasch` or `pcm` unless at least 500 persons answered each item; slopes from fewer are mostly noise.
 *
 * @param data answers (persons × items)
 * @throws RangeError when a category of a free item was never observed, when items do not fit the model, when nobody
 *   of a group answered, or when all its answers earn full points, or none
 * @see Bock & Aitkin (1981), Psychometrika 46(4); agrees with R `mirt` and `TAM` as the README shows
 */
export function calibrate(data: Responses, options: CalibrateOptions): Calibration {
  checkOptions(options)
  const isSampling = options.weights === 'sampling' && data.weights !== undefined
  const counted = data.weights?.includes(0)
    ? selectPersons(data, (person) => data.weights![person]! > 0)
    : data
  const scaled = isSampling ? scaleWeights(counted) : counted
  if (hasFreeSlopes(options.model) || isSampling) {
    const rows = rowsOfPersons(scaled)
    const calibration = run(rows, data.highest, scaled.groupCount, countsOf(scaled), options, isSampling)
    return hasFreeSlopes(options.model)
      ? calibration
      : compared(calibration, sufficientStatistics(scaled), options)
  }
  return fromStatistics(sufficientStatistics(scaled), options)
}

/**
 * Calibrates the Rasch or partial credit model from sufficient statistics, exactly as from the answers: what
 * several municipalities need to calibrate together without exchanging answers.
 *
 * @param statistics see `sufficientStatistics` and `mergeStatistics`
 * @throws RangeError as `calibrate`, and when the model has slopes, weights are from sampling, or the statistics are
 *   such as no answers have
 */
export function calibrateStatistics(
  statistics: SufficientStatistics,
  options: CalibrateOptions,
): Calibration {
  checkOptions(options)
  if (hasFreeSlopes(options.model)) {
    throw new RangeError(`calibrateStatistics: model ${options.model} needs the answers, not their sums`)
  }
  if (options.weights === 'sampling') {
    throw new RangeError('calibrateStatistics: weights sampling need the answers, not their sums')
  }
  checkStatistics('calibrateStatistics', statistics)
  return fromStatistics(statistics, options)
}

function fromStatistics(statistics: SufficientStatistics, options: CalibrateOptions): Calibration {
  const { highest, groupCount, categoryCounts } = statistics
  const rows = rowsOfScores(statistics)
  const calibration = run(rows, Uint8Array.from(highest), groupCount, categoryCounts, options, false)
  return compared(calibration, statistics, options)
}

/** With the conditional estimate beside it, unless fixed items leave nothing to compare. */
function compared(
  calibration: Calibration,
  statistics: SufficientStatistics,
  { compare = true, fixed }: CalibrateOptions,
): Calibration {
  if (!compare || (fixed?.size ?? 0) > 0) return calibration
  const comparison = secondOpinion(calibration.items, statistics)
  return {
    ...calibration,
    comparison,
    warnings: [...calibration.warnings, ...warningsOfComparison(comparison)],
  }
}

function run(
  rows: Rows,
  highest: Uint8Array,
  groupCount: number,
  categoryCounts: readonly (readonly number[])[],
  options: CalibrateOptions,
  isSampling: boolean,
): Calibration {
  checkData(rows, highest, groupCount, categoryCounts, options)
  const layout = makeLayout(highest, groupCount, categoryCounts, options)
  const { tolerance = 1e-8, quadratureTolerance = 1e-5, mostIterations = 1000 } = options
  const model = holdSpreads(layout, modelOf(layout, rows, options.model))
  const summit = climb(model, pack(layout, layout.start), { tolerance, quadratureTolerance, mostIterations })
  const inverse = identifiedCovariance(summit.information, layout.size)
  const covariance =
    inverse && isSampling ? robustCovariance(layout, rows, options.model, summit, inverse) : inverse
  const warnings = warningsOf(rows, layout, summit, covariance !== undefined, quadratureTolerance)
  const hasSpread = spreadsAtFloor(layout, summit.vector).length === 0
  const converged = summit.converged && covariance !== undefined && hasSpread
  return describeCalibration(
    options.model,
    layout,
    rows.persons,
    { ...summit, converged },
    warnings,
    covariance,
  )
}

function modelOf(layout: Layout, rows: Rows, model: ModelName): MarginalModel {
  return model === 'grm' ? gradedModel(layout, rows) : partialCreditModel(layout, rows)
}

function makeLayout(
  highest: Uint8Array,
  groupCount: number,
  categoryCounts: readonly (readonly number[])[],
  options: CalibrateOptions,
): Layout {
  const fixed = options.fixed ?? new Map<number, Item>()
  const kind = options.model === 'grm' ? 'graded' : 'partialCredit'
  const scale = scaleOf(fixed.values())
  const items = categoryCounts.map((counts, item) => fixed.get(item) ?? startItem(counts, kind, scale))
  const isReference = (group: number) => fixed.size === 0 && group === (options.reference ?? 0)
  const groups = Array.from({ length: groupCount }, (_, group) => group)
  return layoutOf({
    highest,
    freeSlopes: hasFreeSlopes(options.model),
    fixedItems: new Set(fixed.keys()),
    freeMeans: groups.map((group) => !isReference(group)),
    freeSds: groups.map((group) => !(isReference(group) && hasFreeSlopes(options.model))),
    start: {
      slopes: Float64Array.from(items, (item) => item.slope),
      intercepts: Float64Array.from(items.flatMap((item) => [...item.intercepts])),
      means: new Float64Array(groupCount).fill(scale.centre),
      sds: new Float64Array(groupCount).fill(1 / scale.slope),
    },
  })
}

function countsOf({ values, persons, items, highest, weights }: Responses): number[][] {
  const counts = Array.from(highest, (top) => new Array<number>(top + 1).fill(0))
  for (let item = 0; item < items; item++) {
    const of = counts[item]!
    for (let person = 0; person < persons; person++) {
      const value = values[person * items + item]!
      if (value < of.length) of[value]! += weights?.[person] ?? 1
    }
  }
  return counts
}
