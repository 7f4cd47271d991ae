/**
 * Counts the letters of several bytes that are right as UTF-8, and the bytes beyond ASCII that are not.
 *
 * @returns offset of the first wrong byte, -1 when there is none
 */
export function scanUtf8(bytes: Uint8Array) {
  let sequences = 0
  let strays = 0
  let firstStray = -1
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 1) sequences += 1
    if (length === 0) {
      strays += 1
      if (firstStray < 0) firstStray = at
    }
    at += Math.max(length, 1)
  }
  return { sequences, strays, firstStray }
}

/** Bytes of the character that begins here; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4) return 0
  for (let next = 1; next < length; next += 1) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  const second = bytes[at + 1] ?? 0
  // Longer forms than needed, halves of pairs, and what lies beyond Unicode.
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : length
}

/** Whether the beginning looks like ASCII in two bytes a letter, as UTF-16 writes it. */
export function isMostlyNull(bytes: Uint8Array): boolean {
  const beginning = bytes.subarray(0, 4096)
  return beginning.filter((byte) => byte === 0).length > beginning.length / 4
}
