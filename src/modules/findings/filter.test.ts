import { describe, expect, test } from 'vitest'
import { filterFindings, groupByRule, groupByWeight, readFindingFilter } from './filter.ts'
import { countBySeverity, type GatheredFinding } from './gather.ts'
import { aFinding } from './testing.ts'

const target = aFinding()
const jump = aFinding({
  code: 'value-jump',
  severity: 'contradiction',
  anchor: 'value-jump-1',
  explanation: { lv: 'Mērvienības atšķiras.', en: 'The units differ.' },
  belongsTo: { goal: ['KP1'], indicator: ['6'] },
})
const overdue = aFinding({
  code: 'action-without-deadline',
  family: 'strategy',
  anchor: 'action-without-deadline-1',
  belongsTo: { goal: ['KP2'], action: ['2.1.1'] },
})
const all = [target, jump, overdue]

describe('filterFindings', () => {
  const facets = ['goal', 'indicator', 'action']
  const find = (query: string) => filterFindings(all, readFindingFilter(new URLSearchParams(query), facets))

  test('finds everything while nothing is asked', () => {
    expect(find('severity=&q=')).toEqual(all)
  })

  test.each<[string, GatheredFinding[]]>([
    ['severity=contradiction', [jump]],
    ['code=value-jump', [jump]],
    ['family=strategy', [overdue]],
    ['goal=KP1', [target, jump]],
    ['goal=KP1&indicator=5', [target]],
    ['action=2.1.1', [overdue]],
    ['q=MERVIENIBAS+atšķiras', [jump]],
    ['q=mērvienības+mērķa', []],
    ['goal=KP9', []],
  ])('answers %s', (query, found) => {
    expect(find(query)).toEqual(found)
  })
})

test('puts findings under their rules, in the order of the rules, and leaves the others out', () => {
  const rule = (code: string) => ({ code, title: { lv: code, en: code }, explain: { lv: code, en: code } })
  const families = [
    { name: 'indicators', rules: [rule('value-jump'), rule('share-impossible'), rule('target-missing')] },
    { name: 'strategy', rules: [rule('action-without-deadline')] },
  ]
  const counts = [
    { family: 'indicators', code: 'value-jump', severity: 'contradiction', count: 7 },
    { family: 'indicators', code: 'target-missing', severity: 'obstacle', count: 1 },
    { family: 'strategy', code: 'action-without-deadline', severity: 'obstacle', count: 1 },
  ] as const
  const groups = groupByRule(families, [overdue, target, jump], counts)
  expect(groups.map(({ rule: { code }, findings, count }) => [code, findings, count])).toEqual([
    ['value-jump', [jump], 7],
    ['target-missing', [target], 1],
    ['action-without-deadline', [overdue], 1],
  ])
})

test('puts contradictions first, then what cannot be judged, each under their rules', () => {
  const rule = (code: string) => ({ code, title: { lv: code, en: code }, explain: { lv: code, en: code } })
  const families = [
    { name: 'indicators', rules: [rule('target-missing'), rule('value-jump')] },
    { name: 'strategy', rules: [rule('action-without-deadline')] },
  ]
  const notice = { ...jump, severity: 'notice' as const }
  const counts = [
    { family: 'indicators', code: 'target-missing', severity: 'obstacle', count: 1 },
    { family: 'indicators', code: 'value-jump', severity: 'contradiction', count: 3 },
    { family: 'indicators', code: 'value-jump', severity: 'notice', count: 2 },
  ] as const
  const weights = groupByWeight(families, [target, jump, notice], counts)
  expect(
    weights.map(({ severity, groups, count }) => [severity, count, groups.map(({ rule: { code } }) => code)]),
  ).toEqual([
    ['contradiction', 3, ['value-jump']],
    ['obstacle', 1, ['target-missing']],
    ['notice', 2, ['value-jump']],
  ])
})

test('counts findings by how much they weigh', () => {
  expect(countBySeverity(all.map(({ severity }) => ({ severity, count: 2 })))).toEqual({
    total: 6,
    contradiction: 2,
    obstacle: 4,
    notice: 0,
  })
})
