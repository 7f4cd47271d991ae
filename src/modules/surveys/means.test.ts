import { describe, expect, test } from 'vitest'
import { meansOfGroups, meansOfItems, meansOfScopes } from './means.ts'
import { populationOf } from './population.ts'
import { aGroup, anItem, aTable } from './testing.ts'

const many = aGroup({ code: 'many', respondents: 300, population: populationOf(300, null, 2000) })
const few = aGroup({ code: 'few', respondents: 100, population: populationOf(100, null, 500) })
const unknown = aGroup({ code: 'unknown', respondents: 10 })

describe('meansOfItems', () => {
  test('keeps the three kinds apart', () => {
    expect(meansOfItems(aTable({ groups: [many, few], shares: [[60, 100]] }))).toEqual([
      {
        item: 'vision',
        means: {
          groups: ['many', 'few'],
          unweighted: 80,
          byRespondents: 70,
          byPopulation: { percent: 68, withoutGroups: [] },
        },
      },
    ])
  })

  test('names the groups whose size is not known', () => {
    const [one] = meansOfItems(aTable({ groups: [many, few, unknown], shares: [[60, 100, 50]] }))
    expect(one?.means).toMatchObject({
      unweighted: 70,
      byPopulation: { percent: 68, withoutGroups: ['unknown'] },
    })
  })

  test('has no mean by size when no size is known, and none at all when nobody was asked', () => {
    expect(meansOfItems(aTable({ groups: [unknown], shares: [[50]] }))[0]?.means?.byPopulation).toBeNull()
    expect(meansOfItems(aTable({ groups: [unknown], shares: [[null]] }))).toEqual([
      { item: 'vision', means: null },
    ])
  })
})

const table = aTable({
  groups: [many, few],
  items: [
    anItem({ code: '1.1', goal: 'KP1' }),
    anItem({ code: '1.2', goal: 'KP1' }),
    anItem({ code: '2.1', goal: 'KP2' }),
  ],
  shares: [
    [60, 100],
    [80, null],
    [40, 70],
  ],
})

test('meansOfGroups goes over all items and over those of each goal', () => {
  expect(
    meansOfGroups(table).map(({ group, scope, percent, withoutItems }) => [
      group,
      scope,
      percent,
      withoutItems,
    ]),
  ).toEqual([
    ['many', 'all', 60, []],
    ['many', 'KP1', 70, []],
    ['many', 'KP2', 40, []],
    ['few', 'all', 85, ['1.2']],
    ['few', 'KP1', 100, ['1.2']],
    ['few', 'KP2', 70, []],
  ])
})

test('meansOfScopes compares only groups that answered all of it', () => {
  expect(
    meansOfScopes(table).map(({ scope, means }) => [scope, means?.groups, means?.byRespondents]),
  ).toEqual([
    ['all', ['many'], 60],
    ['KP1', ['many'], 70],
    ['KP2', ['many', 'few'], 47.5],
  ])
})
