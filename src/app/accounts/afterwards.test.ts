import { describe, expect, test } from 'vitest'
import { afterwardsOf, ownAddress } from './afterwards.server.ts'

describe('where to go after signing in', () => {
  test('is an address of ours', () => {
    expect(ownAddress('/darbs/liepaja?lapa=2')).toBe('/darbs/liepaja?lapa=2')
    expect(ownAddress('/en/darbs')).toBe('/en/darbs')
  })

  test.for([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/darbs\\..\\evil',
    '/\t/evil.example',
    '/./\u0000/x',
    'darbs',
    '',
  ])('is nowhere else: %s', (asked) => {
    expect(ownAddress(asked)).toBeUndefined()
    const address = `http://localhost/en/pieslegties?${new URLSearchParams({ uz: asked })}`
    expect(afterwardsOf(new Request(address))).toBe('/en/darbs')
  })

  test('stays a path when dots lead upwards', () => {
    expect(ownAddress('/darbs/../..//evil.example') ?? '/').not.toMatch(/^\/\//)
  })
})
