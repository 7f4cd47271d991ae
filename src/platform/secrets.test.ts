import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decrypt, encrypt, pseudonymOf, secretsOf } from './secrets.ts'

const secrets = secretsOf('a secret of the settings, long enough')
const others = secretsOf('another secret of the settings, as long')

describe('an encrypted text', () => {
  test('is read again with the same secret in the same place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        expect(
          decrypt(secretsOf('a secret of the settings, long enough'), encrypt(secrets, text, place), place),
        ).toBe(text)
      }),
    )
  })

  test('tells nothing of itself, not even that it is the same', () => {
    const first = encrypt(secrets, '010190-12345', 'here')
    expect(first).not.toContain('12345')
    expect(encrypt(secrets, '010190-12345', 'here')).not.toBe(first)
  })

  test('is not read elsewhere, with another secret, nor when it was altered', () => {
    const encrypted = encrypt(secrets, '010190-12345', 'here')
    const altered = encrypted.slice(0, -2) + (encrypted.endsWith('AA') ? 'BB' : 'AA')
    expect(() => decrypt(secrets, encrypted, 'there')).toThrow()
    expect(() => decrypt(others, encrypted, 'here')).toThrow()
    expect(() => decrypt(secrets, altered, 'here')).toThrow()
    expect(() => decrypt(secrets, 'plain', 'here')).toThrow()
  })
})

test('a pseudonym is one for each identifier and secret', () => {
  const names = [
    pseudonymOf(secrets, '010190-12345'),
    pseudonymOf(secrets, '010190-12346'),
    pseudonymOf(others, '010190-12345'),
  ]
  expect(new Set(names).size).toBe(3)
  expect(pseudonymOf(secrets, '010190-12345')).toBe(names[0])
  expect(names.every((name) => /^[\w-]{43}$/.test(name))).toBe(true)
})
