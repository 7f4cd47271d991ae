import { describe, expect, test } from 'vitest'
import { AskedValues } from '#platform/asked.ts'
import { filterFindings, groupByWeight, readFindingFilter } from './filter.ts'
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
  const rule = (code: string) => ({ code, title: { lv: code, en: code }, explain: { lv: code, en: code } })
  const known = {
    families: [
      { name: 'indicators', rules: ['value-jump', 'target-missing'].map(rule) },
      { name: 'strategy', rules: [rule('action-without-deadline')] },
    ],
    facets: [
      { name: 'goal', codes: ['KP1', 'KP2', 'KP3'] },
      { name: 'indicator', codes: ['5', '6'] },
      { name: 'action', codes: ['2.1.1'] },
    ],
  }
  const find = (query: string) => {
    const asked = new AskedValues(new URLSearchParams(query))
    const filter = readFindingFilter(asked, known)
    asked.demandRight()
    return filterFindings(all, filter)
  }

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
    ['goal=KP3', []],
    ['goal=KP2&goal=KP1&severity=obstacle', [target, overdue]],
    ['severity=contradiction&severity=obstacle&code=value-jump&code=target-missing', [target, jump]],
  ])('answers %s', (query, found) => {
    expect(find(query)).toEqual(found)
  })
})

test('puts contradictions first, then what cannot be judged, whatever rules made them', () => {
  const notice = { ...jump, severity: 'notice' as const }
  const counts = [
    { family: 'indicators', code: 'target-missing', severity: 'obstacle', count: 1 },
    { family: 'strategy', code: 'action-without-deadline', severity: 'obstacle', count: 4 },
    { family: 'indicators', code: 'value-jump', severity: 'contradiction', count: 3 },
    { family: 'indicators', code: 'value-jump', severity: 'notice', count: 2 },
  ] as const
  expect(groupByWeight([jump, target, overdue, notice], counts)).toEqual([
    { severity: 'contradiction', count: 3, findings: [jump] },
    { severity: 'obstacle', count: 5, findings: [target, overdue] },
    { severity: 'notice', count: 2, findings: [notice] },
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
