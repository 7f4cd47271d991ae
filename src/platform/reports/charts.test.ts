import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bars, type Fill, seriesLines, statusBars } from './charts.ts'

type Drawn = { kind: string; attributes: Record<string, string>; text: string }

/** The elements of a drawing, with their words. */
function elementsOf(svg: string): Drawn[] {
  return [...svg.matchAll(/<(\w+)((?: [\w-]+="[^"]*")*)(?:\/>|>([^<]*))/gu)].map(
    ([, kind = '', attributes = '', text = '']) => ({
      kind,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, key, value]) => [key, value]),
      ),
      text,
    }),
  )
}

const wordsOf = (svg: string) => elementsOf(svg).flatMap(({ kind, text }) => (kind === 'text' ? text : []))

/** Everything lies on the drawing, and no place on it is no number. */
function expectOnDrawing(svg: string) {
  const elements = elementsOf(svg)
  // Words may be anything, “null” too.
  const written = elements.flatMap(({ attributes }) => Object.entries(attributes))
  for (const [key, value] of written)
    if (key !== 'aria-label') expect(value).not.toMatch(/NaN|Infinity|undefined|null/u)
  const [width, height] = [Number(elements[0]?.attributes.width), Number(elements[0]?.attributes.height)]
  for (const { attributes } of elements.slice(1)) {
    for (const [key, most] of [
      ['x', width],
      ['x1', width],
      ['x2', width],
      ['cx', width],
      ['y', height],
      ['y1', height],
      ['y2', height],
      ['cy', height],
    ] as const) {
      const at = attributes[key]
      if (at === undefined) continue
      expect(Number(at)).toBeGreaterThanOrEqual(-0.01)
      expect(Number(at)).toBeLessThanOrEqual(most + 0.01)
    }
  }
}

const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }))
const label = fc.string({ maxLength: 60 })
const fills: Fill[] = ['implemented', 'inProgress', 'partial', 'deferred', 'notStarted', 'unreported']

describe('bars', () => {
  test('stay on the drawing whatever they show', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ label, value, said: fc.string({ maxLength: 10 }) }), { maxLength: 8 }),
        fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
        (rows, aim) => {
          expectOnDrawing(
            bars(rows, {
              language: 'lv',
              unit: '%',
              ...(aim === null ? {} : { target: { value: aim, label: 'mērķis' } }),
            }),
          )
        },
      ),
    )
  })

  test('are as long as their figures, from zero', () => {
    const svg = bars(
      [
        { label: 'A', value: 20, said: '20 %' },
        { label: 'B', value: 40, said: '40 %' },
      ],
      { language: 'lv', unit: '%' },
    )
    const [ground, ...painted] = elementsOf(svg).filter(
      ({ kind, attributes }) => kind === 'rect' && attributes.fill !== 'none',
    )
    const [short, long] = painted.map(({ attributes }) => Number(attributes.width))
    expect(ground).toBeDefined()
    expect(long).toBeCloseTo(2 * (short ?? 0), 1)
  })

  test('are not drawn where there is no figure: its words say why', () => {
    const svg = bars([{ label: 'A', value: null, said: 'nav pieejams' }], { language: 'lv', unit: '%' })
    expect(elementsOf(svg).filter(({ kind }) => kind === 'rect')).toHaveLength(1)
    expect(wordsOf(svg)).toContain('nav pieejams')
  })

  test('have the scale that several drawings share', () => {
    const axis = (value: number) =>
      wordsOf(bars([{ label: '', value, said: '' }], { language: 'lv', unit: '', domain: [0, 100] })).filter(
        (text) => /^\d+$/u.test(text),
      )
    expect(axis(3)).toEqual(axis(97))
  })
})

describe('bars of statuses', () => {
  const part = fc.record({ fill: fc.constantFrom(...fills), label, count: fc.nat(500) })

  test('stay on the drawing whatever they count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ label, parts: fc.array(part, { maxLength: 6 }) }), { maxLength: 6 }),
        fc.constantFrom('count' as const, 'share' as const),
        (rows, scale) => {
          expectOnDrawing(statusBars(rows, { language: 'lv', scale, nothing: 'nav darbību' }))
        },
      ),
    )
  })

  test('say each count, the sum, and where there is nothing', () => {
    const svg = statusBars(
      [
        {
          label: 'Mērķis',
          parts: [
            { fill: 'implemented', label: 'īstenotas', count: 12 },
            { fill: 'partial', label: 'daļēji', count: 30 },
          ],
        },
        { label: 'Tukšs', parts: [] },
      ],
      { language: 'lv', nothing: 'nav darbību' },
    )
    expect(wordsOf(svg)).toEqual(['īstenotas', 'daļēji', 'Mērķis', '12', '30', '42', 'Tukšs', 'nav darbību'])
  })

  test('differ in lightness or stripes, also in grey', () => {
    const looks = fills.map((fill) => {
      const svg = statusBars([{ label: '', parts: [{ fill, label: 'x', count: 1 }] }], {
        language: 'lv',
        nothing: '',
      })
      const ground = elementsOf(svg).filter(({ kind }) => kind === 'rect')[1]?.attributes.fill ?? ''
      const [red = 0, green = 0, blue = 0] = (ground.match(/[0-9a-f]{2}/gu) ?? []).map((pair) =>
        Number.parseInt(pair, 16),
      )
      return { grey: 0.3 * red + 0.59 * green + 0.11 * blue, stripes: /stripes-\w+/u.exec(svg)?.[0] }
    })
    for (const [place, one] of looks.entries())
      for (const other of looks.slice(place + 1))
        expect(Math.abs(one.grey - other.grey) > 25 || one.stripes !== other.stripes).toBe(true)
  })
})

describe('lines of series', () => {
  const periods = ['2021', '2022', '2023', '2024']
  const points = fc.tuple(value, value, value, value).map((values) =>
    values.map((one, place) => ({
      period: periods[place] ?? '',
      value: one,
      said: one === null ? '' : String(Math.round(one)),
    })),
  )

  test('stay on the drawing whatever they show', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ label, points, breaks: fc.subarray(periods) }), { maxLength: 6 }),
        (series) => {
          expectOnDrawing(seriesLines(series, { language: 'lv', unit: '%', periods }))
        },
      ),
    )
  })

  const line = (values: (number | null)[], breaks: string[] = []) =>
    seriesLines(
      [
        {
          label: 'A',
          points: values.map((one, place) => ({
            period: periods[place] ?? '',
            value: one,
            said: String(one),
          })),
          breaks,
        },
      ],
      { language: 'lv', unit: '%', periods },
    )
  const strokes = (svg: string) =>
    elementsOf(svg).filter(
      ({ kind, attributes }) =>
        kind === 'line' && attributes['stroke-width'] === '2' && attributes.x1 !== '0',
    )

  test('have a gap where there is no figure, and where the way of measuring changed', () => {
    expect(strokes(line([1, 2, 3, 4]))).toHaveLength(3)
    expect(strokes(line([1, null, 3, 4]))).toHaveLength(1)
    expect(strokes(line([1, 2, 3, 4], ['2023']))).toHaveLength(2)
    expect(wordsOf(line([1, 2, 3, 4], ['2023']))).toContain('mainījās mērīšanas veids')
  })

  test('begin at zero, or say that they do not', () => {
    expect(wordsOf(line([1, 2, 3, 4]))).not.toContain('Ass nesākas ar nulli.')
    expect(wordsOf(line([970, 980, 990, 1000]))).toContain('Ass nesākas ar nulli.')
  })
})

test('a drawing is complete in itself, and its words are words', () => {
  const svg = bars([{ label: '<b onload="x">&', value: 1, said: '1' }], { language: 'en', unit: '' })
  expect(svg).not.toMatch(/<style|<script|href|onload="|<b /u)
  expect(wordsOf(svg)).toContain('&lt;b onload=&quot;x&quot;&gt;&amp;')
  expect(svg).toContain("font-family=\"'Atkinson Hyperlegible Next'")
})
