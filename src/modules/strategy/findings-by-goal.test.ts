import { expect, test } from 'vitest'
import type { Finding, FindingSubject } from '#modules/indicators'
import { countFindingsByGoal } from './findings-by-goal.ts'
import { someData } from './testing.ts'

const about = (...subjects: FindingSubject[]): Finding => ({
  code: 'rule',
  severity: 'notice',
  subjects,
  explanation: { lv: 'Teikums.', en: 'Sentence.' },
})

test('counts findings about the actions and the indicators of a goal', () => {
  const findings = [
    about({ kind: 'action', code: '1.1.1' }),
    about({ kind: 'indicator', code: '1' }),
    about({ kind: 'series', key: '1', indicator: '1' }),
  ]
  expect(countFindingsByGoal(someData(), findings)).toEqual(new Map([['KP1', 3]]))
})

test('counts a finding about several things of one goal once', () => {
  const finding = about({ kind: 'action', code: '1.1.1' }, { kind: 'indicator', code: '1' })
  expect(countFindingsByGoal(someData(), [finding])).toEqual(new Map([['KP1', 1]]))
})

test('counts what is about the whole strategy, or about nothing that is known, for no goal', () => {
  const findings = [about({ kind: 'strategy' }), about({ kind: 'action', code: '9.9.9' })]
  expect(countFindingsByGoal(someData(), findings)).toEqual(new Map([['KP1', 0]]))
})
