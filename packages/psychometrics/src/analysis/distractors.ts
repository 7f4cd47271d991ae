import { weightedCorrelation } from './correlation.ts'

/** One option of a multiple-choice item. */
export type OptionAnalysis = {
  readonly option: string
  readonly isKey: boolean
  readonly count: number
  readonly share: number
  /** correlation of choosing it with the score on the other items: for the key above 0, for a distractor below; NaN when nothing varies */
  readonly optionRest: number
  /** mean score on the other items of those who chose it; NaN when nobody did */
  readonly restMean: number
  /** `key weak`: better pupils do not prefer the key; `attracts the able`: a distractor they prefer; `unused`: under 2 % */
  readonly remark: 'key weak' | 'attracts the able' | 'unused' | undefined
}

/**
 * How the options of a multiple-choice item worked.
 *
 * @param chosen per person the option, `null` for no answer
 * @param key the right option
 * @param restScores per person the score on the other items
 * @throws RangeError when lengths differ, nobody answered, or the score of one who did is no number
 */
export function distractorAnalysis(
  chosen: readonly (string | null)[],
  key: string,
  restScores: ArrayLike<number>,
): OptionAnalysis[] {
  if (chosen.length !== restScores.length) {
    throw new RangeError(`distractorAnalysis: ${restScores.length} rest scores for ${chosen.length} persons`)
  }
  const answered = [...chosen.keys()].filter((person) => chosen[person] !== null)
  if (answered.length === 0) throw new RangeError('distractorAnalysis: nobody of 0 answered')
  const lost = answered.find((person) => !Number.isFinite(restScores[person]))
  if (lost !== undefined) {
    throw new RangeError(
      `distractorAnalysis: rest score ${restScores[lost]} of person ${lost} is not a number`,
    )
  }
  const options = [...new Set([key, ...answered.map((person) => chosen[person]!)])].sort()
  const rest = answered.map((person) => restScores[person]!)
  return options.map((option): OptionAnalysis => {
    const picks = answered.map((person) => Number(chosen[person] === option))
    const count = picks.reduce((sum, pick) => sum + pick, 0)
    const optionRest = weightedCorrelation(picks, rest)
    const restSum = picks.reduce((sum, pick, at) => sum + pick * rest[at]!, 0)
    const share = count / answered.length
    const isKey = option === key
    return {
      option,
      isKey,
      count,
      share,
      optionRest,
      restMean: restSum / count,
      remark: remarkOn(isKey, share, optionRest),
    }
  })
}

function remarkOn(isKey: boolean, share: number, optionRest: number): OptionAnalysis['remark'] {
  if (isKey) return optionRest > 0.1 ? undefined : 'key weak'
  if (share < 0.02) return 'unused'
  return optionRest > 0 ? 'attracts the able' : undefined
}
