import { createInflateRaw, inflateRawSync } from 'node:zlib'
import type { Complaint } from '../import/problems.ts'

/** A part of a zip archive as its directory declares it; sizes in bytes. */
export type ZipPart = { name: string; method: number; packed: number; unpacked: number; headerAt: number }

const MEGABYTE = 2 ** 20
/** What all parts of a workbook may unpack to together. */
const MAXIMUM_UNPACKED = 200 * MEGABYTE
/** A part above a megabyte that promises more than this is no spreadsheet. */
const MAXIMUM_RATIO = 200
const MAXIMUM_PARTS = 2000

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LONGEST_COMMENT = 0xffff
const ZIP64 = 0xffffffff
const STORED = 0
const DEFLATED = 8

/**
 * The parts of an archive, or why it is not opened: it is none, or it declares more than a spreadsheet ever has.
 * Looked at before anything is unpacked; what unpacks to more than it declares is stopped while it unpacks.
 */
export function listParts(bytes: Uint8Array): { parts: ZipPart[] } | { complaint: Complaint } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return refused('platform.import.workbookBroken')
  const count = view.getUint16(end + 10, true)
  const directoryAt = view.getUint32(end + 16, true)
  if (count > MAXIMUM_PARTS || directoryAt === ZIP64) return refused('platform.import.workbookLarge')
  const parts: ZipPart[] = []
  let at = directoryAt
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      return refused('platform.import.workbookBroken')
    }
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number]
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    })
    at += ENTRY_LENGTH + nameLength + extraLength + commentLength
  }
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0)
  const isBomb = parts.some((part) => part.unpacked > MEGABYTE && part.unpacked > part.packed * MAXIMUM_RATIO)
  if (unpacked > MAXIMUM_UNPACKED || isBomb) return refused('platform.import.workbookLarge')
  return { parts }
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

/** The packed bytes of a part, behind its own header. */
function packedBytes(bytes: Uint8Array, { headerAt, packed }: ZipPart): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true)
  return bytes.subarray(start, start + packed)
}

/**
 * A part, unpacked.
 *
 * @throws Error when the part unpacks to more than it declares, or is damaged
 */
export function partBytes(bytes: Uint8Array, part: ZipPart): Uint8Array {
  const packed = packedBytes(bytes, part)
  if (part.method === STORED) return packed
  if (part.method !== DEFLATED)
    throw new RangeError(`partBytes: ${part.name} is packed by method ${part.method}`)
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, part.unpacked) })
}

/** A small part as text; fails as `partBytes` does. */
export const partText = (bytes: Uint8Array, part: ZipPart): string =>
  new TextDecoder().decode(partBytes(bytes, part))

/** Which of some words stand in a part, however large it is: it is unpacked piece by piece. */
export async function wordsIn<Word extends string>(
  bytes: Uint8Array,
  part: ZipPart,
  words: readonly Word[],
): Promise<Set<Word>> {
  const found = new Set<Word>()
  const longest = Math.max(...words.map(({ length }) => length))
  let rest = ''
  for await (const piece of piecesOf(bytes, part)) {
    const text = rest + Buffer.from(piece).toString('latin1')
    for (const word of words) if (text.includes(word)) found.add(word)
    if (found.size === words.length) break
    rest = text.slice(-longest)
  }
  return found
}

function piecesOf(bytes: Uint8Array, part: ZipPart): AsyncIterable<Uint8Array> | [Uint8Array] {
  const packed = packedBytes(bytes, part)
  if (part.method === STORED) return [packed]
  const inflate = createInflateRaw()
  inflate.end(packed)
  return inflate
}

const refused = (reason: Complaint['reason']) => ({
  complaint: { reason, values: { megabytes: MAXIMUM_UNPACKED / MEGABYTE } },
})
