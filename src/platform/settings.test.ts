import { describe, expect, test } from 'vitest'
import { mayKeepPersons, readSettings } from './settings.server.ts'

describe('the settings', () => {
  test('have a default each', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      demo: 'liepaja',
      address: undefined,
      proxies: [],
    })
  })

  test('a setting that is empty is as if it were not there', () => {
    expect(readSettings({ IZAUGSME_ADDRESS: '', PORT: '' })).toEqual(readSettings({}))
  })

  test('name what is wrong and what it should be, all at once', () => {
    const read = () => readSettings({ PORT: 'x', IZAUGSME_ADDRESS: 'izaugsme.lv', IZAUGSME_PROXY: 'proxy' })
    expect(read).toThrow(/PORT: .*; IZAUGSME_ADDRESS: must be an address.*; IZAUGSME_PROXY: must be/)
  })

  test.each(['https://izaugsme.lv', 'https://izaugsme.lv/', 'http://127.0.0.1:3000'])(
    '%s is a public address',
    (address) => {
      expect(readSettings({ IZAUGSME_ADDRESS: address }).address).toBe(address.replace(/\/$/, ''))
    },
  )

  test.each([
    'ftp://izaugsme.lv',
    'https://izaugsme.lv/vieta',
    'https://a@izaugsme.lv',
    'https://izaugsme.lv?x',
    '*',
  ])('%s is none', (address) => {
    expect(() => readSettings({ IZAUGSME_ADDRESS: address })).toThrow('IZAUGSME_ADDRESS')
  })

  test('proxies are addresses and networks', () => {
    expect(readSettings({ IZAUGSME_PROXY: '127.0.0.1, 10.0.0.0/8 ::1,fd00::/8' }).proxies).toEqual([
      '127.0.0.1',
      '10.0.0.0/8',
      '::1',
      'fd00::/8',
    ])
  })

  test.each(['10.0.0.0/33', '10.0.0/8', '::1/129', '127.0.0.1/a', '127.0.0.1/8/8'])(
    '%s is no network',
    (network) => {
      expect(() => readSettings({ IZAUGSME_PROXY: network })).toThrow('IZAUGSME_PROXY')
    },
  )
})

describe('personal data', () => {
  const may = (environment: Record<string, string>) => mayKeepPersons(readSettings(environment))

  test('are kept by the embedded database only where nobody else reaches it', () => {
    expect(['127.0.0.1', '127.1.2.3', 'localhost', '::1'].filter((HOST) => !may({ HOST }))).toEqual([])
    expect(['0.0.0.0', '::', '192.168.1.5', 'izaugsme.lv'].filter((HOST) => may({ HOST }))).toEqual([])
    expect(may({ IZAUGSME_ADDRESS: 'https://izaugsme.lv' })).toBe(false)
    expect(may({ IZAUGSME_ADDRESS: 'http://localhost:3000' })).toBe(true)
  })

  test('are kept on a server, and where somebody has decided so', () => {
    expect(may({ HOST: '0.0.0.0', DATABASE_URL: 'postgres://localhost/izaugsme' })).toBe(true)
    expect(may({ HOST: '0.0.0.0', IZAUGSME_PERSONS: 'allow' })).toBe(true)
    expect(() => may({ IZAUGSME_PERSONS: 'yes' })).toThrow('IZAUGSME_PERSONS')
  })
})
