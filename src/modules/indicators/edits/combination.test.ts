import { expect, test } from 'vitest'
import { dimensionsOf, isSameCombination, keyOf } from './combination.ts'

const about = (breakdown: Record<string, string>, institution_id: string | null = null) => ({
  breakdown,
  institution_id,
})

test.each([
  ['in another order', about({ a: '1', b: '2' }), about({ b: '2', a: '1' }), true],
  ['where one says that it is the total', about({ a: '1', b: 'total' }), about({ a: '1' }), true],
  ['of another institution', about({ a: '1' }, 'x'), about({ a: '1' }, 'y'), false],
  ['of all institutions', about({ a: '1' }, 'x'), about({ a: '1' }), false],
  ['with one value more', about({ a: '1', b: '2' }), about({ a: '1' }), false],
])('tells whether series are about the same: %s', (_, one, other, isSame) => {
  expect(isSameCombination(one, other)).toBe(isSame)
})

test('names breakdowns in the order of the keys', () => {
  const series = [
    { key: '5/guardian', ...about({ respondent: 'guardian' }) },
    { key: '5/guardian/school', ...about({ type: 'school', respondent: 'guardian' }) },
  ]
  expect(dimensionsOf(series)).toEqual(['respondent', 'type'])
  expect(keyOf('5', 'lvg', ['guardian', 'school'])).toBe('5/lvg/guardian/school')
  expect(keyOf('5', null, [])).toBe('5')
})
