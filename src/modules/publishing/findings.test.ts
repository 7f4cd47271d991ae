import { describe, expect, test } from 'vitest'
import type { FindingSubject } from '#modules/indicators'
import { FINDING_COLUMNS, findingRow } from './finding-rows.ts'
import {
  addressOf,
  countBySeverity,
  FAMILIES,
  filterFindings,
  type GatheredFinding,
  groupByRule,
  readFindingFilter,
  rulesOf,
} from './findings.ts'

/** An obstacle that a rule on indicators found in indicator 5, unless told otherwise. */
function aFinding(given: Partial<GatheredFinding> = {}): GatheredFinding {
  return {
    code: 'target-missing',
    severity: 'obstacle',
    family: 'indicators',
    anchor: 'target-missing-1',
    subjects: [{ kind: 'indicator', code: '5' }],
    explanation: { lv: 'Mērķa nav.', en: 'There is no target.' },
    goals: ['KP1'],
    indicators: ['5'],
    actions: [],
    ...given,
  }
}

const target = aFinding()
const jump = aFinding({
  code: 'value-jump',
  severity: 'contradiction',
  anchor: 'value-jump-1',
  subjects: [{ kind: 'series', key: '6', indicator: '6', period: '2024/2025' }],
  explanation: { lv: 'Mērvienības atšķiras.', en: 'The units differ.' },
  indicators: ['6'],
})
const overdue = aFinding({
  code: 'action-without-deadline',
  family: 'strategy',
  anchor: 'action-without-deadline-1',
  subjects: [{ kind: 'action', code: '2.1.1' }],
  goals: ['KP2'],
  indicators: [],
  actions: ['2.1.1'],
})
const all = [target, jump, overdue]

describe('filterFindings', () => {
  test('finds everything while nothing is asked', () => {
    const filter = readFindingFilter(new URLSearchParams('severity=&q='))
    expect(filterFindings(all, filter)).toEqual(all)
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
    expect(filterFindings(all, readFindingFilter(new URLSearchParams(query)))).toEqual(found)
  })
})

test('puts findings under their rules, in the order of the rules, and leaves the others out', () => {
  const groups = groupByRule([overdue, target, jump])
  expect(groups.map(({ rule, findings }) => [rule.code, findings])).toEqual([
    ['value-jump', [jump]],
    ['target-missing', [target]],
    ['action-without-deadline', [overdue]],
  ])
})

test('counts findings by how much they weigh', () => {
  expect(countBySeverity(all)).toEqual({ total: 3, contradiction: 1, obstacle: 2, notice: 0 })
})

test('no two rules of a family share a code', () => {
  const codes = FAMILIES.flatMap((family) => rulesOf[family].map(({ code }) => `${family} ${code}`))
  expect(new Set(codes).size).toBe(codes.length)
})

test.each<[FindingSubject, string]>([
  [{ kind: 'indicator', code: 'K1' }, '/raditaji/K1'],
  [{ kind: 'series', key: '5/guardian', indicator: '5' }, '/raditaji/5#series-5-guardian'],
  [
    { kind: 'series', key: '5/guardian/preschool', indicator: '5', period: '2024/2025' },
    '/raditaji/5#figure-5-guardian-preschool-2024-2025',
  ],
  [{ kind: 'series', key: '5', indicator: '5', year: 2025 }, '/raditaji/5#figure-5-2025'],
  [{ kind: 'action', code: '1.1.3' }, '/ricibas-plans/1.1.3'],
  [{ kind: 'strategy' }, '/strategija'],
  [{ kind: 'strategy', part: 'decision' }, '/strategija#decision'],
  [{ kind: 'strategy', part: 'goal', code: 'KP1' }, '/strategija#KP1'],
  [{ kind: 'strategy', part: 'programme', code: 'talents' }, '/programmas#programme-talents'],
  [{ kind: 'strategy', part: 'programmeLinks' }, '/programmas#links'],
  [{ kind: 'claim', key: 'queues' }, '/datu-kvalitate/apgalvojumi#claim-queues'],
  [{ kind: 'source', key: 'evaluation' }, '/parskati#source-evaluation'],
  [{ kind: 'surveyGroup', survey: 'needs', group: 'heads' }, '/aptaujas/needs#group-heads'],
  [{ kind: 'surveyItem', survey: 'needs', item: 'n1', group: 'heads' }, '/aptaujas/needs#result-heads-n1'],
])('leads from %j to %s', (subject, address) => {
  expect(addressOf(subject)).toBe(address)
})

test('writes a finding as a row with its title, its subjects and their pages', () => {
  const row = findingRow(jump, '/liepaja')
  const cells = Object.fromEntries(FINDING_COLUMNS.map((column, index) => [column, row[index]]))
  expect(cells).toMatchObject({
    id: 'value-jump-1',
    severity: 'contradiction',
    title_en: 'Implausible jump',
    explanation_lv: 'Mērvienības atšķiras.',
    goals: 'KP1',
    subjects: 'series:6@2024/2025',
    pages: '/liepaja/raditaji/6#figure-6-2024-2025',
  })
})
