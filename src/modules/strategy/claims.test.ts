import { describe, expect, test } from 'vitest'
import type { FindingSubject } from '#modules/findings'
import { judgeClaim, topicsOf } from './claims.ts'
import type { Claim } from './model.ts'
import { aClaim } from './testing.ts'

/** A count of the plan's actions, unless told otherwise. */
const aCount = (given: Partial<Claim> = {}) => aClaim({ kind: 'count', subjects: ['actions'], ...given })

describe('judgeClaim', () => {
  const [contradiction, obstacle, notice] = (['contradiction', 'obstacle', 'notice'] as const).map(
    (severity) => ({ severity }),
  ) as [{ severity: 'contradiction' }, { severity: 'obstacle' }, { severity: 'notice' }]

  test.each([
    ['refuted', [notice, contradiction], 'whole'],
    ['refuted', [contradiction], 'part'],
    ['unverifiable', [obstacle], 'whole'],
    ['unverifiable', [], 'none'],
    ['partly', [notice], 'whole'],
    ['partly', [], 'part'],
    ['confirmed', [], 'whole'],
  ] as const)('is %s by %j when the %s can be checked', (verdict, findings, coverage) => {
    expect(judgeClaim(findings, coverage)).toBe(verdict)
  })
})

describe('topicsOf', () => {
  const linkOf = (subject: FindingSubject) => ({
    subject,
    name: { lv: subject.kind, en: subject.kind },
    address: Object.values(subject).join(' '),
  })
  const find = (claim: Claim) => topicsOf(claim, indicators, linkOf)
  const indicators = new Map([
    ['5/guardian', '5'],
    ['5/teacher', '5'],
    ['5', '5'],
  ])

  test.each([
    [{}, '/ricibas-plans'],
    [{ goal: 'KP1' }, '/ricibas-plans?goal=KP1'],
    [{ goal: 'KP1', status: 'partial' }, '/ricibas-plans?goal=KP1&status=partial'],
    [{ status: 'implemented+inProgress' }, '/ricibas-plans'],
  ])('leads from a count of %j to %s', (filter, address) => {
    expect(find(aCount({ filter }))).toMatchObject([{ kind: 'actions', address }])
  })

  test('names the series of a trend, and the total of a sum at its period', () => {
    const subjects = ['5/guardian', '5/teacher']
    const series = (key: string, more: string[] = []) => ({
      kind: 'subject',
      isOfPlan: true,
      name: { lv: 'series', en: 'series' },
      address: ['series', key, '5', ...more].join(' '),
    })
    expect(find(aCount({ kind: 'trend', subjects }))).toEqual(subjects.map((key) => series(key)))
    const sum = aCount({ kind: 'sum', subjects, total: '5', toPeriod: '2024/2025' })
    expect(find(sum)).toEqual([...subjects, '5'].map((key) => series(key, ['2024/2025'])))
  })

  test('leaves out series that the data do not have', () => {
    expect(find(aCount({ kind: 'trend', subjects: ['9'] }))).toEqual([])
  })

  test('looks up the order of events at the council’s decision', () => {
    expect(find(aCount({ kind: 'order', subjects: ['decidedOn'] }))).toEqual([
      {
        kind: 'subject',
        isOfPlan: true,
        name: { lv: 'strategy', en: 'strategy' },
        address: 'strategy decision',
      },
    ])
  })
})
