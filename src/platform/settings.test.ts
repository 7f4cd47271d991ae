import { describe, expect, test } from 'vitest'
import { readSettings } from './settings.server.ts'

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

  test('say who answers for the installation', () => {
    const said = {
      IZAUGSME_OPERATOR: ' Paraugu novads ',
      IZAUGSME_CONTACT: 'izglitiba@paraugs.lv',
      IZAUGSME_POSTAL_ADDRESS: 'Lielā iela 1, Paraugi, LV-1000',
    }
    expect(readSettings(said)).toMatchObject({
      operator: 'Paraugu novads',
      contact: 'izglitiba@paraugs.lv',
      postalAddress: 'Lielā iela 1, Paraugi, LV-1000',
    })
    expect(() =>
      readSettings({
        IZAUGSME_OPERATOR: 'x'.repeat(201),
        IZAUGSME_CONTACT: 'paraugs',
        IZAUGSME_POSTAL_ADDRESS: 'a\nb',
      }),
    ).toThrow(
      /IZAUGSME_OPERATOR: must be 200 .*; IZAUGSME_CONTACT: must be an address of e-mail; IZAUGSME_POSTAL_ADDRESS: must be one line/,
    )
  })

  test('persons are allowed or refused, and not by half', () => {
    expect(readSettings({}).persons).toBe('refuse')
    expect(readSettings({ IZAUGSME_PERSONS: 'allow' }).persons).toBe('allow')
    expect(() => readSettings({ IZAUGSME_PERSONS: 'yes' })).toThrow('IZAUGSME_PERSONS')
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
