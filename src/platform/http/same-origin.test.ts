import { describe, expect, test } from 'vitest'
import { isOwnPost } from './same-origin.ts'

const settled = { origin: 'https://izaugsme.lv' }

describe('a post to an installation whose address is set', () => {
  test('is ours from its own pages, whatever the proxy before it calls it', () => {
    expect(isOwnPost({ origin: 'https://izaugsme.lv', host: '10.0.0.5:3000' }, settled)).toBe(true)
    expect(isOwnPost({ origin: 'https://izaugsme.lv', 'sec-fetch-site': 'same-origin' }, settled)).toBe(true)
  })

  test.each([
    {},
    { origin: 'null' },
    { origin: '' },
    { origin: 'http://izaugsme.lv' },
    { origin: 'https://izaugsme.lv:8443' },
    { origin: 'https://evil.example' },
    { origin: 'https://izaugsme.lv.evil.example' },
    { origin: 'https://evil.izaugsme.lv', 'sec-fetch-site': 'same-site' },
    { origin: 'https://izaugsme.lv', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://izaugsme.lv', 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin' },
    { referer: 'https://izaugsme.lv/zinot' },
  ])('is not ours with %o', (headers) => {
    expect(isOwnPost({ host: 'izaugsme.lv', ...headers }, settled)).toBe(false)
  })
})

describe('a post to an installation whose address nobody has set', () => {
  test.each([
    ['http://127.0.0.1:3000', '127.0.0.1:3000'],
    ['http://localhost:3000', 'localhost:3000'],
    ['http://[::1]:3000', '[::1]:3000'],
    ['https://izaugsme.lv', 'izaugsme.lv'],
    ['https://izaugsme.lv', 'izaugsme.lv:443'],
    ['http://IZAUGSME.lv', 'izaugsme.lv:80'],
  ])('is ours from %s when it is called %s', (origin, host) => {
    expect(isOwnPost({ origin }, { hosts: [host] })).toBe(true)
  })

  test.each([
    ['http://localhost:3000', '127.0.0.1:3000'],
    ['https://evil.example', 'izaugsme.lv'],
    ['null', 'izaugsme.lv'],
    ['https://izaugsme.lv', 'a b'],
  ])('is not ours from %s when it is called %s', (origin, host) => {
    expect(isOwnPost({ origin }, { hosts: [host] })).toBe(false)
  })
})
