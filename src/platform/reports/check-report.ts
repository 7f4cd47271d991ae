import {
  type Block,
  type Inline,
  type Report,
  type ReportSection,
  type ReportTable,
  runsOf,
} from './report.ts'

/** How deep sections may lie in each other. */
const DEPTH = 3

/** A report that cannot be drawn so that everybody can read it; the message names each block and what it lacks. */
export class ReportRefused extends Error {
  readonly complaints: readonly string[]

  constructor(complaints: readonly string[]) {
    super(`This report cannot be drawn:\n${complaints.join('\n')}`)
    this.name = 'ReportRefused'
    this.complaints = complaints
  }
}

/**
 * Looks whether all of a report can be drawn accessibly.
 *
 * @throws ReportRefused with everything that is wrong at once: a picture without words, a table whose rows do not
 *   fit its columns, sections deeper than three levels or without a title, keys that stand twice, odd addresses
 */
export function checkReport(report: Report): void {
  const complaints = [
    ...(report.title.trim() === '' ? ['the report: it has no title'] : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(report.on) ? [] : [`the report: “${report.on}” is not a day`]),
    ...report.facts.flatMap(({ label, content }) =>
      addressLacks(content).map((lack) => `fact ${label}: ${lack}`),
    ),
    ...report.sections.flatMap((section) => complaintsOf(section, 1)),
    ...twice(sectionKeys(report.sections)).map((key) => `section ${key}: another section has the same key`),
    ...twice(blockKeys(report.sections)).map((key) => `block ${key}: another block has the same key`),
  ]
  if (complaints.length > 0) throw new ReportRefused(complaints)
}

/** What a block is called in an error. */
export function nameBlock(section: ReportSection, block: Block): string {
  const kind =
    'key' in block
      ? `${block.kind} ${block.key}`
      : `${block.kind} (block ${section.blocks.indexOf(block) + 1})`
  return `section ${section.key}, ${kind}`
}

function complaintsOf(section: ReportSection, level: number): string[] {
  const own = [
    ...(section.title.trim() === '' ? [`section ${section.key}: it has no title`] : []),
    ...(level > DEPTH ? [`section ${section.key}: it lies ${level} levels deep, ${DEPTH} are possible`] : []),
  ]
  const within = section.blocks.flatMap((block) =>
    lacksOf(block).map((lack) => `${nameBlock(section, block)}: ${lack}`),
  )
  return [...own, ...within, ...(section.sections ?? []).flatMap((one) => complaintsOf(one, level + 1))]
}

function lacksOf(block: Block): string[] {
  const addresses = addressLacks(runsOf(block))
  if (block.kind === 'chart')
    return [
      ...addresses,
      ...(block.alt.trim() === '' ? ['it has no words for those who do not see it'] : []),
      ...(block.svg.startsWith('<svg') ? [] : ['its drawing is no SVG']),
      ...(/<script|<foreignObject|\son\w+=|\b(?:xlink:)?href\s*=\s*["'](?!#)/iu.test(block.svg)
        ? ['its drawing is not complete in itself']
        : []),
    ]
  if (block.kind === 'table') return [...addresses, ...tableLacks(block)]
  return addresses
}

function tableLacks({ columns, groups, rows, caption }: ReportTable): string[] {
  const grouped = groups?.reduce((sum, { span }) => sum + span, 0)
  const uneven = rows.flatMap((row, place) => {
    const wanted = row.isLead ? 1 : columns.length
    return row.cells.length === wanted
      ? []
      : [`row ${place + 1} has ${row.cells.length} cells instead of ${wanted}`]
  })
  return [
    ...(caption.trim() === '' ? ['it has no caption'] : []),
    ...(columns.length === 0 ? ['it has no columns'] : []),
    ...columns.flatMap(({ heading }, place) =>
      heading.trim() === '' ? [`column ${place + 1} has no heading`] : [],
    ),
    ...(grouped === undefined || grouped === columns.length
      ? []
      : [`its groups span ${grouped} of ${columns.length} columns`]),
    ...uneven,
  ]
}

function addressLacks(content: Inline): string[] {
  return content.flatMap(({ to }) => (to === undefined || isAddress(to) ? [] : [`“${to}” is no address`]))
}

function isAddress(to: string): boolean {
  return /^\/(?!\/)/u.test(to) || /^(https?:\/\/[^/\s]+|mailto:[^\s]+$)/iu.test(to)
}

function sectionKeys(sections: readonly ReportSection[]): string[] {
  return sections.flatMap(({ key, sections: inner = [] }) => [key, ...sectionKeys(inner)])
}

function blockKeys(sections: readonly ReportSection[]): string[] {
  return sections.flatMap(({ blocks, sections: inner = [] }) => [
    ...blocks.flatMap((block) => ('key' in block ? block.key : [])),
    ...blockKeys(inner),
  ])
}

function twice(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, place) => keys.indexOf(key) !== place))]
}
