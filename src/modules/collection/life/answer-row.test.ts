import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../model.ts'
import { answerOf, columnsOf } from './answer-row.ts'

const number = fc.integer({ min: 0, max: 1_000_000 })
const answers: fc.Arbitrary<Answer> = fc.oneof(
  number.map((value): Answer => ({ kind: 'count', number: value })),
  number.map((value): Answer => ({ kind: 'money', number: value / 100 })),
  fc
    .tuple(number, number)
    .map(([numerator, denominator]): Answer => ({ kind: 'share', numerator, denominator })),
  fc.constant<Answer>({ kind: 'date', day: '2026-09-01' }),
  fc.string().map((choice): Answer => ({ kind: 'choice', choice })),
  fc.string().map((text): Answer => ({ kind: 'text', text })),
  fc.uuid().map((fileId): Answer => ({ kind: 'photo', fileId })),
  fc
    .tuple(fc.constantFrom('notApplicable' as const, 'notAvailable' as const), fc.string())
    .map(([missing, reason]): Answer => ({ kind: 'missing', missing, reason })),
)

test('what is stored is what was answered', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      const kind = answer.kind === 'missing' ? 'count' : answer.kind
      expect(answerOf(columnsOf(kind, answer))).toEqual(answer)
    }),
  )
})

test('zero is stored as a number, and what is missing as no number', () => {
  expect(columnsOf('count', { kind: 'count', number: 0 })).toMatchObject({ number: 0, missing: null })
  const missing = { kind: 'missing', missing: 'notApplicable', reason: 'Nav 1. klases' } as const
  expect(columnsOf('count', missing)).toMatchObject({ number: null, missing: 'notApplicable' })
})
