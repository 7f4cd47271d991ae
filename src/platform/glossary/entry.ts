import type { LocalText } from '../texts/text.ts'

/** A word that readers may look up. Its id is its anchor on the page of the glossary. */
export type Entry = {
  id: string
  /** Of the field of education, of this site, or of methods of calculation. */
  kind: 'field' | 'site' | 'method'
  term: LocalText
  meaning: LocalText
  /** A page of the whole country on which it is used, without the language. */
  seenAt?: string
  /** How pages write it, from the beginning of a word on: found with any ending. */
  stem?: LocalText
}

/** A few letters that stand for more. */
export type Abbreviation = {
  id: string
  kind: 'abbreviation'
  /** As it is written on pages in both languages. */
  short: string
  stands: LocalText
  /** What more there is to say, or that the source does not say what it stands for. */
  meaning?: LocalText
  /** Where it was found spelt out. */
  source: LocalText
  /** The address of the municipality that alone calls it so; everybody’s without it. */
  municipality?: string
}
