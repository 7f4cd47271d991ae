import { asideOf } from './asides.ts'
import { nameBlock } from './check-report.ts'
import { lyingPieces } from './lying-pages.ts'
import { numbersOf } from './numbers.ts'
import {
  type Block,
  hasContents,
  type Inline,
  type Report,
  type ReportSection,
  type ReportTable,
} from './report.ts'
import { headRows } from './table-head.ts'
import { columnShares, lengthOf } from './table-width.ts'
import { clean, pieces, printed, reportText, sayAsOf, wholeAddress } from './words.ts'

type Place = {
  report: Report
  lying: ReturnType<typeof lyingPieces>
  origin: string | undefined
  numbers: ReturnType<typeof numbersOf>
}

/** What the template draws: only data, so that no text of a report can become code. */
export type PdfData = ReturnType<typeof pdfData>

/** A report as the template of the PDF reads it. */
export function pdfData(report: Report, origin: string | undefined) {
  const text = reportText(report.language)
  const place: Place = {
    report,
    lying: lyingPieces(report),
    origin,
    numbers: numbersOf(report),
  }
  const [year, month, day] = report.on.split('-').map(Number)
  return {
    title: clean(report.title),
    subtitle: clean(report.subtitle),
    language: report.language,
    on: { year, month, day },
    asOf: sayAsOf(report.language, report.on),
    contents: hasContents(report) ? text('platform.report.contents') : null,
    page: text('platform.report.page', { page: '{page}', pages: '{pages}' }),
    facts: report.facts.map(({ label, content }) => ({ label: clean(label), content: runs(content, place) })),
    parts: report.sections.flatMap((section) => sectionParts(section, 1, place)),
  }
}

type Part = { kind: string; name: string; isLying: boolean; [more: string]: unknown }

function sectionParts(section: ReportSection, level: number, place: Place): Part[] {
  const heading = {
    kind: 'heading',
    name: `section ${section.key}`,
    isLying: place.lying.has(section),
    level,
    title: clean(section.title),
  }
  return [
    heading,
    ...section.blocks.map((block) => ({
      name: nameBlock(section, block),
      isLying: place.lying.has(block),
      ...blockPart(block, place),
    })),
    ...(section.sections ?? []).flatMap((one) => sectionParts(one, level + 1, place)),
  ]
}

function blockPart(block: Block, place: Place): { kind: string; [more: string]: unknown } {
  const text = reportText(place.report.language)
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', content: runs(block.content, place) }
    case 'list':
      return {
        kind: 'list',
        isOrdered: block.isOrdered ?? false,
        items: block.items.map((item) => runs(item, place)),
      }
    case 'table':
      return tablePart(block, place)
    case 'chart':
      return {
        kind: 'chart',
        number: text('platform.report.chart', { number: place.numbers.get(block.key) ?? 0 }),
        caption: clean(block.caption),
        says: clean(block.says),
        alt: clean(block.alt),
        svg: block.svg,
        note: block.note ? runs(block.note, place) : null,
      }
    default: {
      const { look, label, paragraphs, after } = asideOf(block, place.report.language)
      return {
        kind: 'aside',
        look,
        label: clean(label),
        content: paragraphs.map((content) => runs(content, place)),
        after: after && { label: after.label, content: runs(after.content, place) },
      }
    }
  }
}

function tablePart(table: ReportTable, place: Place) {
  const { columns, rows, note } = table
  return {
    kind: 'table',
    number: reportText(place.report.language)('platform.report.table', {
      number: place.numbers.get(table.key) ?? 0,
    }),
    caption: clean(table.caption),
    says: clean(table.says),
    shares: columnShares(table).map((share) => Math.round(share * 1000)),
    numbers: columns.map(({ isNumber = false }) => isNumber),
    groups:
      headRows(table).groups?.map(({ heading, span }) => ({ heading: pieces(clean(heading)), span })) ?? null,
    headings: columns.map(({ heading }) => pieces(clean(heading))),
    rows: rows.map(({ cells, isLead = false, isTotal = false }) => ({
      isLead,
      isTotal,
      // A row stays on one page unless it may be longer than a page.
      mayBreak: cells.some((cell) => lengthOf(cell) > 600),
      cells: cells.map((cell) => runs(cell, place)),
    })),
    note: note ? runs(note, place) : null,
  }
}

/** Stretches of text with all that is to be known of them decided. */
function runs(content: Inline, { report, origin }: Place) {
  return content.map((run) => {
    const address = run.to === undefined ? undefined : wholeAddress(run.to, report.language, origin)
    return {
      pieces: pieces(printed(run, report.language)),
      ...(address === undefined ? {} : { to: address }),
      ...(run.isStrong ? { strong: true } : {}),
      ...(run.language && run.language !== report.language ? { language: run.language } : {}),
    }
  })
}
