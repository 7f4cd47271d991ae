import { expect, test } from 'vitest'
import { mayHandIn } from './may-hand-in.ts'

const now = new Date('2026-11-30T12:00:00Z')
const correction = { isCorrection: true }
const ordinary = { isCorrection: false }

test.for([
  ['open', 'notStarted', null],
  ['open', 'draft', null],
  ['late', 'returned', ordinary],
  ['late', 'reopened', ordinary],
] as const)('while the call is %s, what is %s may be handed in', ([phase, state, decision]) => {
  expect(mayHandIn({ phase, state, decision }, now)).toEqual({ may: true, isCorrection: false })
})

test.for([
  ['draft', 'notStarted', 'collection.life.why.notOpen'],
  ['waiting', 'notStarted', 'collection.life.why.notOpen'],
  ['withdrawn', 'draft', 'collection.life.why.withdrawn'],
  ['open', 'submitted', 'collection.life.why.submitted'],
  ['open', 'accepted', 'collection.life.why.accepted'],
  ['open', 'excused', 'collection.life.why.excused'],
  ['locked', 'draft', 'collection.life.why.locked'],
] as const)('a call that is %s takes nothing that is %s', ([phase, state, why]) => {
  expect(mayHandIn({ phase, state, decision: null }, now)).toEqual({ may: false, why })
})

test('after the lock a correction may be handed in, and nothing that was given back before', () => {
  expect(mayHandIn({ phase: 'locked', state: 'reopened', decision: correction }, now)).toEqual({
    may: true,
    isCorrection: true,
  })
  expect(mayHandIn({ phase: 'locked', state: 'reopened', decision: ordinary }, now).may).toBe(false)
  expect(mayHandIn({ phase: 'locked', state: 'submitted', decision: correction }, now).may).toBe(false)
})

test('who was given more time has it to its last instant', () => {
  const late = { phase: 'locked', state: 'draft', decision: null, extendedTo: now } as const
  expect(mayHandIn(late, now).may).toBe(true)
  expect(mayHandIn(late, new Date(now.getTime() + 1)).may).toBe(false)
})
