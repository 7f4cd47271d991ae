import { streamXlsxRows } from 'hucre/xlsx'
import { plainDecimal } from '../decimal.ts'
import type { Complaint } from '../import/problems.ts'
import type { CellKind, Row } from '../import/split-rows.ts'
import { listParts, partText, wordsIn, type ZipPart } from './zip-parts.ts'

/** A sheet of a workbook, by the name on its tab. */
export type WorkSheet = { name: string; isHidden: boolean; part: ZipPart }

/** A workbook that was looked into; no rows are read before somebody asks for them. */
export type Workbook = { bytes: Uint8Array; sheets: readonly WorkSheet[] }

/** Longer than this nobody waits for one sheet. */
const MAXIMUM_MS = 60_000
/** More digits than a spreadsheet keeps of a number: the last ones are no longer what was typed. */
const FIRST_INEXACT = 1e15

/** Looks into a workbook, or says why it is not opened. Costs the reading of its table of contents. */
export function openWorkbook(bytes: Uint8Array): Workbook | { complaint: Complaint } {
  const listed = listParts(bytes)
  if ('complaint' in listed) return listed
  try {
    const sheets = sheetsIn(bytes, new Map(listed.parts.map((part) => [part.name, part])))
    return sheets.length > 0 ? { bytes, sheets } : broken()
  } catch {
    return broken()
  }
}

const broken = () => ({ complaint: { reason: 'platform.import.workbookBroken', values: {} } as const })

function sheetsIn(bytes: Uint8Array, parts: ReadonlyMap<string, ZipPart>): WorkSheet[] {
  const book = parts.get('xl/workbook.xml')
  const links = parts.get('xl/_rels/workbook.xml.rels')
  if (!book || !links) return []
  const targets = new Map(
    elementsIn(partText(bytes, links), 'Relationship').map(({ Id = '', Target = '' }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    ]),
  )
  return elementsIn(partText(bytes, book), 'sheet').flatMap((attributes) => {
    const part = parts.get(targets.get(attributes['r:id'] ?? '') ?? '')
    const { name = '', state = 'visible' } = attributes
    return part ? [{ name, isHidden: state !== 'visible', part }] : []
  })
}

/** Attributes of every element of a name, in the order of the document. */
const elementsIn = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(
    ([, attributes = '']): Record<string, string | undefined> =>
      Object.fromEntries(
        [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, double, single]) => [
          key,
          withoutEntities(double ?? single ?? ''),
        ]),
      ),
  )

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const withoutEntities = (text: string) =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole
    return String.fromCodePoint(hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal))
  })

const FORMULA = ['<f>', '<f '] as const
const MERGED = '<mergeCell '

/** What in a sheet is read otherwise than it looks: results of formulas, and merged cells. */
export async function oddities({ bytes }: Workbook, { part }: WorkSheet): Promise<Complaint[]> {
  const words = await wordsIn(bytes, part, [...FORMULA, MERGED])
  return [
    ...(FORMULA.some((word) => words.has(word)) ? (['platform.import.noteFormulas'] as const) : []),
    ...(words.has(MERGED) ? (['platform.import.noteMerged'] as const) : []),
  ].map((reason) => ({ reason, values: {} }))
}

/**
 * Rows of a sheet one by one, each cell as the text that its value stands for: dates as `2025-12-31`, numbers in
 * plain digits, texts letter by letter. What a text cannot tell is told beside it.
 *
 * @returns what cannot be read, at which the rows end; undefined when all is well
 */
export async function* workbookRows(
  { bytes }: Workbook,
  { name }: WorkSheet,
): AsyncGenerator<Row, Complaint | undefined> {
  const until = Date.now() + MAXIMUM_MS
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: name })) {
      if (Date.now() > until) return { reason: 'platform.import.workbookSlow', values: {} }
      yield asRow(values, index + 1)
    }
    return undefined
  } catch {
    return { reason: 'platform.import.workbookBroken', values: {} }
  }
}

type Value = string | number | boolean | Date | null

function asRow(values: readonly Value[], line: number): Row {
  let kinds: Map<number, CellKind> | undefined
  const cells = values.map((value, index) => {
    const kind = kindOf(value)
    if (kind) {
      kinds ??= new Map()
      kinds.set(index, kind)
    }
    return asText(value)
  })
  return kinds ? { cells, line, kinds } : { cells, line }
}

function kindOf(value: Value): CellKind | undefined {
  if (value instanceof Date) return 'date'
  return typeof value === 'number' && Math.abs(value) >= FIRST_INEXACT ? 'longNumber' : undefined
}

function asText(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return value.replaceAll(/\r\n?/g, '\n')
  if (typeof value === 'number') return plainDecimal(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const [day = '', time = ''] = value.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}
