import { connectedParts } from '../data/connected.ts'
import type { Summit } from './climb.ts'
import type { Layout, Parameters } from './parameters.ts'
import type { Rows } from './rows.ts'

const FEWEST_FOR_SLOPES = 500
const STEEPEST = 6

/** What a user must know before relying on a calibration. */
export function warningsOf(
  rows: Rows,
  layout: Layout,
  { slopes, sds }: Parameters,
  summit: Summit,
): string[] {
  const warnings: string[] = []
  if (!summit.information)
    warnings.push('The likelihood has no proper maximum here; there are no standard errors.')
  else if (!summit.converged)
    warnings.push(
      summit.lastStep < Infinity
        ? `Not converged: the last step was ${summit.lastStep.toExponential(1)}.`
        : 'Not converged: it ended before a last step could be judged.',
    )
  const answered = rows.cells.flatMap((cell) =>
    cell.slices.map(({ skipped }) => rows.booklets[cell.booklet]!.filter((item) => !skipped.includes(item))),
  )
  const parts = connectedParts(answered, layout.items)
  if (parts.length > 1) {
    warnings.push(
      `No shared items link ${parts.length} parts of the design: compare them only if booklets were given at random.`,
    )
  }
  const fewest = fewestAnswers(rows, layout)
  if (fewest < FEWEST_FOR_SLOPES) {
    warnings.push(
      `An item has only ${Math.round(fewest)} answers: slopes from under ${FEWEST_FOR_SLOPES} are mostly noise.`,
    )
  }
  const steep = [...slopes.keys()].filter((item) => Math.abs(slopes[item]!) > STEEPEST)
  if (steep.length > 0)
    warnings.push(`Items ${steep.join(', ')} have slopes above ${STEEPEST}: hardly to be believed.`)
  const negative = [...slopes.keys()].filter((item) => slopes[item]! <= 0)
  if (negative.length > 0) warnings.push(`Items ${negative.join(', ')} fall with ability: check their keys.`)
  if (sds.some((sd) => sd < 0.05))
    warnings.push('A group shows no spread of ability: the test cannot rank its persons.')
  return warnings
}

/** Answers to the item with a free slope that has fewest; Infinity when no slope is free. */
function fewestAnswers(rows: Rows, layout: Layout): number {
  const answers = new Float64Array(layout.items)
  for (const cell of rows.cells) {
    for (const slice of cell.slices) {
      const persons = rows.weights.subarray(slice.from, slice.to).reduce((sum, weight) => sum + weight, 0)
      for (const item of rows.booklets[cell.booklet]!) answers[item]! += persons
      for (const item of slice.skipped) answers[item]! -= persons
    }
  }
  return answers.reduce(
    (least, each, item) => (layout.slopeAt[item]! < 0 ? least : Math.min(least, each)),
    Infinity,
  )
}
