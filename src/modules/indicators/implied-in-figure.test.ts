import { describe, expect, test } from 'vitest'
import { impliedInFigure } from './implied-in-figure.ts'

const SERIES = { key: '3', indicator: '3', unit: null }
const SHARE = { code: '3', value_kind: 'share', unit: 'percent' }

const implied = (
  given: object,
  stored?: object,
  { indicator = SHARE, series = SERIES }: object & Beside = {},
) =>
  impliedInFigure({
    given: { series: '3', period: '2025/2026', ...given },
    stored: stored && { missing: null, value_kind: null, unit: null, number: null, printed: null, ...stored },
    find: (sheet) => ({ series, indicators: indicator })[sheet],
  })
type Beside = {
  indicator?: { code: string; value_kind: string; unit: string }
  series?: { key: string; indicator: string; unit: string | null }
}

describe('kind and unit of a figure whose file does not say them', () => {
  test('are those of the indicator, or of the series where it has a unit of its own', () => {
    expect(implied({ number: 44 })).toEqual({
      missing: null,
      ...EMPTIED,
      value_kind: 'share',
      unit: 'percent',
    })
    const indicator = { code: '9', value_kind: 'number', unit: 'count' }
    const series = { key: '9/a', indicator: '9', unit: 'EUR' }
    expect(implied({ number: 44 }, undefined, { indicator, series })).toMatchObject({
      value_kind: 'number',
      unit: 'EUR',
    })
  })

  test('stay as they are stored while they fit, and follow the value when it is of another kind', () => {
    const indicator = { code: '1', value_kind: 'number', unit: 'count' }
    expect(implied({ number: 4 }, { value_kind: 'number', unit: 'point' }, { indicator })).toMatchObject({
      value_kind: 'number',
      unit: 'point',
    })
    expect(
      implied({ number: 40 }, { value_kind: 'text', unit: 'text', text_lv: 'visas' }, { indicator }),
    ).toMatchObject({ value_kind: 'number', unit: 'count', text_lv: null })
    expect(implied({ text_lv: 'visas' }, undefined, { indicator })).toMatchObject({
      value_kind: 'text',
      unit: 'text',
    })
  })

  test('are left open where nobody knows the series', () => {
    const found = impliedInFigure({
      given: { series: 'x', number: 1 },
      stored: undefined,
      find: () => undefined,
    })
    expect(found).toMatchObject({ value_kind: null, unit: null })
  })
})

describe('what contradicts what a file brings', () => {
  test('a value ends the reason why there was none, and what was printed in its place', () => {
    expect(implied({ number: 44 }, { missing: 'notMeasured', printed: 'Nav mērīts' })).toMatchObject({
      missing: null,
      printed: null,
    })
  })

  test('a reason ends the value with all that was said of it', () => {
    expect(implied({ missing: 'notMeasured' }, { number: 10, value_kind: 'share' })).toMatchObject(EMPTIED)
  })

  test('the same value again ends nothing', () => {
    expect(implied({ number: 10 }, { number: 10, value_kind: 'share', unit: 'percent', n: 50 })).toEqual({
      missing: null,
      value_kind: 'share',
      unit: 'percent',
    })
  })

  test('where the file itself has both, nothing is guessed', () => {
    expect(implied({ number: 44, missing: 'notMeasured' }, { number: 10 })).not.toHaveProperty('number')
  })
})

const EMPTIED = {
  number: null,
  distribution: null,
  text_lv: null,
  numerator: null,
  denominator: null,
  share: null,
  text_en: null,
  n: null,
  interval_low: null,
  interval_high: null,
  standard_error: null,
  printed: null,
}
