import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstSegment, readPlaceAddress, readTitle, readWordsAt } from './place.ts'

const isOwn = (origin: string) => origin === 'https://izaugsme.lv'
const read = (typed: string) => readPlaceAddress(typed, isOwn)

describe('an address that is reported about', () => {
  test.each([
    ['/', '/'],
    ['/en', '/'],
    ['/liepaja/raditaji/14', '/liepaja/raditaji/14'],
    ['/en/liepaja/raditaji/14#figures', '/liepaja/raditaji/14#figures'],
    ['/liepaja/raditaji?period=2023/2024#rows', '/liepaja/raditaji?period=2023/2024#rows'],
    ['https://izaugsme.lv/en/metodes', '/metodes'],
    ['/liepaja/aptaujas/x#gr%C5%ABti', '/liepaja/aptaujas/x#grūti'],
    ['/liepaja#<script>', '/liepaja'],
  ])('%s is %s', (typed, address) => {
    expect(read(typed)).toBe(address)
  })

  test.each([
    'https://evil.example/liepaja',
    '//evil.example/liepaja',
    '/\\evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://izaugsme.lv.evil.example/',
    'https://izaugsme.lv@evil.example/',
    'https://me@izaugsme.lv/',
    'http://izaugsme.lv/',
    'liepaja',
    'lapa par skolām',
  ])('%s is not ours', (typed) => {
    expect(read(typed)).toBeUndefined()
  })

  test('is a path of ours, whatever is typed, and stays the same when it is read again', {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string().map((text) => `https://izaugsme.lv/${text}`),
          fc.string(),
          fc.string().map((text) => `/${text}`),
        ),
        (typed) => {
          const address = read(typed)
          if (address === undefined) return
          expect(address).toMatch(/^\/(?![/\\])/)
          if (!address.startsWith('/en')) expect(read(address)).toBe(address)
        },
      ),
    )
  })
})

test('a page is called as it calls itself', () => {
  expect(readTitle('<title>Vietas pirmsskolā &amp; skolā · Liepāja · Izaugsme</title>')).toBe(
    'Vietas pirmsskolā & skolā · Liepāja',
  )
  expect(readTitle('code,title')).toBeUndefined()
})

test('the first part of an address is the municipality’s', () => {
  expect(['/liepaja/raditaji#x', '/liepaja?x', '/', '/#x'].map(firstSegment)).toEqual([
    'liepaja',
    'liepaja',
    '',
    '',
  ])
})

test('a place on a page is what stands there', () => {
  const html =
    '<h2 id="figures">Skaitļi</h2><tr id="figure-2021"><th>2021 <a href="#x">1</a></th><td>78,25&#x27;<b>%</b></td><td>1. redakcija</td></tr>'
  expect(readWordsAt(html, 'figures')).toBe('Skaitļi')
  expect(readWordsAt(html, 'figure-2021')).toBe("2021 78,25' %")
  expect(readWordsAt(html, 'figure')).toBeUndefined()
  expect(readWordsAt(html, '')).toBeUndefined()
  expect(readWordsAt(`<p id="x">${'a '.repeat(500)}</p>`, 'x')).toHaveLength(161)
})
