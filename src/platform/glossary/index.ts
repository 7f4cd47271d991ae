import type { Language } from '../texts/text.ts'
import { ABBREVIATIONS } from './abbreviations.ts'
import type { Abbreviation, Entry } from './entry.ts'
import { WORDS_OF_FIELD } from './words-of-field.ts'
import { WORDS_OF_METHODS } from './words-of-methods.ts'
import { WORDS_OF_SITE } from './words-of-site.ts'

export type { Abbreviation, Entry } from './entry.ts'
export { ABBREVIATIONS, WORDS_OF_FIELD, WORDS_OF_METHODS, WORDS_OF_SITE }

/** Everything that the glossary explains. */
export const GLOSSARY: readonly (Entry | Abbreviation)[] = [
  ...WORDS_OF_SITE,
  ...WORDS_OF_METHODS,
  ...WORDS_OF_FIELD,
  ...ABBREVIATIONS,
]

/** The address of the glossary, without the language. */
export const GLOSSARY_ADDRESS = '/vardnica'

/** What an entry is called at its place in the alphabet. */
export const nameOf = (entry: Entry | Abbreviation, language: Language): string =>
  entry.kind === 'abbreviation' ? entry.short : entry.term[language]

/** Entries by the letter that their names begin with, in the order of the alphabet. */
export function byLetter(entries: readonly (Entry | Abbreviation)[], language: Language) {
  const { compare } = new Intl.Collator(language)
  const letters = Map.groupBy(entries, (entry) => nameOf(entry, language).charAt(0).toUpperCase())
  return [...letters]
    .map(([letter, those]) => ({
      letter,
      entries: those.toSorted((a, b) => compare(nameOf(a, language), nameOf(b, language))),
    }))
    .toSorted((a, b) => compare(a.letter, b.letter))
}
