import { expect, test } from 'vitest'
import { byWeight, type Found, forEach, type Rule, runRules } from './model.ts'

const found = (severity: Found['severity']): Found => ({
  severity,
  subjects: [],
  explanation: { lv: 'Ir.', en: 'There is.' },
})
const rule = (code: string, check: Rule<number>['check']): Rule<number> => ({
  code,
  title: { lv: code, en: code },
  explain: { lv: code, en: code },
  check,
})

test('every finding carries the code of the rule that made it, in the order of the rules', () => {
  const rules = [rule('odd', (n) => (n % 2 ? [found('notice')] : [])), rule('any', () => [found('obstacle')])]
  expect(runRules(rules, 1).map(({ code }) => code)).toEqual(['odd', 'any'])
  expect(runRules(rules, 2).map(({ code }) => code)).toEqual(['any'])
})

test('a rule for one is put to each of several', () => {
  const odd = rule('odd', (n) => (n % 2 ? [found('notice')] : []))
  expect(runRules([forEach(odd)], [1, 2, 3])).toHaveLength(2)
})

test('contradictions come before obstacles and obstacles before notices', () => {
  const mixed = [found('notice'), found('contradiction'), found('obstacle')]
  expect(mixed.toSorted(byWeight).map(({ severity }) => severity)).toEqual([
    'contradiction',
    'obstacle',
    'notice',
  ])
})
