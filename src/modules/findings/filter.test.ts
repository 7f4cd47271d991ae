import { describe, expect, test } from 'vitest'
import { filterFindings, groupByRule, readFindingFilter } from './filter.ts'
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
  const groups = groupByRule(families, [overdue, target, jump])
  expect(groups.map(({ rule: { code }, findings }) => [code, findings])).toEqual([
    ['value-jump', [jump]],
    ['target-missing', [target]],
    ['action-without-deadline', [overdue]],
  ])
})

test('counts findings by how much they weigh', () => {
  expect(countBySeverity(all)).toEqual({ total: 3, contradiction: 1, obstacle: 2, notice: 0 })
})
