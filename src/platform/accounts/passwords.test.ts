import { describe, expect, test } from 'vitest'
import { hashPassword, isPassword } from './passwords.server.ts'

describe('a kept password', () => {
  test('is argon2id with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('zilonis'), hashPassword('zilonis')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(other).not.toBe(one)
    expect(await isPassword('zilonis', one)).toBe(true)
    expect(await isPassword('zilonis ', one)).toBe(false)
  })

  test('is the same however its letters were composed', async () => {
    const kept = await hashPassword('kuģis'.normalize('NFD'))
    expect(await isPassword('kuģis'.normalize('NFC'), kept)).toBe(true)
  })

  test('that was damaged lets nobody in', async () => {
    expect(await isPassword('', '')).toBe(false)
    expect(await isPassword('x', 'x')).toBe(false)
  })

  test('is worked out for so many at once, and the rest is refused', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 80 }, () => hashPassword('zilonis')))
    const refused = asked.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThan(20)
    expect(refused[0]).toMatchObject({ reason: { status: 503 } })
  })
})
