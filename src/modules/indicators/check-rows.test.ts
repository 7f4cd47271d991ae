import { describe, expect, test } from 'vitest'
import { checkIndicatorRows } from './check-rows.ts'
import { readLiepaja } from './rules/testing.ts'
import type { IndicatorRows } from './sheets.ts'

const liepaja = await readLiepaja()

type Observation = IndicatorRows['observations'][number]
type Target = IndicatorRows['targets'][number]

/** Liepāja's rows with the figure of a series and a period changed. */
function withFigure(series: string, period: string, change: Partial<Observation>): IndicatorRows {
  const isMeant = (row: Observation) => row.series === series && row.period === period
  expect(liepaja.observations.some(isMeant)).toBe(true)
  const observations = liepaja.observations.map((row) => (isMeant(row) ? { ...row, ...change } : row))
  return { ...liepaja, observations }
}

/** The same with the first target of a series changed. */
function withTarget(series: string, change: Partial<Target>): IndicatorRows {
  const first = liepaja.targets.find((row) => row.series === series)
  const targets = liepaja.targets.map((row) => (row === first ? { ...row, ...change } : row))
  return { ...liepaja, targets }
}

const shortly = (rows: IndicatorRows) =>
  checkIndicatorRows(rows).map(({ column, reason }) => `${column} ${reason.replace('platform.import.', '')}`)

test('Liepāja’s published figures have nothing that a clerk would be stopped for', () => {
  expect(checkIndicatorRows(liepaja)).toEqual([])
})

describe('a figure cannot be', () => {
  const share = ['4/preschool/emotional', '2024/2025'] as const

  test.each([
    ['a part of nothing', { denominator: 0 }, 'denominator choice'],
    ['a part of less than nothing', { denominator: -5 }, 'denominator choice'],
    ['more than the whole', { numerator: 20, denominator: 19 }, 'numerator choice'],
    ['less than none', { numerator: -1 }, 'numerator choice'],
    ['without a value', { number: null }, 'number together'],
    ['without a unit', { unit: null }, 'unit together'],
    ['missing and measured', { missing: 'notMeasured' }, 'missing conflict'],
  ] as const)('%s', (_, change, expected) => {
    expect(shortly(withFigure(...share, change))).toContain(expected)
  })

  test('a share in pieces', () => {
    expect(shortly(withFigure(...share, { unit: 'count' }))).toContain('unit choice')
  })

  test('a ratio of one to none', () => {
    const ratio = liepaja.observations.find(
      ({ value_kind, missing }) => value_kind === 'ratio' && missing === null,
    )
    const { series = '', period = '' } = ratio ?? {}
    expect(shortly(withFigure(series, period, { number: 0 }))).toEqual(['number choice'])
  })
})

describe('a figure that stands alone in its series', () => {
  test('with an impossible share is a slip of the hand', () => {
    expect(shortly(withFigure('4/preschool/emotional', '2024/2025', { number: 300 }))).toEqual([
      'number alone',
    ])
    expect(shortly(withFigure('4/preschool/emotional', '2024/2025', { number: -1 }))).toEqual([
      'number alone',
    ])
    expect(shortly(withFigure('25', '2021', { share: 136 }))).toEqual(['share alone'])
  })

  test('with a negative count likewise', () => {
    expect(
      shortly(
        withFigure('25', '2024/2025', { number: -8, missing: null, unit: 'count', value_kind: 'number' }),
      ),
    ).toContain('number alone')
  })

  test('in another unit likewise', () => {
    expect(shortly(withFigure('25', '2021', { unit: 'percent' }))).toEqual(['unit alone'])
  })

  test('is taken when the source prints the same number', () => {
    expect(
      shortly(withFigure('4/preschool/emotional', '2024/2025', { number: 300, printed: '300 %' })),
    ).toEqual([])
    expect(shortly(withFigure('25', '2021', { number: -1008.5, printed: '−1 008,5' }))).toEqual([])
  })

  test('and one that does not, is left to the findings', () => {
    const twice = liepaja.observations.map((row) =>
      row.series === '4/preschool/emotional' && row.number !== null
        ? { ...row, number: row.number + 100 }
        : row,
    )
    expect(shortly({ ...liepaja, observations: twice })).toEqual([])
  })
})

describe('a distribution', () => {
  const place = ['21/school', '2024/2025'] as const
  const parts = (...categories: [string, number][]) => ({
    distribution: categories.map(([category, value]) => ({ category, value })),
  })

  test('has categories of one breakdown', () => {
    expect(shortly(withFigure(...place, parts(['yes', 60], ['no', 40])))).toEqual([])
    expect(shortly(withFigure(...place, parts(['yes', 60], ['ll', 40])))).toEqual(['distribution conflict'])
  })

  test('has parts that can be, and some', () => {
    expect(shortly(withFigure(...place, parts(['yes', 101], ['no', 1])))).toEqual(['distribution choice'])
    expect(shortly(withFigure(...place, parts(['yes', -1])))).toEqual(['distribution choice'])
    expect(shortly(withFigure(...place, { distribution: [] }))).toEqual(['distribution required'])
  })
})

describe('besides', () => {
  test('an indicator has a unit of its kind', () => {
    const indicators = liepaja.indicators.map((row) =>
      row.code === '5' ? { ...row, unit: 'count' as const } : row,
    )
    expect(shortly({ ...liepaja, indicators })).toContain('unit choice')
  })

  test('nobody promises more than everybody', () => {
    expect(shortly(withTarget('5/guardian/preschool', { value: 150 }))).toEqual(['value beyondUnit'])
    expect(shortly(withTarget('5/guardian/preschool', { value: 150, printed: '150 %' }))).toEqual([])
  })

  test('a range has two ends in their order, within what can be', () => {
    const range = (value: number, value_to: number | null) =>
      shortly(withTarget('5/guardian/preschool', { kind: 'range', value, value_to, unit: 'percent' }))
    expect(range(60, 80)).toEqual([])
    expect(range(60, null)).toEqual(['value_to together'])
    expect(range(80, 60)).toEqual(['value_to choice'])
    expect(range(60, 110)).toEqual(['value_to beyondUnit'])
    expect(shortly(withTarget('5/guardian/preschool', { value_to: 90 }))).toEqual(['value_to conflict'])
  })

  test('a target has a value when its kind asks for one, and only then', () => {
    expect(shortly(withTarget('5/guardian/preschool', { value: null }))).toEqual(['value together'])
    expect(shortly(withTarget('5/guardian/preschool', { kind: 'trend' }))).toEqual(['value conflict'])
    expect(shortly(withTarget('5/guardian/preschool', { kind: 'relative', unit: 'count' }))).toEqual([
      'unit choice',
    ])
  })
})

describe('how sure a figure is cannot be', () => {
  const share = ['5/teacher/school', '2024/2025'] as const

  test.each([
    ['an interval with one end', { interval_low: 85 }, 'interval_high together'],
    ['an interval with its other end only', { interval_high: 93 }, 'interval_low together'],
    ['an interval upside down', { interval_low: 93, interval_high: 85 }, 'interval_high choice'],
    ['an interval above the figure', { interval_low: 90, interval_high: 93 }, 'interval_low choice'],
    ['an interval below the figure', { interval_low: 85, interval_high: 89 }, 'interval_high choice'],
    ['an error of less than nothing', { standard_error: -1 }, 'standard_error choice'],
    ['known of what is missing', { number: null, missing: 'notMeasured', n: 216 }, 'n conflict'],
  ] as const)('%s', (_, change, expected) => {
    expect(shortly(withFigure(...share, change))).toEqual([expected])
  })

  test('known of words', () => {
    const words = { value_kind: 'text', number: null, unit: 'text', text_lv: 'ir', n: 20 } as const
    expect(shortly(withFigure(...share, words))).toContain('n conflict')
  })

  test('an interval of a distribution', () => {
    const of = ['21/school', '2024/2025'] as const
    expect(shortly(withFigure(...of, { interval_low: 60, interval_high: 70 }))).toEqual([
      'interval_low conflict',
    ])
    expect(shortly(withFigure(...of, { n: 80 }))).toEqual([])
  })

  test('that of records, which nobody answered', () => {
    expect(shortly(withFigure('10', '2024/2025', { n: 1400 }))).toEqual(['n conflict'])
  })

  test('refused when it is as sources print it', () => {
    const change = { n: 216, interval_low: 84.5, interval_high: 92.8, standard_error: 2.1 }
    expect(shortly(withFigure(...share, change))).toEqual([])
  })
})
