import { expect, test } from 'vitest'
import { exactWords, wordingOf, wordingOfRow } from './wording.ts'

const short = { lv: 'Īsi', en: 'Shortly' }

test('the words of the document are the title, ours stay beside them', () => {
  const row = { title_lv: 'Īsi', title_en: 'Shortly', official_lv: 'Oficiāli', official_en: 'Officially' }
  expect(wordingOfRow(row)).toEqual({
    title: { lv: 'Oficiāli', en: 'Officially' },
    short,
    official: { lv: 'Oficiāli', en: 'Officially' },
  })
})

test('without them ours are the title, and nothing can be quoted', () => {
  const wording = wordingOf(short, null)
  expect(wording).toEqual({ title: short, short, official: null })
  expect(exactWords(wording, 'lv')).toBeNull()
})

test('a document in Latvian only is quoted in Latvian only', () => {
  const wording = wordingOf(short, { lv: 'Oficiāli', en: null })
  expect(wording.title).toEqual({ lv: 'Oficiāli', en: 'Shortly' })
  expect([exactWords(wording, 'lv'), exactWords(wording, 'en')]).toEqual(['Oficiāli', null])
})
