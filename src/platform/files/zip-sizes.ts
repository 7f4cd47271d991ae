const MEGABYTE = 2 ** 20
/** What spreadsheets and documents of people never reach, and bombs do. */
const MOST = { together: 200 * MEGABYTE, ratio: 200, ratioFrom: MEGABYTE, parts: 2000 }

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const BEYOND_32_BITS = 0xffff_ffff

/**
 * Whether a zip archive may be unpacked, by the sizes that it declares itself: whoever unpacks it still has to hold
 * it to them. Reads its directory only.
 */
export function isHarmlessZip(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(buffer)
  if (end === undefined) return false
  const parts = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  // 0xffff and 0xffffffff stand for zip64, which nobody needs here.
  if (parts > MOST.parts || at === BEYOND_32_BITS) return false
  let together = 0
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== ENTRY) return false
    const packed = buffer.readUInt32LE(at + 20)
    const unpacked = buffer.readUInt32LE(at + 24)
    together += unpacked
    if (packed === BEYOND_32_BITS || unpacked === BEYOND_32_BITS || together > MOST.together) return false
    if (unpacked > MOST.ratioFrom && unpacked > packed * MOST.ratio) return false
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return true
}

function findEnd(buffer: Buffer): number | undefined {
  const first = Math.max(0, buffer.length - END_BYTES - LONGEST_COMMENT)
  for (let at = buffer.length - END_BYTES; at >= first; at -= 1) {
    if (buffer.readUInt32LE(at) === END) return at
  }
  return undefined
}
