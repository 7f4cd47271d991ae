import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createText } from '#platform/texts/text.ts'
import type { Direction, MissingKind, ObservedValue, Series, Target } from './model.ts'
import {
  aBaseline,
  aChange,
  aDistribution,
  aMethodology,
  aNumber,
  anIndicator,
  anObservation,
  aSeries,
  aShare,
  aTarget,
} from './testing.ts'
import en from './texts/verdict.en.json'
import lv from './texts/verdict.lv.json'
import { judge, REASONS, targetValue, type Verdict } from './verdict.ts'

const period = '2024/2025'
const ANSWERED = new Map([[period, 2025]])
const ON_THE_WAY = new Map<string, number>()

function judgeOne(value: ObservedValue, target: Target, baseline: Series['baseline'], direction: Direction) {
  const series = aSeries({ baseline, targets: [target], results: [anObservation({ value })] })
  return judge(anIndicator({ direction }), series, period, ANSWERED)
}

const figure = fc.integer({ min: 1, max: 1_000_000 }).map((n) => n / 100)
const change = fc.integer({ min: -90, max: 300 })
const direction = fc.constantFrom<Direction>('up', 'down')
const trend = aTarget({ kind: 'trend', value: null })
const kindOfTarget = fc.oneof(
  figure.map((value) => aTarget({ value })),
  change.map((value) => aChange(value, 'percent')),
  fc.constant(trend),
)

describe('verdicts hold together', () => {
  test('a better result never turns met into missed', () => {
    fc.assert(
      fc.property(figure, figure, kindOfTarget, figure, direction, (one, other, target, base, way) => {
        const [worse, better] = [one, other].toSorted((a, b) => (way === 'up' ? a - b : b - a)) as [
          number,
          number,
        ]
        fc.pre(judgeOne(aNumber(worse), target, aBaseline(base), way).status === 'met')
        expect(judgeOne(aNumber(better), target, aBaseline(base), way).status).toBe('met')
      }),
    )
  })

  test('measuring in another unit changes no verdict', () => {
    const factors = fc.constantFrom(0.001, 0.1, 1 / 3, 3, 7, 1000)
    fc.assert(
      fc.property(figure, kindOfTarget, figure, direction, factors, (result, target, base, way, factor) => {
        const isAbsolute = target.kind === 'absolute'
        const scaled = isAbsolute ? { ...target, value: (target.value ?? 0) * factor } : target
        const before = judgeOne(aNumber(result), target, aBaseline(base), way)
        const after = judgeOne(aNumber(result * factor), scaled, aBaseline(base * factor), way)
        expect(after.status).toBe(before.status)
      }),
    )
  })

  test('per cent and percentage points agree only for a baseline of 100, or without a change', () => {
    fc.assert(
      fc.property(figure, change, (base, by) => {
        const series = aSeries({ baseline: aBaseline(aShare(base)) })
        const percent = targetValue(series, aChange(by, 'percent')) as number
        const points = targetValue(series, aChange(by, 'percentagePoint')) as number
        expect(Math.abs(percent - points) < 1e-9).toBe(base === 100 || by === 0)
      }),
      { examples: [[100, 7]] },
    )
  })

  test('a result equal to the target is met whichever way is good', () => {
    fc.assert(
      fc.property(figure, change, direction, (base, by, way) => {
        const target = aChange(by, 'percent')
        const needed = targetValue(aSeries({ baseline: aBaseline(base) }), target) as number
        expect(judgeOne(aNumber(needed), target, aBaseline(base), way).status).toBe('met')
        expect(judgeOne(aNumber(needed), aTarget({ value: needed }), null, way).status).toBe('met')
      }),
    )
  })

  test('moving people into a better category is never worse', () => {
    const parts = fc.tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 50 }))
    fc.assert(
      fc.property(parts, ([a, b, c]) => {
        const before = aBaseline(aDistribution({ a, b, c }, 'count'))
        const moved = aDistribution({ a, b: b + 1, c: c - 1 }, 'count')
        expect(judgeOne(moved, trend, before, 'up').status).toBe('met')
      }),
    )
  })
})

const anyValue = fc.oneof(
  figure.map((n) => aNumber(n - 1)),
  figure.map(aShare),
  fc.constantFrom<MissingKind>('notMeasured', 'retired', 'noMethodology').map((missing) => ({
    kind: 'missing' as const,
    missing,
  })),
  fc.constant({ kind: 'text' as const, text: { lv: 'ir', en: 'yes' } }),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([yes, no]) => aDistribution({ yes, no })),
  fc.constant(aDistribution({ no: 1, yes: 1 }, 'count')),
)
const anyTarget = fc.oneof(
  kindOfTarget,
  change.map((by) => aChange(by, 'percentagePoint')),
  figure.map((value) => aTarget({ value, unit: 'percent' })),
  fc
    .constantFrom<Target['kind']>('exists', 'firstMeasurement', 'none')
    .map((kind) => aTarget({ kind, value: null })),
)
const anyVerdict = fc
  .record({
    value: anyValue,
    base: fc.option(anyValue),
    target: anyTarget,
    direction: fc.constantFrom<Direction>('up', 'down', 'none'),
    comparability: fc.constantFrom('yes', 'no', 'afterRecomputation', null),
    rule: fc.constantFrom(ANSWERED, ON_THE_WAY),
    year: fc.constantFrom('2024', 'unknown'),
  })
  .map(({ value, base, target, direction, comparability, rule, year }): Verdict => {
    const second = aMethodology({ version: 2, validFrom: '2023/2024', comparability })
    const baseline = base === null ? null : aBaseline(base, { period: year, methodology: 1 })
    const series = aSeries({ baseline, targets: [target], results: [anObservation({ value })] })
    return judge(anIndicator({ direction, methodologies: [aMethodology(), second] }), series, period, rule)
  })

describe('texts of verdicts', () => {
  const texts = { lv: createText<keyof typeof lv>('lv', lv), en: createText<keyof typeof lv>('en', en) }
  const known = new Set(Object.keys(lv))
  const placeholders = (text: string) => text.match(/\{\{\w+\}\}/g)?.toSorted() ?? []

  test('both languages have the same keys with the same figures', () => {
    expect(Object.keys(en)).toEqual(Object.keys(lv))
    expect(Object.values(en).map(placeholders)).toEqual(Object.values(lv).map(placeholders))
  })

  test('every reason has a name and an explanation', () => {
    const keys = REASONS.flatMap((reason) => [
      `indicators.reason.${reason}`,
      `indicators.reason.${reason}.explanation`,
    ])
    expect(keys.filter((key) => !known.has(key))).toEqual([])
  })

  test('every calculation has a text and every figure in it', () => {
    fc.assert(
      fc.property(anyVerdict, ({ status, arithmetic }) => {
        expect(known.has(`indicators.verdict.${status}`)).toBe(true)
        fc.pre(arithmetic !== undefined)
        expect(known.has(arithmetic.key)).toBe(true)
        expect(Object.keys(arithmetic.values)).toEqual(
          expect.arrayContaining(placeholders(lv[arithmetic.key]).map((one) => one.slice(2, -2))),
        )
        expect(texts.en(arithmetic.key, arithmetic.values)).not.toContain('NaN')
      }),
      { numRuns: 3000 },
    )
  })
})
