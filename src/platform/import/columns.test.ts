import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Column, Refusal } from './column.ts'
import {
  code,
  date,
  decimal,
  key,
  keys,
  oneOf,
  optionalAddress,
  optionalNumberPairs,
  optionalText,
  pairs,
  period,
  positive,
  slug,
  text,
  whole,
  year,
  yesNo,
} from './columns.ts'

type Separator = Parameters<Column<unknown>['read']>[1]

/** What a cell becomes, or the last word of the reason why it cannot. */
function read<Value>(column: Column<Value>, cell: string, separator: Separator = ',') {
  const value = column.read(cell, separator)
  return value instanceof Refusal ? value.reason.replace('platform.import.', '') : value
}

describe('numbers', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['-8', -8],
    ['78.25', 78.25],
    ['0.1', 0.1],
    ['007', 7],
    ['123456789012345', 123456789012345],
    ['0.00000000000001', 1e-14],
  ])('%s is read', (cell, expected) => {
    expect(Object.is(read(decimal, cell), expected)).toBe(true)
  })

  test.each([
    ['9'.repeat(400), 'digits'],
    ['12345678901234567.25', 'digits'],
    ['0.1234567890123456', 'digits'],
    ['12,5', 'decimalComma'],
    ['55 %', 'percentSign'],
    ['55%', 'percentSign'],
    ['−5', 'minusSign'],
    ['–5', 'minusSign'],
    ['1.2E+05', 'exponent'],
    ['1 234', 'thousands'],
    ['1\u00a0234', 'thousands'],
    ['1.234.567', 'thousands'],
    ['.5', 'decimal'],
    ['5.', 'decimal'],
    ['Infinity', 'decimal'],
    ['NaN', 'decimal'],
    ['0x10', 'decimal'],
    ['٣', 'decimal'],
    ['', 'decimal'],
  ])('%s is refused by its habit: %s', (cell, reason) => {
    expect(read(decimal, cell)).toBe(reason)
  })

  test.each([
    ['12,5', ';', 12.5],
    ['1,234', ';', 1.234],
    ['12.5', ';', 12.5],
    ['-0,75', '\t', -0.75],
    ['1,234', '\t', 'commaAmbiguous'],
    ['0,234', '\t', 0.234],
    ['1.234,5', ';', 'thousands'],
  ] as const)(
    'a decimal comma where the separator leaves one meaning: %s between %j',
    (cell, separator, expected) => {
      expect(read(decimal, cell, separator)).toBe(expected)
    },
  )

  test('what is typed comes out again exactly', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,6}(\.\d{0,7}[1-9])?$/)
    fc.assert(
      fc.property(digits, (typed) => {
        expect(String(read(decimal, typed))).toBe(typed)
      }),
    )
  })

  test.each([
    [whole, '2147483647', 2147483647],
    [whole, '3000000000', 'choice'],
    [whole, '1.0', 'whole'],
    [whole, '1,0', 'whole'],
    [positive, '1', 1],
    [positive, '0', 'choice'],
    [year, '1990', 1990],
    [year, '2100', 2100],
    [year, '3', 'choice'],
    [year, '99999', 'choice'],
  ] as const)('whole numbers within their limits: %#', (column, cell, expected) => {
    expect(read(column, cell)).toBe(expected)
  })
})

describe('times', () => {
  test.each([
    ['2025-12-31', '2025-12-31'],
    ['31.12.2025', '2025-12-31'],
    ['1.2.2025.', '2025-02-01'],
    ['31. 12. 2025', '2025-12-31'],
    ['29.02.2024', '2024-02-29'],
    ['29.02.2023', 'date'],
    ['2025-02-30', 'date'],
    ['12/31/2025', 'dateAmbiguous'],
    ['05-06-2025', 'dateAmbiguous'],
    ['0000-01-01', 'choice'],
    ['1899-12-31', 'choice'],
    ['2101-01-01', 'choice'],
    ['31.12.25', 'date'],
    ['45657', 'date'],
    ['', 'date'],
  ])('the date %s', (cell, expected) => {
    expect(read(date, cell)).toBe(expected)
  })

  test.each([
    ['2024/2025', '2024/2025'],
    ['2024./2025.', '2024/2025'],
    ['2024/25', '2024/2025'],
    ['1999/00', '1999/2000'],
    ['2021', '2021'],
    ['2021.', '2021'],
    ['unknown', 'unknown'],
    ['2024/2026', 'period'],
    ['2024-2025', 'period'],
    ['2014–2016', '2014-2016'],
    ['2014.-2016.', '2014-2016'],
    ['2016–2014', 'period'],
    ['2024-Q3', '2024-Q3'],
    ['2024 q3', '2024-Q3'],
    ['2024-Q5', 'period'],
    ['2024-10-01', '2024-10-01'],
    ['1.10.2024.', '2024-10-01'],
    ['2024-02-30', 'date'],
    ['2024-10', 'period'],
    ['2099–2103', 'choice'],
    ['0000/0001', 'choice'],
    ['9999', 'choice'],
  ])('the period %s', (cell, expected) => {
    expect(read(period, cell)).toBe(expected)
  })
})

describe('words', () => {
  test.each(['KP1', '1.1.1', 'K5', 's6.4.1', 'early-leavers', 'a_b', 'Ķ1', '0'])('%s is a code', (cell) => {
    expect(read(code, cell)).toBe(cell)
  })

  test.each([
    ['KP 1', 'key'],
    ['KP\u200b1', 'key'],
    ['КP1', 'key'], // a Cyrillic letter
    ['a/b', 'key'],
    ['a=b', 'key'],
    ['a;b', 'key'],
    ['a+b', 'key'],
    ['a·b', 'key'],
    ['<b>', 'key'],
    ['1%', 'key'],
    ['..', 'keyForm'],
    ['-a', 'keyForm'],
    ['14.csv', 'keyForm'],
    ['14.data', 'keyForm'],
    ['', 'required'],
    ['x'.repeat(201), 'tooLong'],
  ])('%s is none: %s', (cell, reason) => {
    expect(read(code, cell)).toBe(reason)
  })

  test('the character that makes a code wrong is named by its number', () => {
    expect(code.read('К1', ',')).toMatchObject({ values: { found: 'К1', character: 'К U+041A' } })
  })

  test.each([
    ['5/guardian/preschool', '5/guardian/preschool'],
    ['3', '3'],
    ['5//x', 'keyForm'],
    ['/5', 'keyForm'],
    ['5/../x', 'keyForm'],
    ['5 x', 'key'],
  ])('the key %s', (cell, expected) => {
    expect(read(key, cell)).toBe(expected)
  })

  test.each([
    ['liepaja-2020-2025', 'liepaja-2020-2025'],
    ['liepaja-"/../<b>', 'slug'],
    ['Liepaja', 'slug'],
    ['liepāja', 'slug'],
    ['liepaja-', 'slug'],
    ['', 'required'],
  ])('the id %s', (cell, expected) => {
    expect(read(slug, cell)).toBe(expected)
  })

  test.each([
    'https://www.liepaja.edu.lv/koncepcija?x=1#2',
    'http://example.lv',
    'HTTPS://example.lv/Ķekava',
  ])('%s is an address', (cell) => {
    expect(read(optionalAddress, cell)).toBe(cell)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'ftp://example.lv',
    '//example.lv',
    'www.example.lv',
    'https:\\\\example.lv',
    'https://user:secret@example.lv',
    'https://example.lv/a b',
    'https://',
    'https://[',
  ])('%s is none', (cell) => {
    expect(read(optionalAddress, cell)).toBe('address')
  })

  test.each([
    ['yes', true],
    ['Jā', true],
    ['ja', true],
    ['no', false],
    ['NĒ', false],
    ['ne', false],
    ['1', 'choice'],
    ['', 'choice'],
  ])('%s as an answer', (cell, expected) => {
    expect(read(yesNo, cell)).toBe(expected)
  })

  test('capitals do not matter in a choice', () => {
    expect(read(oneOf(['inProgress', 'partial']), 'INPROGRESS')).toBe('inProgress')
    expect(read(oneOf(['yes', 'no', 'unknown']), 'Nē')).toBe('no')
    expect(read(oneOf(['inProgress', 'partial']), 'progress')).toBe('choice')
  })

  test('an empty cell is nothing where it may be', () => {
    expect(read(text, '')).toBe('required')
    expect(read(optionalText, '')).toBeNull()
  })
})

describe('lists', () => {
  test('keep the order in which categories are written, digits too', () => {
    expect(read(optionalNumberPairs, '10=5; 9=10;8=35.5')).toEqual([
      { category: '10', value: 5 },
      { category: '9', value: 10 },
      { category: '8', value: 35.5 },
    ])
    expect(read(optionalNumberPairs, 'yes=69,5;no=30,5', ';')).toMatchObject([
      { value: 69.5 },
      { value: 30.5 },
    ])
  })

  test.each([
    [pairs, 'respondent=guardian;stage=primary', { respondent: 'guardian', stage: 'primary' }],
    [pairs, 'status=implemented+inProgress', { status: 'implemented+inProgress' }],
    [pairs, '', {}],
    [pairs, 'stage=primary;stage=basic', 'repeated'],
    [pairs, 'stage', 'pairs'],
    [pairs, 'stage=a=b', 'pairs'],
    [pairs, '__proto__=x', 'keyForm'],
    [optionalNumberPairs, 'yes=40;yes=60', 'repeated'],
    [optionalNumberPairs, 'yes=many', 'decimal'],
    [optionalNumberPairs, 'yes=40%', 'percentSign'],
    [keys, '5/a; 5/b', ['5/a', '5/b']],
    [keys, '5/a;5/a', 'repeated'],
    [keys, '5 a', 'key'],
  ] as const)('%#: %s', (column, cell, expected) => {
    expect(read(column as Column<unknown>, cell)).toEqual(expected)
  })
})
