import { checkShare } from '../argument-checks.ts'

/** One person's answers in the order of the questionnaire; NaN or null where one is missing. */
export type OwnAnswers = ArrayLike<number | null>

/**
 * Longest run of the same answer in neighbouring items: long when someone ticked down a column. Missing answers
 * are passed over. 0 without answers.
 *
 * @throws RangeError when an answer is infinite
 * @see Johnson (2005), Journal of Research in Personality 39; R `careless::longstring`
 */
export function longestRun(answers: OwnAnswers): number {
  let longest = 0
  let run = 0
  let before: number | undefined
  for (const answer of given('longestRun', answers)) {
    run = answer === before ? run + 1 : 1
    longest = Math.max(longest, run)
    before = answer
  }
  return longest
}

/**
 * Standard deviation of a person's answers (n − 1): near 0 when all are alike, high when they jump about. NaN
 * with fewer than two answers.
 *
 * @throws RangeError when an answer is infinite
 * @see Dunn, Heggestad, Shanock & Theilgard (2018), Journal of Business and Psychology 33; R `careless::irv`
 */
export function answerSpread(answers: OwnAnswers): number {
  const own = given('answerSpread', answers)
  const squares = deviations(own).reduce((sum, deviation) => sum + deviation ** 2, 0)
  return own.length < 2 ? Number.NaN : Math.sqrt(squares / (own.length - 1))
}

/**
 * Whether a person answers alike items alike: correlation over scales between the mean of a scale's even items
 * and of its odd ones, brought to full length by Spearman and Brown. Near 1 is attentive; low or negative is not.
 *
 * @param scales the places of each scale's items, in order, each turned the same way; only scales with an
 * answer in both halves count
 * @returns −1 to 1; NaN with fewer than 3 such scales, or when a half does not vary
 * @throws RangeError when a place is not among the answers or an answer is infinite
 * @see Jackson (1977); Johnson (2005); R `careless::evenodd`, which has the sign turned
 */
export function evenOddConsistency(answers: OwnAnswers, scales: readonly (readonly number[])[]): number {
  const halves = scales
    .map((scale) =>
      [0, 1].map((half) =>
        meanOf(
          answers,
          scale.filter((_, i) => i % 2 === half),
        ),
      ),
    )
    .filter((pair) => pair.every(Number.isFinite))
  if (halves.length < 3) return Number.NaN
  const r = correlation(
    halves.map(([odd]) => odd!),
    halves.map(([, even]) => even!),
  )
  return (2 * r) / (1 + Math.abs(r))
}

/**
 * Mean of a person's answers to a scale, if enough of it was answered.
 *
 * @param leastShare of the items that must be answered, within 0 and 1; two thirds when left out
 * @returns undefined when too little was answered
 * @throws RangeError when the share is not within 0 and 1 or an answer is infinite
 */
export function scaleScore(answers: OwnAnswers, leastShare = 2 / 3): number | undefined {
  checkShare('scaleScore', leastShare, 'leastShare')
  const own = given('scaleScore', answers)
  // A third and two thirds are not whole doubles; a margin keeps 2 of 3 at two thirds.
  if (own.length === 0 || own.length < leastShare * answers.length - 1e-9) return undefined
  return own.reduce((sum, answer) => sum + answer, 0) / own.length
}

/** The answers that are not missing. */
function given(caller: string, answers: OwnAnswers): number[] {
  const own = Array.from(answers).filter(
    (answer): answer is number => answer !== null && !Number.isNaN(answer),
  )
  const infinite = own.find((answer) => !Number.isFinite(answer))
  if (infinite !== undefined) throw new RangeError(`${caller}: answer ${infinite} is not a finite number`)
  return own
}

function meanOf(answers: OwnAnswers, places: readonly number[]): number {
  const own = given(
    'evenOddConsistency',
    places.map((place) => {
      const answer = answers[place]
      if (answer === undefined)
        throw new RangeError(`evenOddConsistency: place ${place} is not among ${answers.length} answers`)
      return answer
    }),
  )
  return own.reduce((sum, answer) => sum + answer, 0) / own.length
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const [dx, dy] = [deviations(x), deviations(y)]
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  const [xx, yy] = [product(dx, dx), product(dy, dy)]
  return xx === 0 || yy === 0 ? Number.NaN : product(dx, dy) / Math.sqrt(xx * yy)
}

/** Counted from the first, values that are all the same deviate by exactly 0. */
function deviations(values: readonly number[]): number[] {
  const moved = values.map((value) => value - values[0]!)
  const mean = moved.reduce((sum, value) => sum + value, 0) / moved.length
  return moved.map((value) => value - mean)
}
