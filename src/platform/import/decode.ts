import type { Complaint } from './problems.ts'
import { codePoint, shown } from './shown.ts'
import { isMostlyNull, scanUtf8 } from './utf8.ts'

/** Encodings that files may have besides Unicode, when whoever loads them says so. */
export const OTHER_ENCODINGS = ['windows-1257'] as const
export type OtherEncoding = (typeof OTHER_ENCODINGS)[number]

export type Decoded =
  | { text: string; encoding: 'utf-8' | 'utf-16' | OtherEncoding }
  | { complaint: Complaint }

/**
 * A file's bytes as text, or what is wrong with them. UTF-8 is read with or without a byte order mark, UTF-16
 * with one. Every byte must mean something in the encoding: nothing is ever replaced by a question mark.
 *
 * @param otherwise encoding of files that are not Unicode; without it they are refused with a guess
 */
export function decode(bytes: Uint8Array, otherwise?: OtherEncoding): Decoded {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refused({ reason: 'platform.import.workbook', values: {} })
  }
  if (beginsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'utf-16le')
  if (beginsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'utf-16be')
  if (isMostlyNull(bytes)) return refused({ reason: 'platform.import.utf16WithoutMark', values: {} })
  const text = decodeStrictly(bytes, 'utf-8')
  return text === undefined ? decodeOther(bytes, otherwise) : { text, encoding: 'utf-8' }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = decodeStrictly(bytes, encoding)
  return text === undefined
    ? refused({ reason: 'platform.import.utf16Broken', values: {} })
    : { text, encoding: 'utf-16' }
}

function decodeOther(bytes: Uint8Array, otherwise?: OtherEncoding): Decoded {
  const { sequences, strays, firstStray } = scanUtf8(bytes)
  const line = lineOf(bytes, firstStray)
  // Letters of several bytes hardly ever come about by chance: this is UTF-8 of which something broke.
  if (sequences > strays || beginsWith(bytes, [0xef, 0xbb, 0xbf])) {
    return refused({
      line,
      reason: 'platform.import.utf8Broken',
      values: { found: hexadecimal(bytes[firstStray]) },
    })
  }
  if (otherwise === undefined) return refused({ line, ...guessed(bytes) })
  const text = decodeStrictly(bytes, otherwise)
  if (text !== undefined) return { text, encoding: otherwise }
  const wrong = bytes.findIndex((one) => decodeStrictly(Uint8Array.of(one), otherwise) === undefined)
  const values = { found: hexadecimal(bytes[wrong]), encoding: NAMES[otherwise] }
  return refused({ line: lineOf(bytes, wrong), reason: 'platform.import.encodingBroken', values })
}

const hexadecimal = (byte = 0) => `0x${byte.toString(16).toUpperCase()}`

const NAMES: Record<OtherEncoding, string> = { 'windows-1257': 'Windows-1257' }

/** What the letters beyond ASCII look like: Latvian ones in Windows-1257, Russian ones in Windows-1251. */
function guessed(bytes: Uint8Array): Complaint {
  const high = bytes.filter((byte) => byte >= 0x80).subarray(0, ENOUGH_TO_GUESS)
  const share = (encoding: string, letters: RegExp) => {
    const text = decodeStrictly(high, encoding) ?? ''
    return (text.match(letters)?.length ?? 0) / high.length
  }
  if (share('windows-1257', LATVIAN) >= 0.8) {
    const values = { sample: sampleOf(bytes), option: '--encoding windows-1257' }
    return { reason: 'platform.import.windows1257', values }
  }
  const looksLike = share('windows-1251', CYRILLIC) >= 0.8 ? 'Windows-1251' : '?'
  return looksLike === '?'
    ? { reason: 'platform.import.encodingUnknown', values: { option: '--encoding windows-1257' } }
    : { reason: 'platform.import.encodingOther', values: { encoding: looksLike } }
}

const ENOUGH_TO_GUESS = 100_000
const LATVIAN = /[āčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽ–—‘’‚“”„…€«»°§\u00a0]/g
const CYRILLIC = /[А-Яа-яЁё№«»–—„“”\u00a0]/g

/** The first word with a letter beyond ASCII, read as Windows-1257. */
function sampleOf(bytes: Uint8Array): string {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const around = new TextDecoder('windows-1257').decode(bytes.subarray(Math.max(0, first - 40), first + 40))
  return shown(/\p{L}*[āčēģīķļņšūž]\p{L}*/iu.exec(around)?.[0] ?? '…')
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

/** Line on which the byte at the offset stands, the first being 1. */
function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line += 1
  }
  return line
}

const beginsWith = (bytes: Uint8Array, beginning: readonly number[]) =>
  beginning.every((byte, index) => bytes[index] === byte)

const refused = (complaint: Complaint) => ({ complaint })

/**
 * Characters that no text of ours may hold: control characters but tab and line ends, the sign that stands
 * for a lost letter, and those that turn the direction of what follows.
 */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffd-\uffff]/u

/** What is wrong with a cell's characters; undefined when nothing is. */
export function forbiddenIn(cell: string): Omit<Complaint, 'line'> | undefined {
  const found = FORBIDDEN.exec(cell)?.[0]
  if (found === undefined) return undefined
  const reason = found === '\ufffd' ? 'platform.import.lostLetter' : 'platform.import.control'
  return { reason, values: { found: codePoint(found) } }
}
