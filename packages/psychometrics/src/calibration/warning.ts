/** What a user must know before relying on a calibration; items and groups are counted from 0. */
export type CalibrationWarning =
  /** answers do not determine the parameters: there are no standard errors */
  | { readonly warning: 'noProperMaximum' }
  /** size of the last Newton step; Infinity when the search ended before one could be judged */
  | { readonly warning: 'notConverged'; readonly lastStep: number }
  /** slopes are too steep for the nodes; what halving their distance does to the log-likelihood */
  | { readonly warning: 'coarseQuadrature'; readonly error: number }
  /** no shared items link so many parts of the design */
  | { readonly warning: 'unlinked'; readonly parts: number }
  /** the item with a free slope that has fewest answers, when they are fewer than slopes need */
  | {
      readonly warning: 'fewAnswers'
      readonly item: number
      readonly answers: number
      readonly needed: number
    }
  /** slopes above what is believable; or at or below 0, as of items with a wrong key */
  | { readonly warning: 'steep' | 'falling'; readonly items: readonly number[] }
  /** the test cannot rank the persons of these groups */
  | { readonly warning: 'noSpread'; readonly groups: readonly number[] }
  /** the conditional estimate differs by so many standard errors: ability is far from normal */
  | { readonly warning: 'estimatorsPart'; readonly errors: number }

/** The warning in an English sentence, for logs and for those who write their own words. */
export function sayWarning(warning: CalibrationWarning): string {
  switch (warning.warning) {
    case 'noProperMaximum':
      return 'The likelihood has no proper maximum here; there are no standard errors.'
    case 'notConverged':
      return warning.lastStep < Infinity
        ? `Not converged: the last step was ${warning.lastStep.toExponential(1)}.`
        : 'Not converged: it ended before a last step could be judged.'
    case 'coarseQuadrature':
      return `Summing over nodes moves the log-likelihood by ${warning.error.toExponential(1)}: slopes are too steep for it.`
    case 'unlinked':
      return `No shared items link ${warning.parts} parts of the design: compare them only if booklets were given at random.`
    case 'fewAnswers':
      return `Item ${warning.item} has only ${Math.round(warning.answers)} answers: slopes from under ${warning.needed} are mostly noise.`
    case 'steep':
      return `${listed('Item', warning.items)} too steep to be believed.`
    case 'falling':
      return `${listed('Item', warning.items)} answered worse by the able: check the key.`
    case 'noSpread':
      return `${listed('Group', warning.groups)} without a spread of ability: the test cannot rank the persons.`
    case 'estimatorsPart':
      return `Without assuming normal ability, a threshold moves by ${warning.errors.toFixed(1)} standard errors: use calibrateConditionally.`
  }
}

function listed(noun: string, numbers: readonly number[]): string {
  return numbers.length === 1 ? `${noun} ${numbers} is` : `${noun}s ${numbers.join(', ')} are`
}
