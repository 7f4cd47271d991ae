import { describe, expect, test } from 'vitest'
import { explainWords } from './explain-words.ts'
import { byLetter, GLOSSARY, nameOf } from './index.ts'

const inMain = (inside: string) => `<main id="content">${inside}</main>`
const at = { language: 'lv' as const, municipality: 'liepaja' }

describe('abbreviations on a page', () => {
  test('are explained where they stand first, with a link to the glossary', () => {
    const said = explainWords(inMain('<p>Atbild LIP. LIP ziņo.</p>'), at)
    expect(said).toBe(
      inMain(
        '<p>Atbild <a class="term" href="/vardnica#lip"><abbr title="Liepājas Izglītības pārvalde">LIP</abbr></a>. LIP ziņo.</p>',
      ),
    )
  })
  test('are no links within links, and are linked where they stand next', () => {
    const said = explainWords(inMain('<p><a href="/x">ZIIC programmas</a> un ZIIC</p>'), at)
    expect(said).toContain(
      '<a href="/x"><abbr title="Zinātnes un izglītības inovāciju centrs">ZIIC</abbr> programmas</a>',
    )
    expect(said).toContain('un <a class="term" href="/vardnica#ziic">')
  })
  test('are known with a number behind them', () => {
    const said = explainWords(inMain('<p>KP1 un KP2</p>'), at)
    expect(said).toContain('<abbr title="konkurētspējas priekšrocība">KP</abbr></a>1 un KP2')
  })
  test('of one municipality mean nothing elsewhere', () => {
    const page = inMain('<p>LIP</p>')
    expect(explainWords(page, { language: 'lv', municipality: 'ventspils' })).toBe(page)
  })
  test('are explained in English on English pages', () => {
    const said = explainWords(inMain('<p>STEAM</p>'), { language: 'en' })
    expect(said).toContain('href="/en/vardnica#steam"')
    expect(said).toContain('title="science, technology, engineering, arts and mathematics"')
  })
  test('stay as they are in code, pictures, attributes and longer words', () => {
    const page = inMain('<p title="LIP">SLIP LIPA <code>LIP</code><svg><text>LIP</text></svg></p>')
    expect(explainWords(page, at)).toBe(page)
  })
})

test('words of methods are linked once, with their endings, and only where asked', () => {
  const page = inMain('<p>Lieto Holma labojumu, bet standartkļūdas un Holma</p>')
  expect(explainWords(page, at)).toBe(page)
  const said = explainWords(page, { ...at, hasTerms: true })
  expect(said).toContain('<a class="term" href="/vardnica#holma-labojums">Holma</a> labojumu')
  expect(said).toContain('<a class="term" href="/vardnica#standartkluda">standartkļūdas</a> un Holma<')
})

describe('the glossary', () => {
  test('has an anchor of its own for each entry', () => {
    const ids = GLOSSARY.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([])
  })
  test('is in the order of the alphabet, whatever the language', () => {
    const names = byLetter(GLOSSARY, 'lv').flatMap(({ entries }) => entries.map((one) => nameOf(one, 'lv')))
    expect(names).toHaveLength(GLOSSARY.length)
    expect(names[0]?.charAt(0).toLowerCase()).toBe('a')
  })
})
