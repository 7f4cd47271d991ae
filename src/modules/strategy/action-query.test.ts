import { expect, test } from 'vitest'
import { readActionFilter, responsibleOf } from './action-query.ts'
import { anAction } from './testing.ts'

test('reads every field of the address', () => {
  const search = new URLSearchParams('goal=KP1&direction=1.1&status=partial&responsible=LIP&text=+skolu+')
  expect(readActionFilter(search)).toEqual({
    goal: 'KP1',
    direction: '1.1',
    status: 'partial',
    responsible: 'LIP',
    text: 'skolu',
  })
})

test('asks for nothing where a field is empty or names no status', () => {
  const filter = readActionFilter(new URLSearchParams('goal=&status=finished'))
  expect(Object.values(filter).every((value) => value === undefined)).toBe(true)
})

test('can ask for actions that nobody reported on', () => {
  expect(readActionFilter(new URLSearchParams('status=unreported')).status).toBe('unreported')
})

test('names everybody responsible once, in Latvian order', () => {
  const actions = ['Žanis', 'Anna', null, 'Žanis', 'Čika'].map((responsible) => anAction({ responsible }))
  expect(responsibleOf(actions)).toEqual(['Anna', 'Čika', 'Žanis'])
})
