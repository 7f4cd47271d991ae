import { expect, test } from 'vitest'
import { voicesIn } from '../voices.ts'
import { meetingFields, readVoiceRows, typedVoices, voiceRows } from './voice-fields.ts'

const accounts = [{ value: 'acc-1', label: { lv: 'Zane Ozola', en: 'Zane Ozola' } }]

test('who is chosen by an account is kept by name, without the account', () => {
  const typed = { 'voice.1.account': 'acc-1', 'voice.1.stance': 'abstained' }
  const { voices, complaints } = readVoiceRows(typed, 4, accounts)
  expect(complaints).toEqual({})
  expect(voicesIn(voices)).toEqual([{ who: 'Zane Ozola', stance: 'abstained', remark: null }])
  expect(voices).not.toContain('acc-1')
})

test('a name that is typed goes before the account’s, as a post', () => {
  const typed = { 'voice.1.account': 'acc-1', 'voice.1.who': 'Direktore', 'voice.1.stance': 'agreed' }
  expect(voicesIn(readVoiceRows(typed, 1, accounts).voices)[0]?.who).toBe('Direktore')
})

test('what is typed, kept and drawn again is the same, whatever stands in it', () => {
  const voices = [
    { who: 'Vadītāja; “galvenā”', stance: 'objected' as const, remark: 'Nē – 3/4, 1E5 un 007' },
    { who: 'A. B.', stance: 'agreed' as const, remark: null },
  ]
  const rows = voiceRows(voices)
  expect(rows).toBeGreaterThan(2)
  expect(voicesIn(readVoiceRows(typedVoices(voices, rows), rows, []).voices)).toEqual(voices)
})

test('says all that is amiss, each where it stands', () => {
  const typed = {
    'voice.1.stance': 'objected',
    'voice.2.who': 'Skola | pirmā',
    'voice.3.who': 'Direktors',
    'voice.3.remark': 'viens\notrs',
  }
  const { complaints } = readVoiceRows(typed, 4, [])
  expect(Object.keys(complaints).toSorted()).toEqual([
    'voice.1.who',
    'voice.2.stance',
    'voice.2.who',
    'voice.3.remark',
    'voice.3.stance',
  ])
})

test('without accounts nobody is asked to choose one', () => {
  const names = meetingFields(1, { accounts: [], isRequired: true }).map(({ name }) => name)
  expect(names).not.toContain('voice.1.account')
  expect(meetingFields(1, { accounts, isRequired: true }).map(({ name }) => name)).toContain(
    'voice.1.account',
  )
})

test('one empty row is at hand below those filled in, the others when they are asked for', () => {
  const voice = { who: 'A. B.', stance: 'agreed' as const, remark: null }
  const fields = meetingFields(voiceRows([voice, voice]), { accounts, isRequired: true })
  const atHand = fields.filter(({ foldedUnder }) => foldedUnder === undefined).map(({ name }) => name)
  expect(atHand.filter((name) => name.endsWith('.who'))).toEqual([
    'voice.1.who',
    'voice.2.who',
    'voice.3.who',
  ])
  expect(fields.filter(({ foldedUnder }) => foldedUnder !== undefined).map(({ name }) => name)).toContain(
    'voice.4.stance',
  )
})
