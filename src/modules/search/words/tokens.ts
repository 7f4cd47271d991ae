import { fold } from '#platform/texts/fold.ts'

/** Letters and figures that belong together, such as `skolotājs`, `1.1.3` or `2024/2025`. */
const TOKEN = /[\p{L}\p{N}]+(?:[./-]\p{N}+)*/gu

/** Where a word stands in a text, and how it is compared: in small letters without diacritics. */
export type Token = { folded: string; from: number; to: number }

export function tokensIn(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    folded: fold(word),
    from: index,
    to: index + word.length,
  }))
}
