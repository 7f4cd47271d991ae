import { expect, test } from 'vitest'
import { fillContents } from './contents.ts'

const LEFT = '<nav class="contents" aria-label="Šajā lapā"><p>Šajā lapā</p><ul class="links"></ul></nav>'
const TOP = '<p class="to-top"><a href="#content">Uz lapas sākumu</a></p>'
const words = `<p>${'Vārds pēc vārda. '.repeat(200)}</p>`
const draw = (inside: string) =>
  `<body><main id="content" class="wrap">${LEFT}${inside}${TOP}</main><footer><h2>Kājene</h2></footer></body>`

test('a short page has neither contents nor a way back to its beginning', () => {
  const short = '<h1>Lapa</h1><h2>A</h2><h2>B</h2><h2>C</h2>'
  expect(fillContents(draw(short))).toBe(
    `<body><main id="content" class="wrap">${short}</main><footer><h2>Kājene</h2></footer></body>`,
  )
})

test('a long page lists its headings before the part that holds the first of them', () => {
  const long = `<h1>Lapa</h1><p>Ievads<br/>.</p><section>${words}<h2 class="x">Kā mainījies &amp; kāpēc</h2></section><section><h2 id="own">Avoti <small>3</small></h2><svg><title>zīme</title></svg></section><h2>Avoti 3</h2>`
  const filled = fillContents(draw(long))
  expect(filled).toContain(
    '<ul class="links"><li><a href="#ka-mainijies-kapec">Kā mainījies &amp; kāpēc</a></li><li><a href="#own">Avoti 3</a></li><li><a href="#avoti-3">Avoti 3</a></li></ul></nav><section>',
  )
  expect(filled).toContain('<p>Ievads<br/>.</p><nav class="contents"')
  expect(filled).toContain('<h2 id="ka-mainijies-kapec" class="x">')
  expect(filled).toContain('<h2 id="own">')
  expect(filled).toContain(TOP)
  expect(filled).not.toContain('Kājene</a>')
})

test('a name that is taken is taken once', () => {
  const filled = fillContents(draw(`<h1 id="avoti">Lapa</h1>${words}<h2>Avoti</h2><h2>Avoti</h2><h2>“”</h2>`))
  expect(filled.match(/ id="[^"]*"/g)).toEqual([
    ' id="content"',
    ' id="avoti"',
    ' id="avoti-2"',
    ' id="avoti-3"',
    ' id="dala"',
  ])
})

test('a long page of few headings still leads back to its beginning', () => {
  const filled = fillContents(draw(`<h1>Lapa</h1>${words}<h2>A</h2>`))
  expect(filled).not.toContain('class="contents"')
  expect(filled).toContain(TOP)
})

test('what one part of the page holds with its title comes after the title', () => {
  const filled = fillContents(draw(`<article><h1>Lapa</h1>${words}<h2>A</h2><h2>B</h2><h2>C</h2></article>`))
  expect(filled).toContain('<h1>Lapa</h1><nav class="contents"')
})
