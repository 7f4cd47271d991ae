import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  ImageRun,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { LOCALES } from '../texts/text.ts'
import { type Aside, asideOf } from './asides.ts'
import type { DocxPicture } from './docx-picture.ts'
import type { numbersOf } from './numbers.ts'
import type { Block, Inline, Report, ReportChart, ReportRow, ReportTable, Run } from './report.ts'
import { headRows, type PlacedHeading } from './table-head.ts'
import { columnShares } from './table-width.ts'
import { clean, pieces, printed, reportText, wholeAddress } from './words.ts'

/** Where a line may end within a long code. */
const BREAK = '\u200b'
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'C9CDC6' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export type DocxPlace = {
  report: Report
  origin: string | undefined
  /** The pictures of all charts. */
  pictures: ReadonlyMap<ReportChart, DocxPicture>
  numbers: ReturnType<typeof numbersOf>
  /** Room for a table, in twentieths of a point. */
  width: number
}

/** A block as paragraphs and tables of Word. */
export function docxBlock(block: Block, place: DocxPlace): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ children: inline(block.content, place) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            children: inline(item, place),
            ...(block.isOrdered
              ? { numbering: { reference: 'ordered', level: 0, instance: instanceOf(block) } }
              : { bullet: { level: 0 } }),
          }),
      )
    case 'table':
      return tableBlock(block, place)
    case 'chart':
      return chartBlock(block, place)
    default:
      return aside(asideOf(block, place.report.language), place)
  }
}

/** Each ordered list counts from one. */
const instances = new WeakMap<Block, number>()
let lastInstance = 0
function instanceOf(block: Block): number {
  const known = instances.get(block)
  if (known !== undefined) return known
  lastInstance += 1
  instances.set(block, lastInstance)
  return lastInstance
}

/** Stretches of text; those that lead somewhere are links. */
export function inline(
  content: Inline,
  { report, origin }: Pick<DocxPlace, 'report' | 'origin'>,
  isStrong = false,
): ParagraphChild[] {
  return content.flatMap((run): ParagraphChild[] => {
    const address = run.to === undefined ? undefined : wholeAddress(run.to, report.language, origin)
    const said = textRuns(run, report, isStrong, address !== undefined)
    return address === undefined ? said : [new ExternalHyperlink({ link: address, children: said })]
  })
}

/** A stretch as runs of Word: one for each line of it. */
function textRuns(run: Run, report: Report, isStrong: boolean, isLink: boolean): TextRun[] {
  return printed(run, report.language)
    .split('\n')
    .map(
      (line, place) =>
        new TextRun({
          text: pieces(line).join(BREAK),
          ...(place === 0 ? {} : { break: 1 }),
          ...(run.isStrong || isStrong ? { bold: true } : {}),
          ...(isLink ? { style: 'Hyperlink' } : {}),
          ...(run.language && run.language !== report.language
            ? { language: { value: wordLocale(run.language) } }
            : {}),
        }),
    )
}

/** A language as Word names it. */
export const wordLocale = (language: Report['language']) => (language === 'lv' ? 'lv-LV' : LOCALES[language])

function aside({ label, paragraphs, after }: Aside, place: DocxPlace): Paragraph[] {
  const paragraph = (children: ParagraphChild[], isTitle = false) =>
    new Paragraph({ style: 'Aside', keepNext: isTitle, children })
  return [
    paragraph([new TextRun({ text: clean(label), bold: true })], true),
    ...paragraphs.map((content) => paragraph(inline(content, place))),
    ...(after === null
      ? []
      : [
          paragraph([
            new TextRun({ text: `${after.label} `, italics: true }),
            ...inline(after.content, place),
          ]),
        ]),
  ]
}

function caption(
  kind: 'platform.report.table' | 'platform.report.chart',
  { key, caption: title, says }: ReportTable | ReportChart,
  { report, numbers }: DocxPlace,
): Paragraph[] {
  const number = reportText(report.language)(kind, { number: numbers.get(key) ?? 0 })
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [new TextRun({ text: `${number} ${clean(title)}`, bold: true })],
    }),
    ...(says === ''
      ? []
      : [new Paragraph({ keepNext: true, children: [new TextRun({ text: clean(says) })] })]),
  ]
}

function noteBelow(note: Inline | undefined, place: DocxPlace): Paragraph[] {
  return [new Paragraph({ style: 'Source', children: note ? inline(note, place) : [] })]
}

function chartBlock(chart: ReportChart, place: DocxPlace): Paragraph[] {
  const picture = place.pictures.get(chart)
  if (!picture) throw new Error(`docx: chart ${chart.key} has no picture`)
  return [
    ...caption('platform.report.chart', chart, place),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'svg',
          data: Buffer.from(chart.svg),
          fallback: { type: 'png', data: picture.fallback },
          transformation: { width: picture.width, height: picture.height },
          altText: { name: clean(chart.caption), title: clean(chart.caption), description: clean(chart.alt) },
        }),
      ],
    }),
    ...noteBelow(chart.note, place),
  ]
}

function tableBlock(table: ReportTable, place: DocxPlace): (Paragraph | Table)[] {
  const widths = columnShares(table).map((share) => Math.floor(share * place.width))
  const { groups, alone, below } = headRows(table)
  const headRow = (children: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children })
  const heading = ({ heading: text, isNumber }: PlacedHeading, rowSpan = 1) =>
    cell([{ text }], place, { isNumber: isNumber === true, isStrong: true, isHead: true, rowSpan })
  const upper = groups?.flatMap(({ heading: text, span, place: first }) =>
    text === ''
      ? alone
          .filter((column) => column.place >= first && column.place < first + span)
          .map((column) => heading(column, 2))
      : [cell([{ text }], place, { isStrong: true, isHead: true, span })],
  )
  const head = [...(upper ? [headRow(upper)] : []), headRow(below.map((column) => heading(column)))]
  return [
    ...caption('platform.report.table', table, place),
    new Table({
      rows: [...head, ...table.rows.map((row) => tableRow(row, table, place))],
      width: { size: place.width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        bottom: RULE,
        insideHorizontal: RULE,
        insideVertical: NONE,
      },
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      // What Word tells those who listen: the first row and the first column are headings.
      tableLook: {
        firstRow: true,
        firstColumn: true,
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
    }),
    ...noteBelow(table.note, place),
  ]
}

function tableRow(
  { cells, isLead, isTotal }: ReportRow,
  { columns }: ReportTable,
  place: DocxPlace,
): TableRow {
  const isStrong = isLead === true || isTotal === true
  return new TableRow({
    cantSplit: true,
    keepNext: isLead === true,
    children: cells.map((content, column) =>
      cell(content, place, {
        isNumber: !isLead && columns[column]?.isNumber === true,
        isStrong,
        span: isLead ? columns.length : 1,
      }),
    ),
  })
}

type CellLook = { isNumber?: boolean; isStrong: boolean; isHead?: boolean; span?: number; rowSpan?: number }

function cell(content: Inline, place: DocxPlace, look: CellLook): TableCell {
  const { isNumber = false, isStrong, isHead = false, span = 1, rowSpan = 1 } = look
  return new TableCell({
    columnSpan: span,
    rowSpan,
    ...(isHead ? { borders: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '16211F' } } } : {}),
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: isNumber ? AlignmentType.END : AlignmentType.START,
        children: inline(content, place, isStrong),
      }),
    ],
  })
}
