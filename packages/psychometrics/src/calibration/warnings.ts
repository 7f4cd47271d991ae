import { connectedParts } from '../data/connected.ts'
import type { Summit } from './climb.ts'
import { type Layout, unpack } from './parameters.ts'
import type { Rows } from './rows.ts'

const FEWEST_FOR_SLOPES = 500
const STEEPEST = 6
const NARROW = 0.05

/**
 * What a user must know before relying on a calibration.
 *
 * @param hasErrors whether there are standard errors
 * @param quadratureTolerance largest error of the log-likelihood asked for
 */
export function warningsOf(
  rows: Rows,
  layout: Layout,
  summit: Summit,
  hasErrors: boolean,
  quadratureTolerance: number,
): string[] {
  const { slopes, sds } = unpack(layout, summit.vector)
  return [
    ...remarksOnSummit(summit, hasErrors, quadratureTolerance),
    ...remarksOnDesign(rows, layout),
    ...remarksOnSlopes(slopes),
    ...remarksOnSpread(sds),
  ]
}

function remarksOnSummit(summit: Summit, hasErrors: boolean, quadratureTolerance: number): string[] {
  const remarks: string[] = []
  if (!hasErrors) {
    remarks.push('The likelihood has no proper maximum here; there are no standard errors.')
  } else if (!summit.converged) {
    remarks.push(
      summit.lastStep < Infinity
        ? `Not converged: the last step was ${summit.lastStep.toExponential(1)}.`
        : 'Not converged: it ended before a last step could be judged.',
    )
  }
  if (summit.quadratureError > quadratureTolerance) {
    remarks.push(
      `Summing over nodes moves the log-likelihood by ${summit.quadratureError.toExponential(1)}: slopes are too steep for it.`,
    )
  }
  return remarks
}

function remarksOnDesign(rows: Rows, layout: Layout): string[] {
  const remarks: string[] = []
  const answered = rows.cells.flatMap((cell) =>
    cell.slices.map(({ skipped }) => rows.booklets[cell.booklet]!.filter((item) => !skipped.includes(item))),
  )
  const parts = connectedParts(answered, layout.items)
  if (parts.length > 1) {
    remarks.push(
      `No shared items link ${parts.length} parts of the design: compare them only if booklets were given at random.`,
    )
  }
  const fewest = fewestAnswers(rows, layout)
  if (fewest < FEWEST_FOR_SLOPES) {
    remarks.push(
      `An item has only ${Math.round(fewest)} answers: slopes from under ${FEWEST_FOR_SLOPES} are mostly noise.`,
    )
  }
  return remarks
}

function remarksOnSlopes(slopes: Float64Array): string[] {
  const itemsThat = (is: (slope: number) => boolean) => [...slopes.keys()].filter((item) => is(slopes[item]!))
  const steep = itemsThat((slope) => Math.abs(slope) > STEEPEST)
  const falling = itemsThat((slope) => slope <= 0)
  return [
    ...(steep.length > 0
      ? [`Items ${steep.join(', ')} have slopes above ${STEEPEST}: hardly to be believed.`]
      : []),
    ...(falling.length > 0 ? [`Items ${falling.join(', ')} fall with ability: check their keys.`] : []),
  ]
}

function remarksOnSpread(sds: Float64Array): string[] {
  const narrow = [...sds.keys()].filter((group) => sds[group]! < NARROW)
  if (narrow.length === 0) return []
  return [
    sds.length === 1
      ? 'A group shows no spread of ability: the test cannot rank its persons.'
      : `Groups ${narrow.join(', ')} show no spread of ability: the test cannot rank their persons.`,
  ]
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
