import { expect, test } from 'vitest'
import { isOfType } from './series-of-type.ts'

const by = (breakdown: Record<string, string>, institution_id: string | null = null) => ({
  breakdown,
  institution_id,
})
const preschool = { type: 'preschool', stages: [] }
const gymnasium = { type: 'stateGymnasium', stages: [] }

test('figures of all preschools are beside a preschool, and not beside a school', () => {
  expect(isOfType(by({ institutionType: 'preschool' }), preschool)).toBe(true)
  expect(isOfType(by({ institutionType: 'preschool' }), gymnasium)).toBe(false)
  expect(isOfType(by({ institutionType: 'school', respondent: 'pupil' }), gymnasium)).toBe(true)
})

test('the stages that an institution states go before those that its type has', () => {
  expect(isOfType(by({ stage: 'secondary' }), gymnasium)).toBe(true)
  expect(isOfType(by({ stage: 'secondary' }), { type: 'stateGymnasium', stages: ['basic'] })).toBe(false)
  expect(isOfType(by({ stage: 'basic' }), { type: 'stateGymnasium', stages: ['basic'] })).toBe(true)
})

test('figures of one institution, of everybody, or beside an unknown type say nothing of a type', () => {
  expect(isOfType(by({ institutionType: 'school' }, 'id'), gymnasium)).toBe(false)
  expect(isOfType(by({}), gymnasium)).toBe(false)
  expect(isOfType(by({ institutionType: 'school' }), { type: null, stages: [] })).toBe(false)
})
