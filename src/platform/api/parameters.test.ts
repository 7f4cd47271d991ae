import { expect, test } from 'vitest'
import { z } from 'zod'
import { asOfParameter, pageParameters, readQuery } from './parameters.ts'

const shape = {
  ...pageParameters,
  asOf: asOfParameter,
  kind: z.enum(['a', 'b'], 'must be a or b').optional(),
}
const read = (query: string) => readQuery(shape, new URLSearchParams(query))

test('reads what is given and fills in what is not', () => {
  expect(read('limit=2&kind=b')).toEqual({ values: { limit: 2, kind: 'b' }, complaints: [] })
  expect(read('').values).toEqual({ limit: 500 })
})

test('complains about everything at once', () => {
  expect(read('limit=0&kind=c&colour=red&asOf=yesterday').complaints).toEqual([
    { parameter: 'colour', detail: 'is not known here; there are limit, cursor, asOf, kind' },
    { parameter: 'limit', value: '0', detail: 'must be a whole number from 1 to 5000' },
    { parameter: 'asOf', value: 'yesterday', detail: expect.stringContaining('ISO 8601') },
    { parameter: 'kind', value: 'c', detail: 'must be a or b' },
  ])
})

test.for(['limit=', 'limit=%20', 'limit=1.5', 'limit=5001', 'limit=many', 'cursor=', 'kind='])(
  'does not take %s',
  (query) => {
    expect(read(query).complaints).toHaveLength(1)
  },
)

test('does not choose between two values', () => {
  expect(read('kind=a&kind=b').complaints).toEqual([{ parameter: 'kind', detail: 'given 2 times' }])
})
