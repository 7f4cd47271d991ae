import { expect, test } from 'vitest'
import { addCounts, countVerdicts } from './roll-up.ts'
import { aNumber, anIndicator, anObservation, aSeries, aShare, aTarget } from './testing.ts'
import { judge } from './verdict.ts'

const targets = [aTarget({ value: 10, unit: 'count' })]
const judgeOne = (value: Parameters<typeof anObservation>[0]) =>
  judge(
    anIndicator(),
    aSeries({ targets, results: [anObservation(value)] }),
    '2024/2025',
    new Map([['2024/2025', 2025]]),
  )

const met = judgeOne({ value: aNumber(12) })
const missed = judgeOne({ value: aNumber(8) })
const otherUnit = judgeOne({ value: aShare(50) })
const notMeasured = judgeOne({ value: { kind: 'missing', missing: 'notMeasured' } })

test('counts by status and by reason', () => {
  expect(countVerdicts([met, met, missed, otherUnit, notMeasured])).toMatchObject({
    total: 5,
    judged: 3,
    met: 2,
    missed: 1,
    onTrack: 0,
    offTrack: 0,
    notEvaluable: 2,
    reasons: { differentUnits: 1, noResult: 1, noTarget: 0 },
  })
})

test('counts nothing as nothing', () => {
  expect(countVerdicts([])).toMatchObject({ total: 0, judged: 0, notEvaluable: 0, reasons: { noResult: 0 } })
})

test('adding the counts of parts gives the counts of the whole', () => {
  const whole = countVerdicts([met, missed, otherUnit, notMeasured])
  expect(addCounts(countVerdicts([met, notMeasured]), countVerdicts([missed, otherUnit]))).toEqual(whole)
  expect(addCounts(whole, countVerdicts([]))).toEqual(whole)
})
