import { inflateSync } from 'node:zlib'

/** An element of the structure that a reader hears: `H1`, `TH`, `Figure`. */
export type PdfElement = { kind: string; alt?: string; scope?: string; language?: string }

export type ReadPdf = {
  elements: PdfElement[]
  /** What is written, in the order of drawing; running feet are left out. */
  text: string
  title: string
  language: string
  /** Which part of PDF/UA it says it follows. */
  accessibilityPart: number
  links: string[]
  pages: { width: number; height: number }[]
}

/**
 * Reads what a PDF of ours tells about itself: enough for tests, and only of files whose objects are not packed
 * together, as Typst writes them.
 */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes)
  const objects = objectsOf(file)
  const dictionaries = [...objects.values()].map(({ head }) => head)
  const find = (type: string) => dictionaries.find((head) => head.includes(`/Type /${type}\n`)) ?? ''
  const xmp =
    [...objects.values()].find(({ head }) => head.includes('/Type /Metadata'))?.data.toString('utf8') ?? ''
  return {
    elements: dictionaries.filter((head) => head.includes('/Type /StructElem')).map(elementOf),
    text: dictionaries
      .filter((head) => /\/Type \/Page\n/u.test(head))
      .map((page) => pageText(page, objects))
      .join('\n'),
    title: /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/su.exec(xmp)?.[1] ?? '',
    language: /\/Lang \((.*?)\)/u.exec(find('Catalog'))?.[1] ?? '',
    accessibilityPart: Number(/<pdfuaid:part>(\d)</u.exec(xmp)?.[1]),
    links: dictionaries.flatMap((head) => /\/URI \((.*?)\)\n/u.exec(head)?.[1] ?? []),
    pages: dictionaries.flatMap((head) => {
      const [, width, height] = /\/Type \/Page\n.*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/su.exec(head) ?? []
      return width === undefined ? [] : [{ width: Number(width), height: Number(height) }]
    }),
  }
}

type PdfObject = { head: string; data: Buffer }
type Objects = ReadonlyMap<string, PdfObject>

function objectsOf(file: Buffer): Objects {
  const text = file.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const found of text.matchAll(/(?<=\n)(\d+) 0 obj\n/gu)) {
    const start = found.index + found[0].length
    const end = text.indexOf('endobj', start)
    const stream = text.indexOf('>>\nstream\n', start)
    const hasData = stream !== -1 && stream < end
    const head = text.slice(start, hasData ? stream + 3 : end)
    const from = stream + '>>\nstream\n'.length
    const raw = hasData
      ? file.subarray(from, from + Number(/\/Length (\d+)/u.exec(head)?.[1]))
      : Buffer.alloc(0)
    objects.set(found[1] ?? '', { head, data: head.includes('/FlateDecode') ? inflateSync(raw) : raw })
  }
  return objects
}

function elementOf(head: string): PdfElement {
  const alt = /\/Alt (<[0-9A-F]*>|\((?:[^()\\]|\\.)*\))/u.exec(head)?.[1]
  const scope = /\/Scope \/(\w+)/u.exec(head)?.[1]
  const language = /\/Lang \((.*?)\)/u.exec(head)?.[1]
  return {
    kind: /\/S \/(\w+)/u.exec(head)?.[1] ?? '',
    ...(alt === undefined ? {} : { alt: stringOf(alt) }),
    ...(scope === undefined ? {} : { scope }),
    ...(language === undefined ? {} : { language }),
  }
}

/** A string of PDF: in hexadecimals with a mark in front, or plain letters. */
function stringOf(written: string): string {
  if (written.startsWith('(')) return written.slice(1, -1).replace(/\\(.)/gsu, '$1')
  return utf16(written.slice(1, -1)).replace(/^\uFEFF/u, '')
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function pageText(page: string, objects: Objects): string {
  const fonts = new Map(
    [...(/\/Font <<(.*?)>>/su.exec(page)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/gu)].map(([, name, id]) => [
      name,
      lettersOf(id, objects),
    ]),
  )
  const content = objects.get(/\/Contents (\d+) 0 R/u.exec(page)?.[1] ?? '')?.data.toString('latin1') ?? ''
  let font = new Map<number, string>()
  let text = ''
  let isForShow = false
  let instead: string | undefined
  const tokens =
    /\/Artifact[^\n]*(?:<<[\s\S]*?>>)? (?:BDC|BMC)|\/Span <<\s*\/ActualText (<[0-9A-F]*>|\((?:[^()\\]|\\[\s\S])*\))[\s\S]*?BDC|(EMC)|\/(\w+) [\d.]+ Tf|\[((?:\((?:[^()\\]|\\[\s\S])*\)|[^\]])*)\] TJ|(\((?:[^()\\]|\\[\s\S])*\)) Tj/gu
  for (const [whole, actual, ends, named, spaced, plain] of content.matchAll(tokens)) {
    if (whole.startsWith('/Artifact')) isForShow = true
    else if (actual !== undefined) instead = stringOf(actual)
    else if (ends) {
      if (instead !== undefined && !isForShow) text += instead
      instead = undefined
      isForShow = false
    } else if (named !== undefined) font = fonts.get(named) ?? new Map()
    else if (!isForShow && instead === undefined)
      text += glyphs(spaced ?? plain ?? '')
        .map((glyph) => font.get(glyph) ?? '\uFFFD')
        .join('')
  }
  return text
}

/** Which letters a font's glyphs stand for. */
function lettersOf(id: string | undefined, objects: Objects): Map<number, string> {
  const font = objects.get(id ?? '')?.head ?? ''
  const map = objects.get(/\/ToUnicode (\d+) 0 R/u.exec(font)?.[1] ?? '')?.data.toString('latin1') ?? ''
  return new Map(
    [...map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n/gu)].map(([, glyph = '', letters = '']) => [
      Number.parseInt(glyph, 16),
      utf16(letters),
    ]),
  )
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Glyphs, of two bytes each, out of strings with what is between them. */
function glyphs(written: string): number[] {
  const bytes = [...written.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/gu)].flatMap(([, inner = '']) =>
    [...inner.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/gu)].map(([, octal, sign, plain]) =>
      octal !== undefined
        ? Number.parseInt(octal, 8)
        : sign !== undefined
          ? (ESCAPES[sign] ?? sign.charCodeAt(0))
          : (plain ?? '').charCodeAt(0),
    ),
  )
  return Array.from(
    { length: bytes.length / 2 },
    (_, pair) => (bytes[pair * 2] ?? 0) * 256 + (bytes[pair * 2 + 1] ?? 0),
  )
}
