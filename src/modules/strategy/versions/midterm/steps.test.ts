import { expect, test } from 'vitest'
import { aPlan, aProposal } from '../testing.ts'
import { nextStep, progressOf, stepsOf } from './steps.ts'

const ended = { on: '2026-01-01', reason: { lv: 'a', en: 'a' }, into: null }
const steps = stepsOf(aPlan({ '1.1.2': { ended } }))

test('the way leads through each goal and its actions, but not through what has ended', () => {
  expect(steps.map(({ code }) => code)).toEqual(['KP1', '1.1.1', '1.2.1', '1.2.2'])
})

test('the next stop is one that was not looked at, from the beginning again at the end', () => {
  const done = ['1.1.1', '1.2.2'].map((code) => aProposal({ code }))
  const at = (code: string) => ({ target: 'action' as const, code })
  expect(nextStep(steps, done)?.code).toBe('KP1')
  expect(nextStep(steps, done, at('1.1.1'))?.code).toBe('1.2.1')
  expect(nextStep(steps, done, at('1.2.1'))?.code).toBe('KP1')
  expect(progressOf(steps, done)).toEqual({ done: 2, total: 3 })
})

test('there is none once everything was looked at', () => {
  const all = steps.map((step) => aProposal(step))
  expect(nextStep(steps, all, steps[0])).toBeUndefined()
})
