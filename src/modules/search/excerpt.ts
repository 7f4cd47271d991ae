import type { Language } from '#platform/texts/text.ts'
import type { Found } from './search-index.ts'
import { stemsOf } from './words/stems.ts'
import { tokensIn } from './words/tokens.ts'

/** A piece of a text: found words stand apart. */
export type Piece = { text: string; isFound: boolean }
/** A sentence in which something was found, and its language where that is not the reader's. */
export type Excerpt = { pieces: Piece[]; language: Language }

const LONGEST = 200
const BEFORE = 60

/** A text in pieces, with the words marked that have one of the stems. */
export function markIn(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { folded, from, to } of tokensIn(text)) {
    if (!stemsOf(folded).some((stem) => terms.has(stem))) continue
    if (from > at) pieces.push({ text: text.slice(at, from), isFound: false })
    pieces.push({ text: text.slice(from, to), isFound: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false })
  return pieces
}

/** The sentence that tells best why something was found, in the reader's language where it has the words. */
export function excerptOf({ findable, terms }: Found, language: Language): Excerpt | undefined {
  const other = language === 'lv' ? 'en' : 'lv'
  const [best, count] = bestOf(findable.words, terms, language)
  if (count > 0) return best
  const [elsewhere, elsewhereCount] = bestOf(findable.words, terms, other)
  // A name in the reader's language that has the words says enough by itself.
  const isNamed = markIn(findable.name[language], terms).some(({ isFound }) => isFound)
  return elsewhereCount > 0 && !isNamed ? elsewhere : best
}

/** The sentence with the most found words, the first of several, and how many it has. */
function bestOf(
  words: Found['findable']['words'] = [],
  terms: ReadonlySet<string>,
  language: Language,
): [Excerpt | undefined, number] {
  let best: Excerpt | undefined
  let most = -1
  for (const sentence of words.flatMap((text) => text?.[language].split(/(?<=[.!?])\s+/) ?? [])) {
    const pieces = markIn(sentence, terms)
    const count = pieces.filter(({ isFound }) => isFound).length
    if (sentence === '' || count <= most) continue
    best = { pieces: shorten(pieces), language }
    most = count
  }
  return [best, most]
}

/** As much around the first found word as is read at a glance. */
function shorten(pieces: readonly Piece[]): Piece[] {
  const [first] = pieces
  const begin = first && !first.isFound && pieces.length > 1 ? cutBefore(first) : first
  const rest: Piece[] = []
  let left = LONGEST
  for (const piece of begin ? [begin, ...pieces.slice(1)] : pieces) {
    if (left <= 0) break
    const isWhole = piece.text.length <= left
    rest.push(isWhole ? piece : { ...piece, text: `${piece.text.slice(0, left).replace(/\s+\S*$/, '')} …` })
    left -= piece.text.length
  }
  return rest
}

const cutBefore = (piece: Piece): Piece =>
  piece.text.length <= BEFORE
    ? piece
    : { ...piece, text: `… ${piece.text.slice(-BEFORE).replace(/^\S*\s+/, '')}` }
