import { expect, test } from 'vitest'
import { cellKey } from './place.ts'

test('a key sorts its dimensions', () => {
  expect(cellKey({ measure: 'pupils', asOf: '2025', at: { school: 'A', grade: '1' } })).toBe(
    'pupils@2025|grade=1|school=A',
  )
  expect(cellKey({ measure: 'pupils', at: {} })).toBe('pupils')
})
