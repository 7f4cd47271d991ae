import { connectedParts } from '../data/connected.ts'
import type { Summit } from './climb.ts'
import { type Layout, unpack } from './parameters.ts'
import type { Rows } from './rows.ts'
import type { CalibrationWarning } from './warning.ts'

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
): CalibrationWarning[] {
  const { slopes, sds } = unpack(layout, summit.vector)
  return [
    ...ofSummit(summit, hasErrors, quadratureTolerance),
    ...ofDesign(rows, layout),
    ...ofSlopes(slopes),
    ...ofSpread(sds),
  ]
}

function ofSummit(summit: Summit, hasErrors: boolean, quadratureTolerance: number): CalibrationWarning[] {
  const { converged, lastStep, quadratureError } = summit
  const found: CalibrationWarning[] = []
  if (!hasErrors) found.push({ warning: 'noProperMaximum' })
  else if (!converged) found.push({ warning: 'notConverged', lastStep })
  if (quadratureError > quadratureTolerance)
    found.push({ warning: 'coarseQuadrature', error: quadratureError })
  return found
}

function ofDesign(rows: Rows, layout: Layout): CalibrationWarning[] {
  const found: CalibrationWarning[] = []
  const answered = rows.cells.flatMap((cell) =>
    cell.slices.map(({ skipped }) => rows.booklets[cell.booklet]!.filter((item) => !skipped.includes(item))),
  )
  const parts = connectedParts(answered, layout.items).length
  if (parts > 1) found.push({ warning: 'unlinked', parts })
  const { item, answers } = fewestAnswers(rows, layout)
  if (answers < FEWEST_FOR_SLOPES) {
    found.push({ warning: 'fewAnswers', item, answers, needed: FEWEST_FOR_SLOPES })
  }
  return found
}

function ofSlopes(slopes: Float64Array): CalibrationWarning[] {
  const itemsThat = (is: (slope: number) => boolean) => [...slopes.keys()].filter((item) => is(slopes[item]!))
  const steep = itemsThat((slope) => Math.abs(slope) > STEEPEST)
  const falling = itemsThat((slope) => slope <= 0)
  const found: CalibrationWarning[] = []
  if (steep.length > 0) found.push({ warning: 'steep', items: steep })
  if (falling.length > 0) found.push({ warning: 'falling', items: falling })
  return found
}

function ofSpread(sds: Float64Array): CalibrationWarning[] {
  const groups = [...sds.keys()].filter((group) => sds[group]! < NARROW)
  return groups.length === 0 ? [] : [{ warning: 'noSpread', groups }]
}

/** The item with a free slope that has fewest answers, and how many; Infinity when no slope is free. */
function fewestAnswers(rows: Rows, layout: Layout): { item: number; answers: number } {
  const answers = new Float64Array(layout.items)
  for (const cell of rows.cells) {
    for (const slice of cell.slices) {
      const persons = rows.weights.subarray(slice.from, slice.to).reduce((sum, weight) => sum + weight, 0)
      for (const item of rows.booklets[cell.booklet]!) answers[item]! += persons
      for (const item of slice.skipped) answers[item]! -= persons
    }
  }
  let fewest = { item: -1, answers: Infinity }
  for (const [item, each] of answers.entries()) {
    if (layout.slopeAt[item]! >= 0 && each < fewest.answers) fewest = { item, answers: each }
  }
  return fewest
}
