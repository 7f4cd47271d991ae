import { fold } from '#platform/texts/fold.ts'

/** Shorter words say little of what a sentence is about. */
const SHORTEST = 3
/** Latvian changes the ends of words; so many letters at least stay. */
const KEPT_LETTERS = 4
const ENDING = 2
/** By so many letters words are told apart when whole sentences are compared. */
const STEM = 6
/** Fewer words are too few to say that two sentences are nearly the same. */
const FEWEST = 3
/** Share of words in common, of all words of both, from which sentences are nearly the same. */
export const NEARLY = 0.7

/** The words of a sentence, small and without diacritics. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST)

/** Whether two words are one but for their endings: `skolas` and `skolā`. */
export function isAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < KEPT_LETTERS || Math.abs(a.length - b.length) > ENDING) return a === b
  const needed = Math.max(KEPT_LETTERS, shorter - ENDING)
  return a.slice(0, needed) === b.slice(0, needed)
}

/** Whether a phrase stands among words, each of its words but for the ending. */
export function hasPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  if (phrase.length === 0) return false
  return words.some((_, start) =>
    phrase.every((word, index) => {
      const there = words[start + index]
      return there !== undefined && isAlike(there, word)
    }),
  )
}

/** The beginnings of a sentence's words, each once. */
export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).map((word) => word.slice(0, STEM)))

/** Whether two sentences say nearly the same: {@link NEARLY} of their words, taken together, stand in both. */
export function isNearlySame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (Math.min(a.size, b.size) < FEWEST) return false
  // With this many more words in one of them there cannot be enough in common.
  if (Math.min(a.size, b.size) < NEARLY * Math.max(a.size, b.size)) return false
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared >= NEARLY * (a.size + b.size - shared)
}
