import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { typeOf } from './file-type.server.ts'
import { isHarmlessZip } from './zip-sizes.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('what a file is', () => {
  test.each([
    ['a.pdf', bytes('%PDF-1.7\n…\n%%EOF\n'), 'pdf'],
    ['a.png', PNG, 'png'],
    ['bilde.exe', PNG, 'png'],
    ['a.csv', bytes('kods;vērtība\n1;2\n'), 'csv'],
    ['a.CSV', Buffer.from([0xe2, 0x3b, 0x0a]), 'csv'],
    ['a.txt', bytes('Labdien!'), 'txt'],
  ] as const)('%s is kept as what is in it', async (name, content, type) => {
    expect(await typeOf(name, content)).toBe(type)
  })

  test.each([
    ['a.pdf', bytes('%PDF-1.7\n<script>alert(1)</script>')],
    ['a.html', bytes('<script>alert(1)</script>')],
    ['a.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a.exe', bytes('MZ\u0000\u0001')],
    ['a.csv', bytes('a;b\u0000')],
    ['a.pdf', bytes('a;b')],
    ['a.csv', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0])],
    ['a', bytes('abc')],
    ['a.gif', Buffer.from('R0lGODlhAQABAAAAACw=', 'base64')],
  ])('%s may be none of those', async (name, content) => {
    expect(await typeOf(name, content)).toBeUndefined()
  })

  test('a workbook is one', async () => {
    const workbook = await writeXlsx({ sheets: [{ name: 'Dati', rows: [['a', 1]] }] })
    expect(await typeOf('x.xlsx', workbook)).toBe('xlsx')
  })
})

/** An archive with one part that declares how much it would unpack to. */
function archive(unpacked: number, parts = 1) {
  const packed = deflateRawSync(Buffer.alloc(1000))
  const name = Buffer.from('xl/a.xml')
  const entry = Buffer.alloc(46 + name.length)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(unpacked, 24)
  entry.writeUInt16LE(name.length, 28)
  name.copy(entry, 46)
  const directory = Buffer.concat(Array.from({ length: parts }, () => entry))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts, 8)
  end.writeUInt16LE(parts, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(0, 16)
  return Buffer.concat([directory, end])
}

describe('an archive', () => {
  test('of usual sizes is harmless', () => expect(isHarmlessZip(archive(1000))).toBe(true))
  test.each([
    ['declares a hundred thousand times its size', archive(50 * 2 ** 20)],
    ['declares more than 200 MB', archive(201 * 2 ** 20)],
    ['is of the large kind', archive(0xffff_ffff)],
    ['has very many parts', archive(1, 2001)],
    ['has no directory', Buffer.from('PK\u0003\u0004 and nothing more than that')],
    [
      'says its directory is where it is not',
      Buffer.concat([archive(1000).subarray(0, 20), archive(1000).subarray(-22)]),
    ],
  ])('that %s is not', (_, content) => expect(isHarmlessZip(content)).toBe(false))
})
