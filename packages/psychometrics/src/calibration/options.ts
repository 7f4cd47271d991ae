import type { Item } from '../models/item.ts'

/**
 * `rasch` and `pcm` (partial credit): equal slopes, the variance of ability free. `2pl` and `gpcm` (generalised
 * partial credit): a slope each. `grm`: graded response. `rasch` and `2pl` demand items scored 0 and 1.
 */
export type ModelName = (typeof MODELS)[number]

const MODELS = ['rasch', 'pcm', '2pl', 'gpcm', 'grm'] as const

export type CalibrateOptions = {
  model: ModelName
  /** the group whose mean is 0 and, where slopes are free, whose variance is 1; 0 when left out, none beside fixed items */
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

/** Whether items have a slope each. */
export function hasFreeSlopes(model: ModelName): boolean {
  return model === '2pl' || model === 'gpcm' || model === 'grm'
}

/** Options that plain JavaScript may get wrong, checked before any work. */
export function checkOptions({
  model,
  weights,
  tolerance,
  quadratureTolerance,
  mostIterations,
}: CalibrateOptions): void {
  if (!MODELS.includes(model)) {
    throw new RangeError(`calibrate: model ${model} is none of ${MODELS.join(', ')}`)
  }
  if (weights !== undefined && weights !== 'frequency' && weights !== 'sampling') {
    throw new RangeError(`calibrate: weights ${weights} are neither frequency nor sampling`)
  }
  for (const [name, value] of Object.entries({ tolerance, quadratureTolerance })) {
    if (value !== undefined && !(value > 0)) {
      throw new RangeError(`calibrate: ${name} ${value} is not above 0`)
    }
  }
  if (mostIterations !== undefined && !(mostIterations >= 1)) {
    throw new RangeError(`calibrate: mostIterations ${mostIterations} is not at least 1`)
  }
}
