import { expect, test } from 'vitest'
import { fold, wordsIn } from './fold.ts'

test('fold forgets case and every Latvian diacritic', () => {
  expect(fold('ĀČĒĢĪĶĻŅŠŪŽ')).toBe('acegiklnsuz')
})

test('words are folded, and spaces around them are none', () => {
  expect(wordsIn('  Rādītājs  KP2 ')).toEqual(['raditajs', 'kp2'])
  expect(wordsIn('   ')).toEqual([])
})
