import type { Piece } from '../excerpt.ts'

/** A text with the found words marked. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, isFound }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places
    isFound ? <mark key={place}>{text}</mark> : text,
  )
}
