import { expect, test } from 'vitest'
import { AskedValues, WrongValues } from '#platform/asked.ts'
import { readActionFilter, responsibleOf, writeActionFilter } from './action-query.ts'
import { anAction } from './testing.ts'

const ask = (query: string) => new AskedValues(new URLSearchParams(query))
const wrongIn = (query: string, plan?: Parameters<typeof readActionFilter>[1]) => {
  const asked = ask(query)
  readActionFilter(asked, plan)
  try {
    asked.demandRight()
    return []
  } catch (refused) {
    return refused instanceof WrongValues ? refused.wrong.map(({ parameter }) => parameter) : ['other']
  }
}

test('reads every field of the address, and each status of several', () => {
  const query =
    'goal=KP1&direction=1.1&status=partial&status=deferred&overdue=yes&responsible=LIP&text=+skolu+'
  expect(readActionFilter(ask(query))).toEqual({
    goal: 'KP1',
    direction: '1.1',
    states: ['partial', 'deferred'],
    isOverdue: true,
    responsible: 'LIP',
    text: 'skolu',
  })
})

test('asks for nothing where a field is empty', () => {
  const filter = readActionFilter(ask('goal=&status='))
  expect(Object.values(filter).every((value) => value === undefined)).toBe(true)
})

test('refuses a status that does not exist, and what the plan does not have', () => {
  const goals = [
    {
      code: 'KP1',
      position: 1,
      title: { lv: 'Mērķis', en: 'Goal' },
      short: { lv: 'Mērķis', en: 'Goal' },
      official: null,
      aim: null,
      continues: null,
      source: null,
      locator: null,
      directions: [],
    },
  ]
  expect(wrongIn('status=finished')).toEqual(['status'])
  expect(wrongIn('overdue=maybe')).toEqual(['overdue'])
  expect(wrongIn('goal=KP9&direction=9.9&responsible=LIP', { goals })).toEqual([
    'goal',
    'direction',
    'responsible',
  ])
  expect(wrongIn('goal=KP1&status=unreported&status=ended', { goals })).toEqual([])
})

test('asks the public API for the same', () => {
  expect(writeActionFilter({ goal: 'KP1', states: ['partial', 'deferred'], isOverdue: true })).toEqual({
    goal: 'KP1',
    status: 'partial,deferred',
    overdue: 'yes',
  })
})

test('names everybody responsible once, in Latvian order', () => {
  const actions = ['Žanis', 'Anna', null, 'Žanis', 'Čika'].map((responsible) => anAction({ responsible }))
  expect(responsibleOf(actions)).toEqual(['Anna', 'Čika', 'Žanis'])
})
