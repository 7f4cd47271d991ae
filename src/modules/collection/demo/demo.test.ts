import { describe, expect, test } from 'vitest'
import { Random } from '#platform/generate/random.ts'
import { phaseOf } from '../calls/phase.ts'
import { evaluateChecks, problemsOfExpression, withComputed } from '../checks/index.ts'
import { findUnanswered } from '../form/read-answers.ts'
import { demoCalls, momentsOf } from './calls.ts'
import { asked, DEMO_ELEMENTS } from './elements.ts'
import { fateOf } from './fates.ts'
import { inventAnswers } from './figures.ts'

const ids = new Map(DEMO_ELEMENTS.map(({ key }) => [key, key]))
const now = new Date('2026-11-30T12:00:00Z')

describe('the calls of the demonstration', () => {
  test('are in each state that there is', () => {
    const phases = demoCalls(2026).map((call) =>
      phaseOf({ ...momentsOf(call, '2026-11-30'), state: call.state }, now),
    )
    expect(new Set(phases)).toEqual(new Set(['locked', 'open', 'late', 'waiting', 'draft', 'withdrawn']))
    expect(new Set(demoCalls(2026).map(({ key }) => key)).size).toBe(demoCalls(2026).length)
  })

  test('have institutions in each state', () => {
    const fates = Array.from({ length: 30 }, (_, index) => fateOf('mixed', index))
    expect(new Set(fates)).toEqual(
      new Set(['accepted', 'submitted', 'returned', 'draft', 'failed', 'excused', 'notStarted']),
    )
  })

  test.each(demoCalls(2026))(
    '$key asks what can be asked, and invented answers hold',
    ({ elements: keys, optional, checks }) => {
      const elements = asked(ids, keys, optional)
      for (const { expression } of checks) expect(problemsOfExpression(expression, { elements })).toEqual([])
      for (const type of [
        'preschool',
        'basicSchool',
        'secondarySchool',
        'stateGymnasium',
        'developmentCentre',
      ]) {
        const invented = inventAnswers(elements, {
          type,
          year: 2,
          day: '2026-11-01',
          own: new Random(type),
          random: new Random('x'),
        })
        const answers = withComputed(elements, invented)
        expect(findUnanswered(elements, answers)).toEqual([])
        const hard = { elements, checks: checks.filter(({ severity }) => severity === 'hard') }
        expect(evaluateChecks(hard, answers, {}).map(({ outcome }) => outcome)).toEqual(
          hard.checks.map(() => 'held'),
        )
      }
    },
  )
})
