import { expect, test } from 'vitest'
import { Refused } from '#platform/refuse.ts'
import { describeFailure } from './failure.ts'
import { textIn } from './texts.ts'

test('a refusal is said in the language of the command line and ends with 1', () => {
  const refused = new Refused(403, 'platform.refused.grant')
  expect(describeFailure(refused, textIn('lv'))).toEqual({
    message: 'Jums nav tiesību to darīt.',
    exitCode: 1,
  })
  expect(describeFailure(refused, textIn('en')).message).toBe('You have no right to do this.')
})

test('a defect ends with 2', () => {
  expect(describeFailure(new Error('no such file'), textIn('lv'))).toEqual({
    message: 'no such file',
    exitCode: 2,
  })
})
