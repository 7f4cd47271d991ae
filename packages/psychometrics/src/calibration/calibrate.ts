import type { Responses } from '../data/responses.ts'
import { type SufficientStatistics, sufficientStatistics } from '../merging/statistics.ts'
import type { Item } from '../models/item.ts'
import { type Calibration, describeCalibration } from './calibration.ts'
import { climb } from './climb.ts'
import { gradedModel } from './graded-model.ts'
import type { MarginalModel } from './marginal-model.ts'
import { type Layout, layoutOf, pack, unpack } from './parameters.ts'
import { partialCreditModel } from './partial-credit-model.ts'
import { robustCovariance } from './robust.ts'
import { type Rows, rowsOfPersons, rowsOfScores } from './rows.ts'
import { remarkOn, secondOpinion } from './second-opinion.ts'
import { startIntercepts } from './starts.ts'
import { warningsOf } from './warnings.ts'

/**
 * `rasch` and `pcm` (partial credit): equal slopes, the variance of ability free. `2pl` and `gpcm` (generalised
 * partial credit): a slope each. `grm`: graded response. `rasch` and `2pl` demand items scored 0 and 1.
 */
export type ModelName = 'rasch' | 'pcm' | '2pl' | 'gpcm' | 'grm'

export type CalibrateOptions = {
  model: ModelName
  /** the group whose mean is 0 and, where slopes are free, whose variance is 1; 0 when left out */
  reference?: number
  /** items whose parameters are known, e.g. anchors of last year: then every group's mean and variance are free */
  fixed?: ReadonlyMap<number, Item>
  /**
   * What weights mean: `frequency` (so many such persons, the default) or `sampling` (a person stands for so
   * many others: weights are scaled to the number of persons and standard errors are robust).
   */
  weights?: 'frequency' | 'sampling'
  /** largest change of any parameter in the last Newton step; 1e-8 when left out */
  tolerance?: number
  /** largest error of the log-likelihood by summing over nodes; 1e-5 when left out */
  quadratureTolerance?: number
  /** most E-steps; 1,000 when left out */
  mostIterations?: number
  /** `false` leaves out the second estimate by conditional likelihood, e.g. where many samples are calibrated */
  compare?: boolean
}

/**
 * Calibrates items by marginal maximum likelihood: ability is normal in each group, with its own mean and
 * variance. Booklets, skipped items, several groups and weights need no preparation: an answer that is missing
 * takes no part.
 *
 * Use `rasch` or `pcm` unless at least 500 persons answered each item; slopes from fewer are mostly noise.
 *
 * @param data answers (persons × items)
 * @throws RangeError when a category of a free item was never observed, when items do not fit the model, or
 *   when nobody answered
 * @see Bock & Aitkin (1981), Psychometrika 46(4); agrees with R `mirt` and `TAM` as the README shows
 */
export function calibrate(data: Responses, options: CalibrateOptions): Calibration {
  const isSampling = options.weights === 'sampling' && data.weights !== undefined
  const scaled = isSampling ? scaleWeights(data) : data
  if (hasFreeSlopes(options.model) || isSampling) {
    const rows = rowsOfPersons(scaled)
    const calibration = run(rows, data.highest, scaled.groupCount, countsOf(scaled), options, isSampling)
    return hasFreeSlopes(options.model)
      ? calibration
      : compared(calibration, sufficientStatistics(scaled), options)
  }
  return calibrateStatistics(sufficientStatistics(scaled), options)
}

/**
 * Calibrates the Rasch or partial credit model from sufficient statistics, exactly as from the answers: what
 * several municipalities need to calibrate together without exchanging answers.
 *
 * @param statistics see `sufficientStatistics` and `mergeStatistics`
 * @throws RangeError as `calibrate`, and when the model has slopes
 */
export function calibrateStatistics(
  statistics: SufficientStatistics,
  options: CalibrateOptions,
): Calibration {
  if (hasFreeSlopes(options.model)) {
    throw new RangeError(`calibrateStatistics: model ${options.model} needs the answers, not their sums`)
  }
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
  return { ...calibration, comparison, warnings: [...calibration.warnings, ...remarkOn(comparison)] }
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
  const model = modelOf(layout, rows, options.model)
  const summit = climb(model, pack(layout, layout.start), {
    tolerance: options.tolerance ?? 1e-8,
    quadratureTolerance: options.quadratureTolerance ?? 1e-5,
    mostIterations: options.mostIterations ?? 1000,
  })
  const covariance = isSampling ? robustCovariance(layout, rows, options.model, summit) : undefined
  const warnings = warningsOf(rows, layout, unpack(layout, summit.vector), summit)
  return describeCalibration(options.model, layout, rows.persons, summit, warnings, covariance)
}

function modelOf(layout: Layout, rows: Rows, model: ModelName): MarginalModel {
  return model === 'grm' ? gradedModel(layout, rows) : partialCreditModel(layout, rows)
}

function hasFreeSlopes(model: ModelName): boolean {
  return model === '2pl' || model === 'gpcm' || model === 'grm'
}

function makeLayout(
  highest: Uint8Array,
  groupCount: number,
  categoryCounts: readonly (readonly number[])[],
  options: CalibrateOptions,
): Layout {
  const fixed = options.fixed ?? new Map<number, Item>()
  const kind = options.model === 'grm' ? 'graded' : 'partialCredit'
  const items = categoryCounts.map((counts, item) => {
    return fixed.get(item) ?? { kind, slope: 1, intercepts: startIntercepts(counts, kind) }
  })
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
      means: new Float64Array(groupCount),
      sds: new Float64Array(groupCount).fill(1),
    },
  })
}

function checkData(
  rows: Rows,
  highest: Uint8Array,
  groupCount: number,
  categoryCounts: readonly (readonly number[])[],
  { model, fixed, reference }: CalibrateOptions,
): void {
  if (!(rows.persons > 0)) throw new RangeError('calibrate: nobody answered, the number of persons is 0')
  if (reference !== undefined && !(Number.isInteger(reference) && reference >= 0 && reference < groupCount)) {
    throw new RangeError(`calibrate: reference ${reference} is none of ${groupCount} groups`)
  }
  for (let group = 0; group < groupCount; group++) {
    if (!rows.cells.some((cell) => cell.group === group))
      throw new RangeError(`calibrate: group ${group} is empty`)
  }
  for (const [item, counts] of categoryCounts.entries()) {
    const top = highest[item]!
    if ((model === 'rasch' || model === '2pl') && top > 1) {
      throw new RangeError(`calibrate: item ${item} has highest category ${top}, but ${model} is for 0 and 1`)
    }
    const known = fixed?.get(item)
    if (known) checkFixed(item, known, top, model)
    const never = known ? -1 : counts.findIndex((count) => !(count > 0))
    if (never >= 0) {
      throw new RangeError(
        `calibrate: nobody has category ${never} of item ${item}; merge it or leave the item out`,
      )
    }
  }
  const wrong = [...(fixed?.keys() ?? [])].find((item) => categoryCounts[item] === undefined)
  if (wrong !== undefined) throw new RangeError(`calibrate: fixed item ${wrong} does not exist`)
}

function checkFixed(item: number, known: Item, top: number, model: ModelName): void {
  if (known.intercepts.length !== top) {
    throw new RangeError(
      `calibrate: fixed item ${item} has ${known.intercepts.length} intercepts, not ${top}`,
    )
  }
  if (known.kind !== (model === 'grm' ? 'graded' : 'partialCredit')) {
    throw new RangeError(`calibrate: fixed item ${item} is ${known.kind}, which ${model} does not use`)
  }
  if (!hasFreeSlopes(model) && known.slope !== 1) {
    throw new RangeError(`calibrate: fixed item ${item} has slope ${known.slope}, but ${model} has slope 1`)
  }
}

function scaleWeights(data: Responses): Responses {
  const total = data.weights!.reduce((sum, weight) => sum + weight, 0)
  return { ...data, weights: data.weights!.map((weight) => (weight * data.persons) / total) }
}

function countsOf({ values, items, highest, weights }: Responses): number[][] {
  const counts = Array.from(highest, (top) => new Array<number>(top + 1).fill(0))
  const rowsCount = values.length / items
  for (let item = 0; item < items; item++) {
    const of = counts[item]!
    for (let person = 0; person < rowsCount; person++) {
      const value = values[person * items + item]!
      if (value < of.length) of[value]! += weights?.[person] ?? 1
    }
  }
  return counts
}
