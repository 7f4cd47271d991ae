import { expect, test } from 'vitest'
import { AskedValues } from '#platform/asked.ts'
import { readActionFilter, responsibleOf } from './action-query.ts'
import { anAction } from './testing.ts'

const ask = (query: string) => new AskedValues(new URLSearchParams(query))

test('reads every field of the address', () => {
  expect(readActionFilter(ask('goal=KP1&direction=1.1&status=partial&responsible=LIP&text=+skolu+'))).toEqual(
    {
      goal: 'KP1',
      direction: '1.1',
      status: 'partial',
      responsible: 'LIP',
      text: 'skolu',
    },
  )
})

test('asks for nothing where a field is empty', () => {
  const filter = readActionFilter(ask('goal=&status='))
  expect(Object.values(filter).every((value) => value === undefined)).toBe(true)
})

test('refuses what the plan does not have, all at once', () => {
  const asked = ask('goal=KP9&direction=9.9&status=finished&responsible=Neviens')
  readActionFilter(asked, { goals: [] })
  expect(() => asked.demandRight()).toThrow(
    expect.objectContaining({
      wrong: ['goal', 'direction', 'status', 'responsible'].map((parameter) =>
        expect.objectContaining({ parameter }),
      ),
    }),
  )
})

test('can ask for actions that nobody reported on', () => {
  expect(readActionFilter(ask('status=unreported')).status).toBe('unreported')
})

test('names everybody responsible once, in Latvian order', () => {
  const actions = ['Žanis', 'Anna', null, 'Žanis', 'Čika'].map((responsible) => anAction({ responsible }))
  expect(responsibleOf(actions)).toEqual(['Anna', 'Čika', 'Žanis'])
})
