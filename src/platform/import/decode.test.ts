import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, forbiddenIn } from './decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)
/** Latvian in Windows-1257, as Excel saves it by default: `Izglītība, Ķekava`. */
const IN_1257 = bytes(...utf8('Izgl'), 0xee, ...utf8('t'), 0xee, ...utf8('ba, '), 0xcd, ...utf8('ekava\n'))

function utf16(text: string, isLittle: boolean) {
  const codes = [0xfeff, ...Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))]
  return bytes(...codes.flatMap((code) => (isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255])))
}

describe('reads', () => {
  test.each([
    ['UTF-8', utf8('Ķekava – “jā”')],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, ...utf8('Ķekava – “jā”'))],
  ])('%s', (_, content) => {
    expect(decode(content)).toEqual({ text: 'Ķekava – “jā”', encoding: 'utf-8' })
  })

  test.each([true, false])('UTF-16 with its mark (little end first: %s), and says so', (isLittle) => {
    expect(decode(utf16('Ķekava 🏫', isLittle))).toEqual({ text: 'Ķekava 🏫', encoding: 'utf-16' })
  })

  test('Windows-1257 when it is named', () => {
    expect(decode(IN_1257, 'windows-1257')).toEqual({ text: 'Izglītība, Ķekava\n', encoding: 'windows-1257' })
  })

  test('UTF-8 as UTF-8, though Windows-1257 is named for the other files', () => {
    expect(decode(utf8('Ķekava'), 'windows-1257')).toEqual({ text: 'Ķekava', encoding: 'utf-8' })
  })
})

describe('refuses', () => {
  const reasonOf = (content: Uint8Array, otherwise?: 'windows-1257') => {
    const decoded = decode(content, otherwise)
    return 'complaint' in decoded ? decoded.complaint : decoded
  }

  test('Windows-1257 that is not named, showing how it would read and what to do', () => {
    expect(reasonOf(IN_1257)).toEqual({
      line: 1,
      reason: 'platform.import.windows1257',
      values: { sample: 'Izglītība', option: '--encoding windows-1257' },
    })
  })

  test('other encodings by what they look like', () => {
    const russian = bytes(...[0xd8, 0xea, 0xee, 0xeb, 0xe0, 0x20, 0xe8, 0x20, 0xe4, 0xe5, 0xf2, 0xe8])
    expect(reasonOf(russian)).toMatchObject({
      reason: 'platform.import.encodingOther',
      values: { encoding: 'Windows-1251' },
    })
    // Latvian as DOS wrote it.
    const dos = bytes(...utf8('Izgl'), 0x8c, ...utf8('t'), 0x8c, ...utf8('ba'))
    expect(reasonOf(dos)).toMatchObject({ reason: 'platform.import.encodingUnknown' })
  })

  test('a byte without a meaning in the encoding that was named, by its line', () => {
    const broken = bytes(...IN_1257, 0xa1)
    expect(reasonOf(broken, 'windows-1257')).toMatchObject({
      line: 2,
      reason: 'platform.import.encodingBroken',
      values: { found: '0xA1' },
    })
  })

  test.each([undefined, 'windows-1257'] as const)('damaged UTF-8, with %s named as well', (otherwise) => {
    const damaged = bytes(...utf8('Ķekava\r\nCēsis, Rēzekne\rOgre '), 0xc4)
    expect(reasonOf(damaged, otherwise)).toMatchObject({ line: 3, reason: 'platform.import.utf8Broken' })
  })

  test.each([
    ['a workbook', bytes(0x50, 0x4b, 3, 4, 20, 0), 'workbook'],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'workbook'],
    ['UTF-16 without its mark', utf16('key,title', true).subarray(2), 'utf16WithoutMark'],
    ['null bytes', new Uint8Array(60_000_000), 'utf16WithoutMark'],
    ['half a UTF-16 character', utf16('ab', true).subarray(0, 5), 'utf16Broken'],
  ])('%s', (_, content, reason) => {
    expect(reasonOf(content)).toMatchObject({ reason: `platform.import.${reason}` })
  })
})

test('whatever the bytes, what is read can be written back to the very same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (content) => {
      const decoded = decode(content)
      if ('complaint' in decoded || decoded.encoding !== 'utf-8') return
      const mark = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf ? 3 : 0
      expect([...utf8(decoded.text)]).toEqual([...content.subarray(mark)])
    }),
  )
})

describe('characters that no text may hold', () => {
  test.each(['\0', '\u001b', '\u007f', '\u0085', '\u009f', '\u202e', '\u2066', '\uffff'])(
    '%j',
    (character) => {
      const found = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
      expect(forbiddenIn(`a${character}b`)).toEqual({ reason: 'platform.import.control', values: { found } })
    },
  )

  test('the sign for a lost letter', () => {
    expect(forbiddenIn('Izgl\ufffdt\ufffdba')).toMatchObject({ reason: 'platform.import.lostLetter' })
  })

  test('but tabs, line ends and all letters may be there', () => {
    expect(forbiddenIn('a\tb\r\nĶekava 🏫 – “jā” 5 %')).toBeUndefined()
  })
})
