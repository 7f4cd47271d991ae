import { describe, expect, test } from 'vitest'
import { element } from '../form/testing.ts'
import type { DataCall } from '../model.ts'
import { problemsOfOpening } from './opening.ts'

const call = (more: Partial<DataCall> = {}) =>
  ({
    responsibleId: 'zane',
    deputyId: null,
    opensAt: new Date('2027-01-01T08:00:00Z'),
    dueAt: new Date('2027-02-01T08:00:00Z'),
    locksAt: new Date('2027-03-01T08:00:00Z'),
    ...more,
  }) as DataCall

const opening = (more: Partial<Parameters<typeof problemsOfOpening>[0]> = {}) =>
  problemsOfOpening({
    call: call(),
    form: { elements: [element('pupils')], checks: [] },
    asked: 3,
    unknown: [],
    mayAccept: new Set(['zane']),
    now: new Date('2026-12-01T08:00:00Z'),
    ...more,
  }).map(({ reason }) => reason)

describe('a call', () => {
  test('that has everything can be opened', () => {
    expect(opening()).toEqual([])
  })

  test('is told all reasons for which it cannot be, at once', () => {
    const outside = element('guesses', { isMinimum: false, reason: null })
    const check = {
      key: 'check_1',
      position: 0,
      expression: 'pupils <=',
      severity: 'hard' as const,
      message: { lv: 'a', en: 'a' },
    }
    const found = opening({
      call: call({ responsibleId: 'nobody', deputyId: 'else', locksAt: new Date('2026-01-01T08:00:00Z') }),
      form: { elements: [outside, element('total', { computed: 'boys + girls' })], checks: [check] },
      asked: 0,
      unknown: ['gone'],
      now: new Date('2028-01-01T08:00:00Z'),
    })
    expect(found).toEqual([
      'collection.opening.nobody',
      'collection.opening.unknown',
      'collection.opening.responsible',
      'collection.opening.deputy',
      'collection.opening.order',
      'collection.opening.past',
      'collection.opening.noReason',
      'collection.opening.computed',
      'collection.opening.check',
    ])
  })

  test('that asks nothing and has nobody responsible cannot be', () => {
    const found = opening({ call: call({ responsibleId: null }), form: { elements: [], checks: [] } })
    expect(found).toEqual(['collection.opening.noResponsible', 'collection.opening.nothing'])
  })
})
