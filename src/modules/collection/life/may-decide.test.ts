import { describe, expect, test } from 'vitest'
import { mayDecide } from './may-decide.ts'
import type { Submission } from './submission.ts'

const handedIn = {
  version: 1,
  author: 'head',
  at: new Date('2026-11-01T00:00:00Z'),
  minutes: null,
  answered: 3,
  missing: 0,
  soft: 0,
}
const decision = (isCorrection: boolean): Submission['decision'] => ({
  number: 1,
  version: 1,
  kind: 'reopened',
  decidedBy: 'specialist',
  at: new Date('2026-11-02T00:00:00Z'),
  reason: 'x',
  remarks: [],
  isCorrection,
})
const standing = (state: Submission['state'], more: Partial<Submission> = {}) => ({
  submission: { state, handedIn, decision: null, ...more },
  phase: 'open' as const,
  accountId: 'specialist',
  typists: ['head', 'coordinator'],
})

describe('accepting', () => {
  test('is for somebody else than who handed in or typed', () => {
    const submitted = standing('submitted')
    expect(mayDecide('accepted', submitted)).toEqual({ may: true, isCorrection: false })
    expect(mayDecide('accepted', { ...submitted, accountId: 'head' })).toEqual({
      may: false,
      why: 'collection.life.decide.author',
    })
    expect(mayDecide('accepted', { ...submitted, accountId: 'coordinator' })).toEqual({
      may: false,
      why: 'collection.life.decide.typist',
    })
    expect(mayDecide('returned', { ...submitted, accountId: 'coordinator' }).may).toBe(true)
  })

  test('takes what is handed in and not decided on', () => {
    expect(mayDecide('accepted', standing('accepted')).may).toBe(false)
    expect(mayDecide('accepted', standing('draft', { handedIn: null })).may).toBe(false)
    expect(mayDecide('accepted', standing('returned')).may).toBe(false)
    expect(mayDecide('accepted', standing('excused')).may).toBe(false)
  })
})

describe('reopening', () => {
  test('is for what is accepted, and a correction after the lock', () => {
    expect(mayDecide('reopened', standing('accepted'))).toEqual({ may: true, isCorrection: false })
    expect(mayDecide('reopened', { ...standing('accepted'), phase: 'locked' })).toEqual({
      may: true,
      isCorrection: true,
    })
    expect(mayDecide('reopened', standing('submitted')).may).toBe(false)
  })

  test('frees after the lock what was given back before it, and nothing twice', () => {
    const stuck = { ...standing('returned', { decision: decision(false) }), phase: 'locked' as const }
    expect(mayDecide('reopened', stuck)).toEqual({ may: true, isCorrection: true })
    const free = { ...standing('reopened', { decision: decision(true) }), phase: 'locked' as const }
    expect(mayDecide('reopened', free).may).toBe(false)
  })
})
