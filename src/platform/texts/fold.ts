/** Small letters without diacritics, for comparing what people write: `Rādītājs` → `raditajs`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

/** The folded words of what somebody looks for; none when it is empty. */
export function wordsIn(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== '')
}
