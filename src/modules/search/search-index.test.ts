import { describe, expect, test } from 'vitest'
import type { Findable } from '#platform/searched.ts'
import { excerptOf, markIn } from './excerpt.ts'
import { narrow } from './narrow.ts'
import { LONGEST_QUERY, MOST_WORDS, readQuery } from './read-query.ts'
import { SearchIndex } from './search-index.ts'
import { SYNONYMS } from './words/synonyms.ts'

const thing = (lv: string, en: string, more: Partial<Findable> = {}): Findable => ({
  kind: 'indicator',
  address: `/${encodeURIComponent(lv)}`,
  name: { lv, en },
  ...more,
})

const teachers = thing('Pedagogu profesionālā pilnveide', 'Professional development of teachers')
const exams = thing('Centralizēto eksāmenu rezultāti', 'Results of centralised exams', { called: ['16'] })
const bullying = thing('Bērni, kuriem citi nav darījuši pāri', 'Children not harmed by others', {
  words: [
    {
      lv: 'To bērnu īpatsvars. Mobings skolā ir vardarbība.',
      en: 'Share of children. Bullying at school is violence.',
    },
  ],
})
const networks = thing('Izglītības iestāžu tīkls', 'Network of institutions')
const preschools = thing('Pirmsskolas izglītības pieejamība', 'Access to preschool education')
const action = thing('Atbalsts jaunajiem skolotājiem', 'Support for new teachers', {
  kind: 'action',
  called: ['1.1.3'],
  within: { lv: 'KP1 Kompetenti pedagogi', en: 'KP1 Competent teachers' },
})
const everything = [teachers, exams, bullying, networks, preschools, action]

const liepaja = { slug: 'liepaja', name: { lv: 'Liepāja', en: 'Liepāja' } }
const ventspils = { slug: 'ventspils', name: { lv: 'Ventspils', en: 'Ventspils' } }

function filled() {
  const index = new SearchIndex([
    { code: 'indicator', label: 'search.kind.pages' },
    { code: 'action', label: 'search.kind.pages' },
  ])
  index.replace('1', liepaja, everything)
  index.replace('2', ventspils, [thing('Ventspils skolotāji', 'Teachers of Ventspils')])
  return index
}
const index = filled()
const names = (typed: string) => index.search(readQuery(typed)).found.map(({ findable }) => findable.name.lv)

describe('what is found', () => {
  test.each([
    ['skolotajs', action.name.lv, 'without diacritics'],
    ['skolotājiem', action.name.lv, 'in another case'],
    ['skolotājs', teachers.name.lv, 'by a synonym'],
    ['teacher', teachers.name.lv, 'in the other language'],
    ['pedagogi', action.name.lv, 'by a synonym the other way round'],
    ['iestāde', networks.name.lv, 'with a changed consonant'],
    ['iestades', networks.name.lv, 'with a changed consonant and without diacritics'],
    ['bērnudārzs', preschools.name.lv, 'by a synonym'],
    ['bernudarza vieta', preschools.name.lv, 'by synonyms of two words'],
    ['PII', preschools.name.lv, 'by an abbreviation'],
    ['mobings', bullying.name.lv, 'by a word of its sentences'],
    ['pāridarīšana', bullying.name.lv, 'by a synonym that stands in its sentences'],
    ['eksamnes', exams.name.lv, 'with two letters amiss'],
    ['eksmens', exams.name.lv, 'with a letter lost'],
    ['eksāmmens', exams.name.lv, 'with a letter too many'],
    ['pedagpgs', teachers.name.lv, 'with a wrong letter'],
    ['centralizētais eksāmens', exams.name.lv, 'by two words with one meaning'],
    ['eksā', exams.name.lv, 'while the last word is typed'],
    ['profesionālā piln', teachers.name.lv, 'while the second word is typed'],
    ['1.1.3', action.name.lv, 'by its code'],
    ['16', exams.name.lv, 'by its number'],
    ['kp1 atbalsts', action.name.lv, 'by what it belongs to'],
    ['liepāja eksāmens', exams.name.lv, 'with its place'],
    ['kā eksāmeni', exams.name.lv, 'with a word that tells nothing'],
  ])('%s finds “%s” %s', (typed, expected) => {
    expect(names(typed)).toContain(expected)
  })

  test('what was typed stands before what means the same', () => {
    expect(names('skolotājs').indexOf(action.name.lv)).toBeLessThan(
      names('skolotājs').indexOf(teachers.name.lv),
    )
  })

  test('all words are looked for, and only then some', () => {
    expect(index.search(readQuery('eksāmens pilnveide'))).toMatchObject({ isLoose: true })
    expect(index.search(readQuery('eksāmens rezultāti'))).toMatchObject({ isLoose: false })
    expect(names('eksāmens rezultāti')).toEqual([exams.name.lv])
  })

  test('says what was looked for instead', () => {
    expect(index.search(readQuery('eksamnes')).corrected).toEqual([
      { typed: 'eksamnes', instead: expect.arrayContaining(['eksāmenu']) },
    ])
    expect(index.search(readQuery('zzzzqqq'))).toMatchObject({ found: [], unknown: ['zzzzqqq'] })
  })

  test('what was replaced or removed is found no more, nor offered', () => {
    const changing = filled()
    const count = () => changing.search(readQuery('ventspils')).found.length
    expect(count()).toBe(1)
    changing.replace('2', ventspils, [thing('Cits', 'Other')])
    expect(changing.search(readQuery('skolotāji ventspils')).isLoose).toBe(true)
    changing.remove('2')
    expect(count()).toBe(0)
    expect(changing.search(readQuery('ventspilz')).corrected).toEqual([])
    expect(changing.size).toBe(everything.length)
  })
})

describe('whatever is typed', () => {
  test.each(['', ' ', '?!', '<script>alert(1)</script>', 'a', '0', '%', '"', '\0', '🙂', 'AND OR NOT *'])(
    '%j is answered',
    (typed) => {
      expect(index.search(readQuery(typed)).found.length).toBeLessThanOrEqual(everything.length + 1)
    },
  )

  test('a letter alone is not looked for, a number is', () => {
    expect(readQuery('a').sought).toEqual([])
    expect(readQuery('a b eksāmens').sought).toHaveLength(1)
    expect(readQuery('5').sought).toHaveLength(1)
  })

  test('only the beginning of a long text is looked for', () => {
    const long = readQuery('skolotājs '.repeat(1000))
    expect(long.isCut).toBe(true)
    expect(long.sought.length).toBeLessThanOrEqual(MOST_WORDS)
    const word = readQuery('a'.repeat(10_000))
    expect(word.sought[0]?.words[0]?.typed).toHaveLength(LONGEST_QUERY)
    expect(index.search(word).found).toEqual([])
  })
})

describe('what is shown', () => {
  test('a sentence with the found words marked', () => {
    const [found] = index.search(readQuery('mobings')).found
    expect(found && excerptOf(found, 'lv')).toEqual({
      language: 'lv',
      pieces: expect.arrayContaining([{ text: 'Mobings', isFound: true }]),
    })
  })

  test('signs of HTML stay text', () => {
    expect(markIn('<b>skola</b>', new Set(['skol']))).toEqual([
      { text: '<b>', isFound: false },
      { text: 'skola', isFound: true },
      { text: '</b>', isFound: false },
    ])
  })

  test('kinds and places are counted, each within what the other leaves', () => {
    const { found } = index.search(readQuery('skolotājs'))
    const narrowed = narrow(found, { kind: 'indicator', page: 9 })
    expect(narrowed).toMatchObject({ count: 2, page: 1, pages: 1 })
    expect(narrowed.kinds).toEqual(
      expect.arrayContaining([
        { code: 'indicator', count: 2 },
        { code: 'action', count: 1 },
      ]),
    )
    expect(narrow(found, { place: 'ventspils', page: 1 }).kinds).toEqual([{ code: 'indicator', count: 1 }])
  })
})

test('there are sixty groups of synonyms, each of several phrases without signs', () => {
  expect(SYNONYMS.length).toBeGreaterThanOrEqual(60)
  for (const group of SYNONYMS) expect(group.length).toBeGreaterThan(1)
  expect(SYNONYMS.flat().filter((phrase) => !/^[\p{L} ]+$/u.test(phrase))).toEqual([])
})
