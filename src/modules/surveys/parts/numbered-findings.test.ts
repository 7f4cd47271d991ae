import { expect, test } from 'vitest'
import type { Finding } from '#modules/findings'
import { surveyAnchor } from '../anchors.ts'
import { anchorsOf, flagsOf, numberFindings } from './numbered-findings.ts'

const finding = (subjects: Finding['subjects']): Finding => ({
  code: 'survey-small-group',
  severity: 'notice',
  subjects,
  explanation: { lv: '', en: '' },
})

test('a subject stands where its group, its item or its figure stands', () => {
  expect(surveyAnchor({ kind: 'surveyGroup', survey: 'one', group: 'heads' })).toBe('group-heads')
  expect(surveyAnchor({ kind: 'surveyItem', survey: 'one', item: '1.1' })).toBe('item-1.1')
  expect(surveyAnchor({ kind: 'surveyItem', survey: 'one', item: '1.1', group: 'heads' })).toBe(
    'result-heads-1.1',
  )
})

test('codes with signs that an address cannot hold get dashes', () => {
  expect(surveyAnchor({ kind: 'surveyGroup', survey: 'one', group: 'a b#c' })).toBe('group-a-b-c')
})

test('findings are numbered from one and carry the name of their rule', () => {
  const [first, second] = numberFindings([finding([]), { ...finding([]), code: 'unheard-of' }])
  expect(first).toMatchObject({ number: 1, anchor: 'finding-1', title: { en: 'Small group' } })
  expect(second).toMatchObject({ number: 2, title: { en: 'unheard-of' } })
})

test('every place is told all that is said about it, once each', () => {
  const heads = { kind: 'surveyGroup', survey: 'one', group: 'heads' } as const
  const vision = { kind: 'surveyItem', survey: 'one', item: 'vision' } as const
  const findings = numberFindings([finding([heads, vision, heads]), finding([heads])])
  expect(findings.map(anchorsOf)).toEqual([['group-heads', 'item-vision'], ['group-heads']])
  const flags = flagsOf(findings)
  expect(flags.get('group-heads')?.map(({ number }) => number)).toEqual([1, 2])
  expect(flags.get('item-vision')?.map(({ number }) => number)).toEqual([1])
})
