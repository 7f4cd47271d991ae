import { expect, test } from 'vitest'
import type { Indicator } from '../model.ts'
import { aBaseline, aMethodology, anIndicator, anObservation, aSeries } from '../testing.ts'
import { methodChangeInNote } from './method-change-in-note.ts'
import { aSet } from './testing.ts'

const check = (lv: string, given: Partial<Indicator> = {}) => {
  const results = [anObservation({ note: { lv, en: 'Note' } })]
  return methodChangeInNote.check(
    aSet([anIndicator({ series: [aSeries({ baseline: aBaseline(10), results })], ...given })]),
  )
}

test('finds a note that tells of changed rules or another calculation', () => {
  const [finding] = check('Pieaugumu izvērtējums skaidro ar grozīto MK noteikumu Nr. 220 regulējumu.')
  expect(finding).toMatchObject({ severity: 'notice', subjects: [{ key: '1', period: '2024/2025' }] })
  expect(finding?.explanation.lv).toBe(
    '1. rādītāja skaitļus 2024./2025. mācību gadā piezīme skaidro ar mainītiem noteikumiem vai aprēķinu, bet jauna metodoloģijas versija nav pieteikta. Nav zināms, vai tie salīdzināmi ar agrākajiem.',
  )
  expect(check('Aprēķins mainīts.')).toHaveLength(1)
})

test('accepts a change that the methodology states, and notes about other things', () => {
  const methodologies = [aMethodology(), aMethodology({ version: 2 })]
  expect(check('Aprēķins mainīts.', { methodologies })).toEqual([])
  expect(check('Šūnā norādīts 2024. gads.')).toEqual([])
  expect(check('Aprēķins pieejams pielikumā. Mainīts fonts.')).toEqual([])
})
