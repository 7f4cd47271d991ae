/**
 * As much of the tar format (POSIX ustar) as a backup needs: plain files, one after the other. `tar tzf` lists what
 * is written here.
 */
const BLOCK = 512
const SIZE = { at: 124, length: 12 }
const CHECKSUM = { at: 148, length: 8 }
const LONGEST_NAME = 100
/** Folders of a longer name stand here. */
const FOLDERS = { at: 345, length: 155 }

/** What stands before a file's bytes. @throws RangeError for a name that does not fit */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  const header = Buffer.alloc(BLOCK)
  const { folders, rest } = splitName(name)
  header.write(rest, 0)
  header.write(folders, FOLDERS.at)
  writeOctal(header, 0o600, 100, 8)
  writeOctal(header, 0, 108, 8)
  writeOctal(header, 0, 116, 8)
  writeOctal(header, size, SIZE.at, SIZE.length)
  writeOctal(header, Math.floor(at.getTime() / 1000), 136, 12)
  header.write('0', 156)
  header.write('ustar\x0000', 257, 'latin1')
  header.fill(' ', CHECKSUM.at, CHECKSUM.at + CHECKSUM.length)
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, CHECKSUM.at, 'latin1')
  return header
}

/** What stands after a file's bytes, so that the next begins with a block. */
export const tarPadding = (size: number) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)

/** What stands at the end. */
export const TAR_END = Buffer.alloc(2 * BLOCK)

export type TarEntry = { name: string; size: number; body: AsyncGenerator<Buffer> }

/** What is read is no tar, or ends before its end. */
export class BrokenTar extends Error {}

/**
 * Reads files one after the other as they come. Each must be read to its end before the next is asked for; what is
 * left of it is passed over.
 *
 * @throws BrokenTar
 */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const source = new Source(chunks)
  for (;;) {
    const header = await source.take(BLOCK)
    if (header.every((byte) => byte === 0)) return
    const size = readOctal(header, SIZE.at, SIZE.length)
    const stated = readOctal(header, CHECKSUM.at, CHECKSUM.length)
    header.fill(' ', CHECKSUM.at, CHECKSUM.at + CHECKSUM.length)
    if (stated !== sumOf(header)) throw new BrokenTar('readTar: a header is damaged')
    const folders = readText(header, FOLDERS.at, FOLDERS.length)
    const rest = readText(header, 0, LONGEST_NAME)
    const body = source.pieces(size)
    yield { name: folders === '' ? rest : `${folders}/${rest}`, size, body }
    for await (const _ of body);
    await source.take(tarPadding(size).length)
  }
}

function splitName(name: string) {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return { folders: '', rest: name }
  const at = name.lastIndexOf('/')
  const [folders, rest] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)]
  const isTooLong = Buffer.byteLength(rest) > LONGEST_NAME || Buffer.byteLength(folders) > FOLDERS.length
  if (isTooLong || folders === '') throw new RangeError(`tarHeader: the name ${name} is too long`)
  return { folders, rest }
}

function readText(header: Buffer, at: number, length: number): string {
  const text = header.subarray(at, at + length)
  const end = text.indexOf(0)
  return text.toString('utf8', 0, end < 0 ? length : end)
}

function writeOctal(header: Buffer, number: number, at: number, length: number) {
  const digits = number.toString(8).padStart(length - 1, '0')
  if (digits.length >= length) throw new RangeError(`tarHeader: ${number} is too large`)
  header.write(`${digits}\0`, at, 'latin1')
}

function readOctal(header: Buffer, at: number, length: number): number {
  const text = header
    .toString('latin1', at, at + length)
    .replaceAll('\0', ' ')
    .trim()
  if (!/^[0-7]+$/.test(text)) throw new BrokenTar('readTar: a header is damaged')
  return Number.parseInt(text, 8)
}

const sumOf = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0)

/** Bytes that are taken in other portions than they come in. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  async take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(length)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  async *pieces(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0) await this.#fill()
      const piece = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  async #fill() {
    const next = await this.#chunks.next()
    if (next.done) throw new BrokenTar('readTar: the end is missing')
    this.#rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
  }
}
