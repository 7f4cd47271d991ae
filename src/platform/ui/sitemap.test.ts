import { expect, test } from 'vitest'
import { writeRobots } from './robots.ts'
import { writeSitemapIndex, writeSitemaps } from './sitemap.ts'

const facts = { address: 'https://izaugsme.example.lv' }
const pages = [
  { address: '/' },
  { address: '/liepaja/raditaji/1&2', changed: '2026-11-30' },
  { address: '/liepaja/aptaujas/ā' },
]
const locations = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)

test('every page stands in the list in both languages, each with its twin', () => {
  const [list = '', ...more] = writeSitemaps(facts, pages)
  expect(more).toEqual([])
  expect(locations(list)).toEqual([
    'https://izaugsme.example.lv/',
    'https://izaugsme.example.lv/en',
    'https://izaugsme.example.lv/liepaja/raditaji/1&amp;2',
    'https://izaugsme.example.lv/en/liepaja/raditaji/1&amp;2',
    'https://izaugsme.example.lv/liepaja/aptaujas/%C4%81',
    'https://izaugsme.example.lv/en/liepaja/aptaujas/%C4%81',
  ])
  expect(list.match(/hreflang="en" href="https:\/\/izaugsme\.example\.lv\/en"/g)).toHaveLength(2)
  expect(list.match(/hreflang="x-default"/g)).toHaveLength(6)
  expect(list.match(/<lastmod>2026-11-30<\/lastmod>/g)).toHaveLength(2)
})

test('what one list does not hold stands in several, and a list of them', () => {
  const lists = writeSitemaps(facts, pages, 4)
  expect(lists.map((list) => locations(list).length)).toEqual([4, 2])
  expect(locations(writeSitemapIndex(facts, lists.length))).toEqual([
    'https://izaugsme.example.lv/sitemap/1.xml',
    'https://izaugsme.example.lv/sitemap/2.xml',
  ])
})

test('robots are kept out of work and of what was before, and are told of the list where it has an address', () => {
  const robots = writeRobots(facts)
  for (const path of ['/darbs', '/en/darbs', '/zinot', '/*/labot', '/*?*asOf='])
    expect(robots).toContain(`Disallow: ${path}\n`)
  expect(robots).toContain('Sitemap: https://izaugsme.example.lv/sitemap.xml')
  expect(writeRobots({})).not.toContain('Sitemap:')
})
