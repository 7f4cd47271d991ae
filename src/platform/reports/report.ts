import type { Language } from '../texts/text.ts'

/** A figure as a report cites it, known again when the report is made anew. */
export type CitedFigure = {
  /** What it is, whatever its value: `indicator:1/school@2024/2025`, `count:actions/implemented`. */
  id: string
  /** As it is said, with its unit. */
  said: string
}

/** A stretch of text. */
export type Run = {
  text: string
  /** Where it leads: an address of ours beginning with `/`, or a whole one. */
  to?: string
  isStrong?: true
  /** Exact words of others; renderers put the quotation marks. */
  isQuoted?: true
  /** Language of words that are not in the report's own. */
  language?: Language
  /** The figure that the text says. */
  figure?: CitedFigure
}
export type Inline = readonly Run[]

/** A column; the first one names the row. `share` is its part of the width beside the others, 1 where others have one. */
export type ReportColumn = { heading: string; isNumber?: true; share?: number }

/** A heading over several columns, as many as its span; an empty one stands over the columns that need none. */
export type HeadGroup = { heading: string; span: number }

export type ReportRow = {
  cells: readonly Inline[]
  /** A row over the rows that follow it, in one cell across all columns. */
  isLead?: true
  /** A sum or mean of the rows around it. */
  isTotal?: true
}

export type ReportTable = {
  kind: 'table'
  /** Names it within the report. */
  key: string
  caption: string
  /** One sentence: what it shows. */
  says: string
  groups?: readonly HeadGroup[]
  columns: readonly ReportColumn[]
  rows: readonly ReportRow[]
  /** Where its figures come from, and what is to be known about them. */
  note?: Inline
}

export type ReportChart = {
  kind: 'chart'
  key: string
  caption: string
  says: string
  /** What one sees, in words, for whoever does not. */
  alt: string
  /** Complete in itself: no styles from outside, no script, no link. */
  svg: string
  note?: Inline
}

/** A part of a section. */
export type Block =
  | { kind: 'paragraph'; content: Inline }
  | { kind: 'list'; items: readonly Inline[]; isOrdered?: true }
  | ReportTable
  | ReportChart
  /** Something to be known before the figures are read; `warning` where they would mislead without it. */
  | { kind: 'note'; tone: 'plain' | 'warning'; content: Inline }
  /** What a rule found in the data, and how sure that is. */
  | { kind: 'finding'; title: string; content: Inline; certainty: string | null }
  /** What the data make worth asking; never a decision. */
  | { kind: 'question'; content: Inline; basis: Inline }
  /** What people wrote to the section, by paragraphs. */
  | { kind: 'commentary'; paragraphs: readonly string[] }

export type ReportSection = {
  /** Names it within the report; commentary is kept by it. */
  key: string
  title: string
  blocks: readonly Block[]
  /** Sections within it; three levels at most. */
  sections?: readonly ReportSection[]
}

/** A report in one language: what it says, and nothing of how it looks. */
export type Report = {
  language: Language
  title: string
  /** Whose it is and of which time. */
  subtitle: string
  /** The day as of which it speaks, `YYYY-MM-DD`. */
  on: string
  /** What a reader has to know of it before reading, as `Versija: …`. */
  facts: readonly { label: string; content: Inline }[]
  sections: readonly ReportSection[]
}

/** As many headings are found without a page that lists them. */
const HEADINGS_AT_A_GLANCE = 7

/** Whether a report on paper is long enough for a page of contents. */
export function hasContents({ sections }: Pick<Report, 'sections'>): boolean {
  const headings = (some: readonly ReportSection[]): number =>
    some.reduce((sum, { sections: inner = [] }) => sum + 1 + headings(inner), 0)
  return headings(sections) > HEADINGS_AT_A_GLANCE
}

/** All blocks of a report, in the order of reading. */
export function blocksOf({ sections }: { sections: readonly ReportSection[] }): Block[] {
  return sections.flatMap((section) => [...section.blocks, ...blocksOf({ sections: section.sections ?? [] })])
}

/** Every figure that a report cites, by what it is: as it is said, and where it leads. */
export function citedFigures(report: Pick<Report, 'sections'>): Map<string, { said: string; to?: string }> {
  const cited = new Map<string, { said: string; to?: string }>()
  for (const run of blocksOf(report).flatMap(runsOf)) {
    if (run.figure && !cited.has(run.figure.id))
      cited.set(run.figure.id, { said: run.figure.said, ...(run.to === undefined ? {} : { to: run.to }) })
  }
  return cited
}

/** What a block says, as stretches of text. */
export function runsOf(block: Block): Run[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
    case 'finding':
      return [...block.content]
    case 'list':
      return block.items.flat()
    case 'table':
      return [...block.rows.flatMap(({ cells }) => cells.flat()), ...(block.note ?? [])]
    case 'chart':
      return [...(block.note ?? [])]
    case 'question':
      return [...block.content, ...block.basis]
    case 'commentary':
      return block.paragraphs.map((text) => ({ text }))
  }
}
