import { describe, expect, test } from 'vitest'
import { createText } from '#platform/texts/text.ts'
import { toldOfForm } from '../form/told.ts'
import { collectionTexts } from '../texts/index.ts'
import { type FormState, sayState } from './say-state.ts'

const { words } = toldOfForm(createText('lv', collectionTexts.lv), {
  account: 'anna',
  municipality: 'town',
  submission: 'form',
  institution: 'school',
  address: '/darbs',
  number: 0,
  language: 'lv',
  form: { elements: [], checks: [] },
})
const calm: FormState = { waiting: 0, savedAt: null, trouble: null, copyOf: null, handInWaits: false }
const say = (news: Partial<FormState>) => sayState({ ...calm, ...news }, words, 'lv').join(' ')
const noon = new Date('2026-11-30T10:00:00Z')

describe('where the typed is', () => {
  test('is called saved only when nothing waits, by the time in Riga', () => {
    expect(say({ savedAt: noon })).toBe('Saglabāts serverī plkst. 12:00:00.')
    expect(say({ savedAt: noon, waiting: 1 })).not.toContain('Saglabāts')
    expect(say({ savedAt: noon, waiting: 1, trouble: { kind: 'away' } })).not.toContain('Saglabāts')
  })

  test.for([
    [1, '1 ieraksts vēl gaida šajā pārlūkā; serverī tā nav.'],
    [2, '2 ieraksti vēl gaida šajā pārlūkā; serverī to nav.'],
    [10, '10 ieraksti vēl gaida šajā pārlūkā; serverī to nav.'],
    [21, '21 ieraksts vēl gaida šajā pārlūkā; serverī tā nav.'],
  ] as const)('is said of %i entries in good Latvian', ([waiting, sentence]) => {
    expect(say({ waiting, trouble: { kind: 'away' } })).toContain(sentence)
  })

  test('says why the server did not take it, in its own words', () => {
    expect(say({ waiting: 1, trouble: { kind: 'refused', why: 'Datu vākšana ir slēgta.' } })).toContain(
      'Serveris ierakstus nepieņēma: Datu vākšana ir slēgta.',
    )
  })

  test('never says that something was handed in which only waits', () => {
    expect(say({ handInWaits: true, trouble: { kind: 'away' } })).toContain('Veidlapa vēl nav iesniegta.')
  })
})
