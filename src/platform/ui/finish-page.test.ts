import { expect, test } from 'vitest'
import { finishPage } from './finish-page.ts'
import { describeDataset, LATER } from './linked-data.ts'

const facts = { address: 'https://izaugsme.example.lv', operator: 'Liepājas “dome”' }
const dataset = describeDataset(facts, {
  name: 'Rādītāji · Liepāja',
  address: '/liepaja/raditaji',
  language: 'lv',
  creator: 'Liepāja',
  place: { name: 'Liepāja', code: 'LV0005000' },
  period: { startsOn: '2020-01-01', endsOn: '2025-12-31' },
  measures: ['Pedagogu skaits'],
  modified: '2026-11-30',
})
const head = `<head><meta name="description" content="${LATER.description}"/><meta property="og:description" content="${LATER.description}"/></head>`
const about = `<section class="about-data" id="par-datiem"><h2>Par datiem</h2><p class="cite">Liepāja (2026)</p><script type="application/ld+json">${JSON.stringify(dataset)}</script></section>`
const draw = (inside: string) =>
  `<html>${head}<body><nav><p>Izvēlne</p></nav><main id="content" class="wrap">${inside}${about}<p class="to-top"><a href="#content">Augšup</a></p></main></body></html>`
const descriptionOf = (html: string) => /name="description" content="([^"]*)"/.exec(html)?.[1]
const dataOf = (html: string) => JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

const FILES =
  '<p class="downloads"><a href="/api/v1/x?format=csv&amp;sort=a">CSV</a> <a href="/liepaja/dati.json">JSON</a> <a href="/api/v1/x?format=csv&amp;sort=a">CSV</a> <a href="/a.pdf">PDF</a> <a href="/api/v1/y?z=1">JSON</a></p>'

test('a page without words for others is described by its first sentences', () => {
  const html = finishPage(
    draw(
      '<p class="eyebrow">Rādītāji</p><h1>Sasniegti 8 no 11 &amp; citi</h1><nav><p>Rādīt</p></nav><p>Vienam <a href="/x">nav</a> mērķa, “labi”.</p>',
    ),
  )
  expect(descriptionOf(html)).toBe('Sasniegti 8 no 11 &amp; citi. Vienam nav mērķa, “labi”.')
  expect(html).not.toContain('@description@')
})

test('where a verdict is said, it is told after the title and before all else', () => {
  const html = finishPage(
    draw(
      '<h1>Pedagogi</h1><p>Formulējumi ir mūsu.</p><p class="headline">Nav sasniegts.</p><p>17 &lt; 20.</p>',
    ),
  )
  expect(descriptionOf(html)).toBe('Pedagogi. Nav sasniegts. 17 &lt; 20.')
})

test('what is said of a place names it once', () => {
  const placed = draw('<h1>Sasniegti 3 no 4</h1>').replaceAll('@description@"/>', 'Liepāja. @description@"/>')
  const named = draw('<h1>Liepāja: nav datu</h1>').replaceAll('@description@"/>', 'Liepāja. @description@"/>')
  expect([placed, named].map((page) => descriptionOf(finishPage(page)))).toEqual([
    'Liepāja. Sasniegti 3 no 4',
    'Liepāja: nav datu',
  ])
})

test('a description ends between two words', () => {
  const described = descriptionOf(finishPage(draw(`<h1>${'vārds '.repeat(90)}</h1>`))) ?? ''
  expect(described.length).toBeLessThanOrEqual(301)
  expect(described).toMatch(/vārds…$/)
})

test('data that can be taken away are described with their files, each once', () => {
  const html = finishPage(draw(`<h1>Rādītāji “visi”</h1>${FILES}`), facts.address)
  expect(dataOf(html)).toMatchObject({
    '@type': 'Dataset',
    description: 'Rādītāji “visi”',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    url: 'https://izaugsme.example.lv/liepaja/raditaji',
    publisher: { name: 'Liepājas “dome”' },
    temporalCoverage: '2020-01-01/2025-12-31',
    spatialCoverage: { name: 'Liepāja', identifier: 'LV0005000' },
    variableMeasured: ['Pedagogu skaits'],
    dateModified: '2026-11-30',
    distribution: [
      { encodingFormat: 'text/csv', contentUrl: 'https://izaugsme.example.lv/api/v1/x?format=csv&sort=a' },
      { encodingFormat: 'application/json', contentUrl: 'https://izaugsme.example.lv/liepaja/dati.json' },
      { encodingFormat: 'application/json', contentUrl: 'https://izaugsme.example.lv/api/v1/y?z=1' },
    ],
  })
})

test('a page that offers no data says nothing about data', () => {
  const html = finishPage(draw('<h1>Metodes</h1><p><a href="/a.pdf">PDF</a></p>'))
  expect(html).not.toContain('about-data')
  expect(html).not.toContain('Dataset')
})

test('what describes itself stays as it is', () => {
  const html = '<main id="content"><h1>A</h1></main>'
  expect(finishPage(html)).toBe(html)
})
