import { describe, expect, test } from 'vitest'
import { analyse } from '../api/analysis-document.server.ts'
import { itemsByGoal, missingOf } from '../cell.ts'
import { citationsOf } from '../citations.ts'
import { countGaps, orderGaps } from '../gap-order.ts'
import { findGaps } from '../gaps.ts'
import { populationOf } from '../population.ts'
import { responseOf, sortByResponse } from '../response.ts'
import { aGroup, anItem, aSurvey, aTable, wholePercent } from '../testing.ts'

const teachers = aGroup({ respondents: 216, responseShare: wholePercent(43) })
const heads = aGroup({ code: 'heads', respondents: 10 })
const items = [anItem(), anItem({ code: 'mission', position: 2, goal: 'G1' })]
const table = aTable({
  groups: [teachers, heads],
  items,
  shares: [
    [80, null],
    [90, 40],
  ],
})

describe('responseOf', () => {
  test('takes the printed share, else the known size, else nothing', () => {
    expect(responseOf(teachers)).toEqual({ percent: 43, decimals: 0 })
    expect(responseOf(aGroup({ respondents: 50, population: populationOf(50, null, 200) }))).toEqual({
      percent: 25,
      decimals: 1,
    })
    expect(responseOf(heads)).toBeNull()
  })
  test('tells groups with a low response from the others', () => {
    const few = aGroup({ code: 'few', responseShare: wholePercent(29) })
    const enough = aGroup({ code: 'enough', responseShare: wholePercent(30) })
    expect(sortByResponse([few, enough, heads])).toEqual({
      low: [few],
      sufficient: [enough],
      unknown: [heads],
    })
  })
})

test('items without a share stand under the reason', () => {
  expect(missingOf(table, heads)).toEqual([['notAsked', [items[0]]]])
  expect(missingOf({ ...table, results: [] }, teachers)).toEqual([['notReported', items]])
})

test('items stand under their goals', () => {
  expect(itemsByGoal(table)).toEqual([
    [null, [items[0]]],
    ['G1', [items[1]]],
  ])
})

test('certain gaps stand first, however wide the others are', () => {
  const many = [aGroup({ code: 'a', respondents: 900 }), aGroup({ code: 'b', respondents: 900 }), heads]
  const gaps = orderGaps(findGaps(aTable({ groups: many, shares: [[80, 60, 50]] })))
  expect(gaps.map(({ verdict, points }) => [verdict, points])).toEqual([
    ['certain', 20],
    ['tooSmall', 30],
    ['tooSmall', 10],
  ])
  expect(countGaps(gaps)).toEqual({ certain: 1, uncertain: 0, tooSmall: 2 })
})

test('each place in a document is named once', () => {
  const cited = { source: 'report', locator: 'table 1' }
  const survey = aSurvey(cited)
  const found = citationsOf(
    aTable({ survey, groups: [aGroup(cited), aGroup({ ...cited, code: 'heads' })], shares: [[80, 70]] }),
  )
  expect(found).toEqual([
    {
      source: 'report',
      parts: [
        { part: 'survey', locators: ['table 1'] },
        { part: 'groups', locators: ['table 1'] },
      ],
    },
  ])
})

test('the analysis for programs holds what the page shows', () => {
  const { survey, gaps, means } = analyse(table)
  expect(survey).toBe(table.survey.key)
  expect(gaps).toHaveLength(1)
  expect(means.ofItems.map(({ item }) => item)).toEqual(items.map(({ code }) => code))
})
