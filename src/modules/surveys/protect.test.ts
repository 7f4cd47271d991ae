import { feasibleCounts } from '@izaugsme/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findGaps } from './gaps.ts'
import { meansOfGroups, meansOfItems } from './means.ts'
import type { SurveyTable } from './model.ts'
import { isHidden, protectTable } from './protect.ts'
import { aGroup, anItem, aResult, aTable, wholePercent } from './testing.ts'
import { RULES } from './testing-rules.ts'

const shareOf = (respondents: number, share: number, minors: boolean | null = false, rules = RULES) =>
  protectTable(aTable({ groups: [aGroup({ respondents, minors })], shares: [[share]] }), rules).results[0]

describe('a share', () => {
  test('is covered when few people gave the answer or did not', () => {
    expect(shareOf(10, 40)).toMatchObject({ share: null, missing: 'confidential', isCovered: true })
    expect(shareOf(10, 60)).toMatchObject({ share: null })
    expect(shareOf(10, 50)).toMatchObject({ share: 50, missing: null })
  })
  test('is covered when all or nobody answered so, unless a rule prints that', () => {
    const printing = { ...RULES, adultAnswers: { ...RULES.adultAnswers, zeros: 'print' as const } }
    expect(shareOf(200, 100)?.share).toBeNull()
    expect(shareOf(200, 0)?.share).toBeNull()
    expect(shareOf(20, 100, false, printing)?.share).toBe(100)
    expect(shareOf(9, 100, false, printing)?.share).toBeNull()
  })
  test('is covered when any whole count that prints so is too small', () => {
    // 2 % of 216 may be 4 or 5.
    expect(feasibleCounts(0.02, 216, 0)).toEqual([4, 5])
    expect(shareOf(216, 2)?.share).toBeNull()
    expect(shareOf(216, 3)?.share).toBe(3)
  })
  test('is judged by its neighbours when no whole count prints so', () => {
    expect(shareOf(29, 65)?.share).toBe(65)
    expect(shareOf(29, 85)?.share).toBeNull()
  })
  test('of minors, and of those of whom nobody says, has the stricter rule', () => {
    expect([true, null, false].map((minors) => shareOf(29, 24, minors)?.share)).toEqual([null, null, 24])
  })
  test('of too few people leaves nothing by which it could be told', () => {
    const table = aTable({ groups: [aGroup({ respondents: 12 })] })
    const results = [aResult({ share: 33.3333, decimals: 4 })]
    const told = JSON.stringify(protectTable({ ...table, results }, RULES))
    expect(told).not.toMatch(/33[.,]3/)
    expect(told).toContain('"decimals":0')
  })
})

test('a small group keeps its number and its response to itself', () => {
  const group = aGroup({ respondents: 7, responseShare: { percent: 43.2, decimals: 1 } })
  const [shown] = protectTable(aTable({ groups: [group], shares: [[50]] }), RULES).groups
  expect(shown).toMatchObject({
    respondents: null,
    fewerThan: 10,
    responseShare: null,
    population: { kind: 'unknown' },
  })
})

describe('a printed mean', () => {
  const groups = [aGroup(), aGroup({ code: 'heads', respondents: 10 })]
  const items = [
    anItem({ printedMean: wholePercent(65) }),
    anItem({ code: 'mission', goal: 'G1', printedMean: wholePercent(60) }),
  ]
  const mean = { scope: 'all', percent: 60, decimals: 0, source: null, locator: null }
  const table = aTable({
    groups,
    items,
    shares: [
      [80, 50],
      [80, 40],
    ],
    printedMeans: [
      { ...mean, group: 'teachers' },
      { ...mean, group: 'heads' },
      { ...mean, group: 'heads', scope: 'G1' },
    ],
  })
  const shown = protectTable(table, RULES)
  test('goes with any part of it that is covered', () => {
    expect(shown.items.map(({ printedMean }) => printedMean?.percent)).toEqual([65, undefined])
    expect(shown.items[1]?.isMeanCovered).toBe(true)
    expect(shown.printedMeans.map(({ percent }) => percent)).toEqual([60, null, null])
  })
  test('that we compute goes over what is shown', () => {
    expect(meansOfItems(shown).map(({ means }) => means?.groups)).toEqual([
      ['teachers', 'heads'],
      ['teachers'],
    ])
    expect(meansOfGroups(shown).find(({ group }) => group === 'heads')).toMatchObject({
      items: ['vision'],
      withoutItems: ['mission'],
    })
  })
  test('goes with a share that the source keeps to itself', () => {
    const results = table.results.map((one) =>
      one.group === 'heads' ? { ...one, share: null, missing: 'confidential' as const } : one,
    )
    expect(protectTable({ ...table, results }, RULES).items[0]?.printedMean).toBeNull()
  })
})

const tables = fc
  .record({
    sizes: fc.array(fc.integer({ min: 3, max: 60 }), { minLength: 1, maxLength: 4 }),
    itemCount: fc.integer({ min: 1, max: 4 }),
    seed: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }),
  })
  .map(({ sizes, itemCount, seed }): SurveyTable => {
    const groups = sizes.map((respondents, index) => aGroup({ code: `g${index}`, respondents }))
    const shares = Array.from({ length: itemCount }, (_, row) =>
      sizes.map((size, column) =>
        Math.round((100 * Math.round((seed[row * 4 + column] ?? 0) * size)) / size),
      ),
    )
    const meanOf = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
    return aTable({
      groups,
      items: shares.map((row, index) =>
        anItem({ code: `i${index}`, printedMean: { percent: Number(meanOf(row).toFixed(6)), decimals: 6 } }),
      ),
      shares,
      printedMeans: groups.map(({ code: group }, column) => ({
        group,
        scope: 'all',
        percent: Number(meanOf(shares.map((row) => row[column] ?? 0)).toFixed(6)),
        decimals: 6,
        source: null,
        locator: null,
      })),
    })
  })

/**
 * Least and largest percentage that each covered share can have for whoever adds up the printed means that are shown;
 * narrowed until nothing changes.
 */
function attack(shown: SurveyTable, parts: SurveyTable): Map<string, [number, number]> {
  const ranges = new Map(
    shown.results.map(({ group, item, share }): [string, [number, number]] => [
      `${group} ${item}`,
      share === null ? [0, 100] : [share, share],
    ]),
  )
  const cellsOf = (isPart: (one: { group: string; item: string }) => boolean) =>
    parts.results.filter(isPart).map(({ group, item }) => `${group} ${item}`)
  const sums = [
    ...shown.items.flatMap(({ code, printedMean }) =>
      printedMean ? [{ mean: printedMean.percent, cells: cellsOf(({ item }) => item === code) }] : [],
    ),
    ...shown.printedMeans.flatMap(({ group: of, percent }) =>
      percent === null ? [] : [{ mean: percent, cells: cellsOf(({ group }) => group === of) }],
    ),
  ]
  for (let round = 0; round < 5; round++)
    for (const { mean, cells } of sums)
      for (const cell of cells) {
        const others = cells.filter((one) => one !== cell).map((one) => ranges.get(one) ?? [0, 100])
        const sum = (end: 0 | 1) => others.reduce((total, range) => total + (range[end] ?? 0), 0)
        const [low, high] = ranges.get(cell) ?? [0, 100]
        ranges.set(cell, [
          Math.max(low, mean * cells.length - sum(1) - 0.01),
          Math.min(high, mean * cells.length - sum(0) + 0.01),
        ])
      }
  return ranges
}

const widthsOf = (shown: SurveyTable, parts: SurveyTable) => {
  const ranges = attack(shown, parts)
  return shown.results.flatMap(({ group, item, isCovered }) => {
    const [low, high] = ranges.get(`${group} ${item}`) ?? [0, 100]
    return isCovered ? high - low : []
  })
}

describe('whoever adds up what is shown', () => {
  test('learns nothing of a covered share but that it is covered', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(widthsOf(protectTable(table, RULES), table).every((width) => width === 100)).toBe(true)
      }),
    )
  })
  test('would learn it from a mean that stayed', () => {
    const groups = [aGroup(), aGroup({ code: 'heads', respondents: 10 })]
    const table = aTable({ groups, items: [anItem({ printedMean: wholePercent(60) })], shares: [[80, 40]] })
    const leaky = { ...protectTable(table, RULES), items: table.items }
    expect(widthsOf(leaky, table)[0]).toBeLessThan(1)
  })
  test('sees as many counts as the rule leaves', () => {
    const hidden = Array.from({ length: 30 }, (_, count) => count).filter((count) =>
      isHidden(count, 29, RULES.adultAnswers),
    )
    expect(hidden).toEqual([0, 1, 2, 3, 4, 25, 26, 27, 28, 29])
  })
  test('gets the same gaps and means, whatever is covered', () => {
    const groups = [
      aGroup(),
      aGroup({ code: 'parents', respondents: 300 }),
      aGroup({ code: 'heads', respondents: 10 }),
    ]
    const told = [10, 20, 30].map((share) => {
      const shown = protectTable(aTable({ groups, shares: [[80, 60, share]] }), RULES)
      return JSON.stringify([findGaps(shown), meansOfItems(shown), meansOfGroups(shown)])
    })
    expect(new Set(told).size).toBe(1)
  })
})
