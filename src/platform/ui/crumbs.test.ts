import { expect, test } from 'vitest'
import { crumbsOf } from './crumbs.ts'

const start = { label: 'Sākums', address: '/' }
const place = {
  crumbs: [start, { label: 'Kurzeme' }, { label: 'Liepāja', address: '/liepaja' }],
  sections: [
    { address: '/liepaja', label: 'Kopsavilkums' },
    { address: '/liepaja/raditaji', label: 'Rādītāji' },
  ],
}
const wayTo = (pathname: string, title: string, more = {}) =>
  crumbsOf({ pathname, title, start, place, trail: undefined, ...more }).map(({ label }) => label)

test('the last part of the way is the page itself', () => {
  expect(wayTo('/liepaja/raditaji/14', 'Pedagogi')).toEqual([
    'Sākums',
    'Kurzeme',
    'Liepāja',
    'Rādītāji',
    'Pedagogi',
  ])
  expect(wayTo('/liepaja/raditaji', 'Rādītāji')).toEqual(['Sākums', 'Kurzeme', 'Liepāja', 'Rādītāji'])
  expect(wayTo('/liepaja', 'Liepājas izglītība')).toEqual(['Sākums', 'Kurzeme', 'Liepāja'])
})

test('a page of the country stands below the first page, which stands below nothing', () => {
  expect(wayTo('/metodes', 'Metodes', { place: undefined })).toEqual(['Sākums', 'Metodes'])
  expect(wayTo('/', 'Pašvaldības', { place: undefined })).toEqual([])
})

test('a page may say itself what stands above it', () => {
  const trail = [{ label: 'Mērķi', address: '/liepaja/strategija' }]
  expect(wayTo('/liepaja/raditaji/14', 'Pedagogi', { trail })).toEqual([
    'Sākums',
    'Kurzeme',
    'Liepāja',
    'Mērķi',
    'Pedagogi',
  ])
})
