/** No more than this of a cell is repeated in a message. */
const MAXIMUM_LENGTH = 200

/** What cannot be seen, or acts on a terminal instead of being shown; the plain space is not among it. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufffd]/u

/**
 * A text from a file as a message may repeat it: cut to about 200 characters, and with every character that
 * nobody could see written as its code point (`⟨U+200B⟩`). Showing twice changes nothing.
 */
export function shown(text: string): string {
  let result = ''
  /** As far as the text may go when dots must follow. */
  let beginning = ''
  for (const character of text) {
    const part = UNSEEN.test(character) ? `⟨${codePoint(character)}⟩` : character
    if (result.length + part.length > MAXIMUM_LENGTH) return `${beginning}…`
    result += part
    if (result.length < MAXIMUM_LENGTH) beginning = result
  }
  return result
}

/** `U+00A0` */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
