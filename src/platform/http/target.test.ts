import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ORIGIN, readTarget } from './target.ts'

const read = (url: string, ...host: string[]) =>
  readTarget({ url, rawHeaders: ['Accept', '*/*', ...host.flatMap((one) => ['hOst', one])] })

test.each([
  '//',
  '///',
  '//liepaja',
  '/\\liepaja',
  'http://example.lv/liepaja',
  'http://',
  '*',
  '',
  'liepaja',
  '?x=1',
  '/%zz',
  '/liepaja/%',
  '/%ff%fe',
  '/%00',
  '/liepaja/%0d%0aset-cookie:x',
  '/a/..//liepaja',
])('the target %j is none of ours', (target) => {
  expect(read(target, 'localhost')).toBeUndefined()
})

test.each([
  'a b',
  '[',
  ']',
  '',
  ' ',
  'x:99999',
  'x:y',
  'a/b',
  'a?b',
  'a#b',
  'me@a',
  '%zz',
  'a\\b',
  '[::1',
  '1.2.3.256',
])('the host %j is a mistake', (host) => {
  expect(read('/', host)).toBeUndefined()
})

test('a request names one host, or none as the oldest clients do', () => {
  expect(read('/', 'a.lv', 'b.lv')).toBeUndefined()
  expect(read('/')?.href).toBe(`${ORIGIN}/`)
})

test.each([
  'localhost',
  'izaugsme.lv',
  'izaugsme.lv:443',
  '127.0.0.1:3000',
  '[::1]:3000',
  'a_b',
  'skolas.lv.',
])('the host %s decides nothing', (host) => {
  expect(read('/liepaja/raditaji/14?period=2021', host)?.href).toBe(
    `${ORIGIN}/liepaja/raditaji/14?period=2021`,
  )
})

test('whatever is asked for, the answer is an address on our own ground', { timeout: 30_000 }, () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 })
  fc.assert(
    fc.property(text, text, (path, host) => {
      const url = read(`/${path}`, host)
      expect(url?.origin ?? ORIGIN).toBe(ORIGIN)
      expect(url?.pathname.startsWith('//') ?? false).toBe(false)
    }),
  )
})
