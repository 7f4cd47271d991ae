import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsThatTell, en, inBoth, lv, sentences, withoutDust } from './index.ts'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true })

describe('a number', () => {
  test('shows the decimals that it has, and no binary dust', () => {
    expect([lv.number(78.25), lv.number(12.3456), lv.number(0.1 + 0.2)]).toEqual(['78,25', '12,3456', '0,3'])
    expect(withoutDust(0.1 + 0.2)).toBe(0.3)
  })
  test('that was computed is rounded to two decimals', () => {
    expect([lv.computed(400.666), en.computed(2 / 3)]).toEqual(['400,67', '0.67'])
  })
  test('has as many decimals as asked for', () => {
    expect([lv.fixed(81, 1), en.fixed(81.25, 0)]).toEqual(['81,0', '81'])
  })
  test('has a true minus, and none before nothing', () => {
    expect([lv.number(-3), en.number(-3), lv.fixed(-3.44, 1), lv.fixed(-0.2, 0)]).toEqual([
      '−3',
      '−3',
      '−3,4',
      '0',
    ])
  })
})

describe('decimalsThatTell', () => {
  test('asks for more decimals only where two would write different numbers alike', () => {
    expect([decimalsThatTell(12.3, 12.4), decimalsThatTell(12.346, 12.349), decimalsThatTell(5, 5)]).toEqual([
      2, 3, 2,
    ])
  })
  test('never leaves two different numbers written alike', () => {
    fc.assert(
      fc.property(figure, fc.double({ min: 1e-9, max: 1, noNaN: true }), (a, part) => {
        const b = a + Math.abs(a) * part + 1e-6
        const decimals = decimalsThatTell(a, b)
        expect(lv.number(a, decimals)).not.toBe(lv.number(b, decimals))
      }),
    )
  })
})

test('a number stands in its unit as the language writes it', () => {
  expect(
    [lv.quantity(4.5, 'percent'), lv.quantity(11, 'ratio'), en.quantity(1412, 'count')].map(plain),
  ).toEqual(['4,5 %', '1 : 11', '1,412'])
  expect([en.unitName('ratio'), en.unit('ratio'), lv.unit('parsec')]).toEqual([
    'ratio 1 : n',
    'a ratio',
    '“parsec”',
  ])
})

test('a period is said as its place in the sentence needs', () => {
  expect(lv.period('2024/2025', 'in')).toBe('2024./2025. mācību gadā')
  expect(lv.period('2024/2025', 'tick')).toBe('2024./25.')
  expect(lv.period('2021')).toBe('2021. gads')
  expect(en.period('2024/2025')).toBe('school year 2024/2025')
  expect(lv.period('unknown')).toBe('gads nav norādīts')
})

test.each([
  ['2024-Q3', '2024. gada 3. ceturksnī', 'in quarter 3 of 2024', '2024. g. 3. cet.', '2024 Q3'],
  ['2014-2016', '2014.–2016. gadā', 'in 2014–2016', '2014.–2016.', '2014–2016'],
  ['2024-10-01', '2024. gada 1. oktobrī', 'on 1 October 2024', '01.10.2024.', '1 October 2024'],
])('the period %s is said in both languages', (period, latvian, english, short, shortEnglish) => {
  expect([lv.period(period, 'in'), en.period(period, 'in')]).toEqual([latvian, english])
  expect([lv.period(period, 'short'), en.period(period, 'short')]).toEqual([short, shortEnglish])
})

test('a day is said as the language writes it', () => {
  expect([lv.day('2021-12-16'), en.day('2021-12-16')]).toEqual(['16.12.2021.', '16 December 2021'])
})

test('words follow the number before them; Latvian has three forms', () => {
  const people = { zero: 'cilvēku', one: 'cilvēks', other: 'cilvēki' }
  expect([0, 1, 2, 11, 21].map((count) => lv.counted(count, people))).toEqual([
    '0 cilvēku',
    '1 cilvēks',
    '2 cilvēki',
    '11 cilvēku',
    '21 cilvēks',
  ])
  expect(en.form(2, { one: 'person', other: 'people' })).toBe('people')
})

test('names are joined as the language joins them', () => {
  expect(inBoth(({ list }) => list(['a', 'b', 'c']))).toEqual({ lv: 'a, b un c', en: 'a, b and c' })
})

test('sentences begin with a capital', () => {
  expect(sentences('ādaži ir novads.', 'one.')).toEqual({ lv: 'Ādaži ir novads.', en: 'One.' })
})

test('of many names the first are said, and how many more there are', () => {
  expect([lv.some(['a', 'b', 'c', 'd'], 2), en.some(['a', 'b', 'c', 'd'], 2)]).toEqual([
    'a, b un vēl 2',
    'a, b and 2 more',
  ])
  expect(lv.some(['a', 'b', 'c'], 2)).toBe('a, b un c')
})
