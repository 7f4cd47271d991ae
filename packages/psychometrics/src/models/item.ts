/**
 * An item as the models see it.
 *
 * - `partialCredit`: P(X = k) ∝ exp(slope·k·θ + intercepts[k − 1]), with 0 in the exponent for k = 0. Slope 1
 *   is the partial credit model; with one intercept it is Rasch or 2PL.
 * - `graded`: P(X ≥ k) = 1 / (1 + exp(−slope·θ − intercepts[k − 1])), intercepts falling.
 */
export type Item = {
  readonly kind: 'partialCredit' | 'graded'
  readonly slope: number
  /** per category 1 up to the highest */
  readonly intercepts: readonly number[]
}

/** A Rasch or 2PL item of a difficulty: the ability at which half succeed. */
export function dichotomousItem(difficulty: number, slope = 1): Item {
  return { kind: 'partialCredit', slope, intercepts: [-slope * difficulty] }
}

/**
 * The item with the given thresholds: for partial credit the abilities where neighbouring categories are
 * equally likely, for graded response where half reach the category.
 *
 * @throws RangeError when there is none
 */
export function itemFromThresholds(
  thresholds: readonly number[],
  slope = 1,
  kind: Item['kind'] = 'partialCredit',
): Item {
  if (thresholds.length === 0) throw new RangeError('itemFromThresholds: thresholds [] has no entry')
  let sum = 0
  const intercepts = thresholds.map((threshold) => {
    sum = kind === 'graded' ? -slope * threshold : sum - slope * threshold
    return sum
  })
  return { kind, slope, intercepts }
}

/** The thresholds of an item, see `itemFromThresholds`. */
export function thresholdsOf({ kind, slope, intercepts }: Item): number[] {
  return intercepts.map((intercept, at) => {
    const before = kind === 'graded' || at === 0 ? 0 : intercepts[at - 1]!
    return -(intercept - before) / slope
  })
}

/** The mean of an item's thresholds: its difficulty, on the scale of abilities. */
export function difficultyOf(item: Item): number {
  const thresholds = thresholdsOf(item)
  return thresholds.reduce((sum, each) => sum + each, 0) / thresholds.length
}

const LOGITS_BEYOND = 30

/**
 * Abilities beyond which no answer to these items tells anything, and one between where some does: 30 logits of
 * each item beyond its thresholds, and the middle threshold. Scales differ; those of reports run to hundreds.
 */
export function abilityRange(items: readonly Item[]): { low: number; high: number; middle: number } {
  const telling = items.filter(({ slope }) => slope !== 0)
  const thresholds = telling.flatMap(thresholdsOf).sort((a, b) => a - b)
  let [low, high] = [-LOGITS_BEYOND, LOGITS_BEYOND]
  for (const [at, item] of telling.entries()) {
    const reach = LOGITS_BEYOND / Math.abs(item.slope)
    const own = thresholdsOf(item)
    low = Math.min(at > 0 ? low : Infinity, ...own.map((threshold) => threshold - reach))
    high = Math.max(at > 0 ? high : -Infinity, ...own.map((threshold) => threshold + reach))
  }
  return { low, high, middle: thresholds[thresholds.length >> 1] ?? 0 }
}

/** The chance of each category 0 up to the highest at an ability; sums to 1. */
export function categoryProbabilities({ kind, slope, intercepts }: Item, theta: number): number[] {
  if (kind === 'graded') {
    const reach = [1, ...intercepts.map((each) => logistic(slope * theta + each)), 0]
    return reach.slice(1).map((each, at) => Math.max(0, reach[at]! - each))
  }
  const exponents = [0, ...intercepts.map((each, at) => slope * (at + 1) * theta + each)]
  const most = Math.max(...exponents)
  const weights = exponents.map((each) => Math.exp(each - most))
  const total = weights.reduce((sum, each) => sum + each, 0)
  return weights.map((each) => each / total)
}

/** Expected points on an item at an ability, and their variance. */
export function expectedPoints(item: Item, theta: number): { mean: number; variance: number } {
  let mean = 0
  let square = 0
  for (const [category, chance] of categoryProbabilities(item, theta).entries()) {
    mean += category * chance
    square += category * category * chance
  }
  return { mean, variance: Math.max(0, square - mean * mean) }
}

/**
 * Fisher information on ability of an item at an ability, and Warm's J = Σ P′P″/P.
 *
 * @see Warm (1989), Psychometrika 54(3); for several categories Penfield & Bergeron (2005)
 */
export function itemInformation(item: Item, theta: number): { information: number; warm: number } {
  const { slope } = item
  if (item.kind === 'partialCredit') {
    const chances = categoryProbabilities(item, theta)
    const mean = chances.reduce((sum, chance, category) => sum + category * chance, 0)
    let second = 0
    let third = 0
    for (const [category, chance] of chances.entries()) {
      second += chance * (category - mean) ** 2
      third += chance * (category - mean) ** 3
    }
    return { information: slope ** 2 * second, warm: slope ** 3 * third }
  }
  let information = 0
  let warm = 0
  const reach = [1, ...item.intercepts.map((each) => logistic(slope * theta + each)), 0]
  for (let category = 1; category < reach.length; category++) {
    const [above, below] = [reach[category - 1]!, reach[category]!]
    const first = slope * (above * (1 - above) - below * (1 - below))
    const second = slope ** 2 * (curve(above) - curve(below))
    const chance = Math.max(above - below, 1e-300)
    information += first ** 2 / chance
    warm += (first * second) / chance
  }
  return { information, warm }
}

/** 1 / (1 + exp(−z)) without overflow. */
export function logistic(z: number): number {
  return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z))
}

function curve(share: number): number {
  return share * (1 - share) * (1 - 2 * share)
}
