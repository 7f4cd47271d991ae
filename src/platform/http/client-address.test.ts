import { describe, expect, test } from 'vitest'
import { clientAddressOf, createProxies, visitorOf } from './client-address.ts'

const from = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
})
const none = createProxies([])
const proxies = createProxies(['10.0.0.1', '192.168.0.0/16', 'fd00::/8'])

describe('where a request comes from', () => {
  test('is the other end of the connection, whatever it says, while no proxy is named', () => {
    expect(clientAddressOf(from('203.0.113.7', '198.51.100.1'), none)).toBe('203.0.113.7')
    expect(clientAddressOf(from('10.0.0.1', '198.51.100.1'), none)).toBe('10.0.0.1')
  })

  test('is what a named proxy says', () => {
    expect(clientAddressOf(from('10.0.0.1', '198.51.100.1'), proxies)).toBe('198.51.100.1')
    expect(clientAddressOf(from('::ffff:10.0.0.1', '2001:db8::1'), proxies)).toBe('2001:db8::1')
    expect(clientAddressOf(from('fd00::5', '198.51.100.1'), proxies)).toBe('198.51.100.1')
  })

  test('is not what a visitor says to a proxy', () => {
    const made = '1.1.1.1, 192.168.3.4, 198.51.100.1'
    expect(clientAddressOf(from('10.0.0.1', made), proxies)).toBe('198.51.100.1')
    expect(clientAddressOf(from('203.0.113.7', made), proxies)).toBe('203.0.113.7')
  })

  test('is found behind several proxies', () => {
    expect(clientAddressOf(from('10.0.0.1', '198.51.100.1, 192.168.3.4'), proxies)).toBe('198.51.100.1')
  })

  test.each(['', 'unknown', '198.51.100.1:1234', '<script>', ', ,'])(
    'stays the proxy where it says %j',
    (forwarded) => {
      expect(clientAddressOf(from('10.0.0.1', forwarded), proxies)).toBe('10.0.0.1')
    },
  )
})

describe('one visitor', () => {
  test.each([
    ['198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('at %s is %s', (address, visitor) => {
    expect(visitorOf(address)).toBe(visitor)
  })
})
