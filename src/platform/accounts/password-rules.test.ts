import { describe, expect, test } from 'vitest'
import { passwordProblem } from './password-rules.ts'

const own = ['Anna Ozoliņa', 'anna.ozolina@liepaja.lv', 'izaugsme']
const problemOf = (password: string) => passwordProblem(password, own)

describe('a password', () => {
  test('has at least twelve characters, whatever they are', () => {
    expect(problemOf('Ab1!Ab1!Ab1')).toBe('short')
    expect(problemOf('zils kuģis peld')).toBeUndefined()
    expect(problemOf('🐘🐘🐘🦒🦒🦒🐘🦒🐘🦒🐘')).toBe('short')
    expect(problemOf('x'.repeat(201))).toBe('long')
  })

  test.for([
    'password1234',
    'Parole123456',
    'P@ssw0rd1234',
    '123456789012',
    'qwertyuiop123',
    'aaaaaaaaaaaa',
    'paroleparole',
    'abcdefghijkl',
    'izaugsme2026',
    'leavemealone',
    'Sonyericsson!',
    'q1w2e3r4t5y6',
    '2024juventus2024',
  ])('that many use is refused: %s', (password) => {
    expect(problemOf(password)).toBe('common')
  })

  test('is more than who one is', () => {
    expect(problemOf('AnnaOzolina1')).toBe('own')
    expect(problemOf('ozolina-liepaja')).toBe('own')
    expect(problemOf('Annas suns rej naktī')).toBeUndefined()
  })
})
