import { changedStems } from './words/stem-latvian.ts'
import { stemsOf } from './words/stems.ts'
import { STOP_WORDS } from './words/stop-words.ts'
import { SYNONYMS } from './words/synonyms.ts'
import { tokensIn } from './words/tokens.ts'

/** Whatever is typed beyond this is left aside, and the page says so. */
export const LONGEST_QUERY = 200
export const MOST_WORDS = 10

/** A word by the stems that it may be found under, the likeliest first. */
export type Word = { typed: string; stems: string[]; changed: string[] }

/** Something that is looked for: a word, or several that have a meaning together, and what else is called so. */
export type Sought = { words: Word[]; synonyms: { phrase: string; words: Word[] }[] }

export type Query = {
  sought: Sought[]
  /** The last word may go on: somebody is still typing. */
  isOpen: boolean
  /** Not all that was typed is looked for. */
  isCut: boolean
}

/** Takes apart what somebody typed. Whatever it is, what comes out is small. */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, LONGEST_QUERY)
  const tokens = tokensIn(text)
  const folded = tokens.map((token) => token.folded)
  const long = folded.filter(isLongEnough)
  const telling = long.filter((word) => !STOP_WORDS.has(word))
  const kept = telling.length > 0 ? telling : long
  const words = kept.slice(0, MOST_WORDS).map(asWord)
  return {
    sought: soughtIn(words),
    isOpen: tokens.length > 0 && tokens.at(-1)?.to === text.length,
    isCut: typed.length > LONGEST_QUERY || kept.length > MOST_WORDS,
  }
}

/** A letter alone stands everywhere; a number may be a code. */
const isLongEnough = (word: string) => word.length > 1 || /\p{N}/u.test(word)

function asWord(typed: string): Word {
  const stems = stemsOf(typed)
  return { typed, stems, changed: [...new Set(stems.flatMap(changedStems))] }
}

type Phrase = { phrase: string; words: Word[] }
/** Phrases that mean the same, by the key of each of them. */
const meanings = new Map<string, Phrase[]>()
const keyOf = (words: readonly Word[]) => words.map(({ stems }) => stems[0]).join(' ')
for (const group of SYNONYMS) {
  const phrases = group.map((phrase) => ({
    phrase,
    words: tokensIn(phrase).map(({ folded }) => asWord(folded)),
  }))
  for (const { words } of phrases) {
    const key = keyOf(words)
    meanings.set(key, [
      ...(meanings.get(key) ?? []),
      ...phrases.filter((other) => keyOf(other.words) !== key),
    ])
  }
}
const LONGEST_PHRASE = Math.max(...[...meanings.keys()].map((key) => key.split(' ').length))

/** Puts together what has a meaning together, the longest first: `centralizētais eksāmens` is one thing. */
function soughtIn(words: readonly Word[]): Sought[] {
  const sought: Sought[] = []
  let at = 0
  while (at < words.length) {
    const part = longestAt(words, at)
    sought.push({ words: part, synonyms: meanings.get(keyOf(part)) ?? [] })
    at += part.length
  }
  return sought
}

function longestAt(words: readonly Word[], at: number): Word[] {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 1; length -= 1) {
    const part = words.slice(at, at + length)
    if (meanings.has(keyOf(part))) return part
  }
  return words.slice(at, at + 1)
}
