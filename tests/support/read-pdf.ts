import { inflateSync } from 'node:zlib'

/** An element of the structure that a reader hears: `H1`, `TH`, `Figure`. */
export type PdfElement = { kind: string; alt?: string; scope?: string }

export type ReadPdf = {
  elements: PdfElement[]
  /** What is written, in the order of drawing; running feet are left out. */
  text: string
  title: string
  language: string
  /** Languages that stretches of words say they are in. */
  saidLanguages: string[]
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
    saidLanguages: [...objects.values()].flatMap(({ data }) =>
      [...data.toString('latin1').matchAll(/\/Lang \((.*?)\)\n>> BDC/gu)].map(
        ([, language = '']) => language,
      ),
    ),
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
  const alt = /\/Alt <([0-9A-F]*)>/u.exec(inHex(head))?.[1]
  const scope = /\/Scope \/(\w+)/u.exec(head)?.[1]
  return {
    kind: /\/S \/(\w+)/u.exec(head)?.[1] ?? '',
    ...(alt === undefined ? {} : { alt: textOf(alt) }),
    ...(scope === undefined ? {} : { scope }),
  }
}

/** A text of PDF, given in hexadecimals: with a mark in front it is UTF-16. */
function textOf(hex: string): string {
  return hex.startsWith('FEFF') ? utf16(hex.slice(4)) : Buffer.from(hex, 'hex').toString('latin1')
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function pageText(page: string, objects: Objects): string {
  const fonts = new Map(
    [...(/\/Font <<(.*?)>>/su.exec(page)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/gu)].map(([, name, id]) => [
      name,
      lettersOf(id, objects),
    ]),
  )
  const content = inHex(
    objects.get(/\/Contents (\d+) 0 R/u.exec(page)?.[1] ?? '')?.data.toString('latin1') ?? '',
  )
  let font = new Map<number, string>()
  let text = ''
  let isForShow = false
  let instead: string | undefined
  const tokens =
    /\/Artifact[^\n]*(?:<<[\s\S]*?>>)? (?:BDC|BMC)|\/ActualText <([0-9A-F]*)>[\s\S]*?BDC|(EMC)|\/(\w+) [\d.]+ Tf|([^\n]*) T[Jj]\b/gu
  for (const [whole, actual, ends, named, shown] of content.matchAll(tokens)) {
    if (whole.startsWith('/Artifact')) isForShow = true
    else if (actual !== undefined) instead = textOf(actual)
    else if (ends) {
      if (instead !== undefined && !isForShow) text += instead
      instead = undefined
      isForShow = false
    } else if (named !== undefined) font = fonts.get(named) ?? new Map()
    else if (!isForShow && instead === undefined)
      text += glyphs(shown ?? '')
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

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The same content with its strings in hexadecimals: in round brackets they may hold such brackets themselves. */
function inHex(content: string): string {
  let written = ''
  let at = 0
  while (at < content.length) {
    if (content[at] !== '(') {
      written += content[at]
      at += 1
      continue
    }
    let [letters, depth] = ['', 1]
    for (at += 1; depth > 0; at += 1) {
      const sign = content[at] ?? ')'
      if (sign === '\\') {
        const octal = /^[0-7]{1,3}/u.exec(content.slice(at + 1, at + 4))?.[0]
        const escaped = content[at + 1] ?? ''
        letters +=
          octal === undefined ? (ESCAPES[escaped] ?? escaped) : String.fromCharCode(Number.parseInt(octal, 8))
        at += octal?.length ?? 1
        continue
      }
      if (sign === '(') depth += 1
      if (sign === ')') depth -= 1
      if (depth > 0) letters += sign
    }
    written += `<${Buffer.from(letters, 'latin1').toString('hex').toUpperCase()}>`
  }
  return written
}

/** Glyphs, of two bytes each, out of strings with what is between them. */
function glyphs(written: string): number[] {
  return [...written.matchAll(/<([0-9A-F]*)>/gu)].flatMap(([, hex = '']) =>
    (hex.match(/.{4}/gu) ?? []).map((glyph) => Number.parseInt(glyph, 16)),
  )
}
