import { expect, test } from 'vitest'
import { key } from '#platform/import/columns.ts'
import { sheet } from '#platform/import/sheet.ts'
import { areValuesUnasked, readMapping } from './read-steps.ts'

const observations = sheet('observations.csv', ['series'], { series: key })

test('values that a form asks about are as answered, and those of earlier files are kept', () => {
  const earlier = { series: { Skolas: '1/school', Bērni: '3', Vecs: '4' } }
  const typed = {
    'p0.c.series': '0',
    'p0.s.series.0': 'Skolas',
    'p0.v.series.0': '1/preschool',
    // Answered with “just that”, which a form leaves out.
    'p0.s.series.1': 'Bērni',
  }
  expect(readMapping(0, observations, typed, earlier)).toEqual({
    columns: { series: 0 },
    values: { series: { Skolas: '1/preschool', Vecs: '4' } },
    marks: {},
  })
})

test('values are unasked when the form did not know of their column, and asked once they were in it', () => {
  const parts = [{ number: 0, values: [{ column: 'series', found: [{ value: 'Skolas', ours: '' }] }] }]
  expect(areValuesUnasked(parts, { 'p0.c.series': '0' })).toBe(true)
  expect(areValuesUnasked(parts, { 'p0.c.series': '0', 'p0.s.series.0': 'Skolas' })).toBe(false)
  const known = [{ number: 0, values: [{ column: 'series', found: [{ value: 'Skolas', ours: '3' }] }] }]
  expect(areValuesUnasked(known, { 'p0.c.series': '0' })).toBe(false)
})
