import { describe, expect, test } from 'vitest'
import { outlineOf } from '../outline.ts'
import { aBaseline, aChange, anIndicator, aSeries, aTarget } from '../testing.ts'
import { baselineMissing } from './baseline-missing.ts'
import { carriedBy, mayHaveTurned } from './carried.ts'
import { targetMissing } from './target-missing.ts'
import { targetNotJudgeable } from './target-not-judgeable.ts'
import { aSet } from './testing.ts'

const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`
const judged = anIndicator({
  id: id(1),
  series: [aSeries({ baseline: aBaseline(10), targets: [aTarget()] })],
})
const bare = anIndicator({ id: id(2), series: [aSeries({ targets: [aTarget()] })] })
const outline = outlineOf(aSet([judged, bare]))

test('a set carries what one of its indicators states', () => {
  expect(carriedBy(outline)).toEqual({ direction: true, baseline: true, target: true })
  expect(carriedBy(outlineOf(aSet([bare])))).toEqual({ direction: true, baseline: false, target: true })
})

describe('what no indicator of the set states', () => {
  const carried = { direction: false, baseline: false, target: false }
  const set = (...indicators: Parameters<typeof aSet>[0]) => ({ ...aSet(indicators), carried })

  test('is not missed in each of them', () => {
    const unjudged = anIndicator({ series: [aSeries({ baseline: aBaseline(10) })] })
    const change = anIndicator({ series: [aSeries({ targets: [aChange(2, 'percent')] })] })
    const aimless = anIndicator({ direction: 'none', series: [aSeries({ targets: [aTarget()] })] })
    expect(baselineMissing.check(set(bare))).toEqual([])
    expect(targetMissing.check(set(unjudged))).toEqual([])
    expect(targetNotJudgeable.check(set(change, aimless))).toEqual([])
  })
  test('is missed where others state it', () => {
    expect(baselineMissing.check(aSet([bare]))).toHaveLength(1)
  })
})

test('a change may turn what a set carries if all that state it are among what changed', () => {
  expect(mayHaveTurned(outline, [id(1)])).toBe(true)
  expect(mayHaveTurned(outline, [id(2)])).toBe(false)
  expect(mayHaveTurned(outlineOf(aSet([bare])), [])).toBe(true)
})
