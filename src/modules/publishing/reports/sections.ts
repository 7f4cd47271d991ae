import type { Block, Report, ReportSection } from '#platform/reports/report.ts'
import { paragraphsIn } from './merge-paragraphs.ts'

/** A section of a report with how deep it stands; the outermost are of level 1. */
export type PlacedSection = { section: ReportSection; level: number }

/** All sections of a report in the order of reading. */
export const sectionsOf = (report: Pick<Report, 'sections'>, level = 1): PlacedSection[] =>
  report.sections.flatMap((section) => [
    { section, level },
    ...sectionsOf({ sections: section.sections ?? [] }, level + 1),
  ])

/** A report with something else in the blocks of its sections. */
export function withBlocks(report: Report, blocksOf: (section: ReportSection) => readonly Block[]): Report {
  const change = (section: ReportSection): ReportSection => ({
    ...section,
    blocks: blocksOf(section),
    ...(section.sections ? { sections: section.sections.map(change) } : {}),
  })
  return { ...report, sections: report.sections.map(change) }
}

/** A report with what people wrote below what the data say. @param words by key of section */
export const withCommentary = (report: Report, words: ReadonlyMap<string, string>): Report =>
  withBlocks(report, ({ key, blocks }) => {
    const paragraphs = paragraphsIn(words.get(key) ?? '')
    return paragraphs.length === 0 ? blocks : [...blocks, { kind: 'commentary', paragraphs }]
  })

/** A report without sections in which nothing stands, such as one whose questions were all left out. */
export function withoutEmpty<Of extends Pick<Report, 'sections'>>(of: Of): Of {
  const full = (sections: readonly ReportSection[]): ReportSection[] =>
    sections.flatMap((section) => {
      const within = full(section.sections ?? [])
      if (section.blocks.length === 0 && within.length === 0) return []
      return [section.sections ? { ...section, sections: within } : section]
    })
  return { ...of, sections: full(of.sections) }
}

/** One section alone, as a report of its own. */
export const onlySection = (report: Report, key: string): Report | undefined => {
  const found = sectionsOf(report).find(({ section }) => section.key === key)
  return found && { ...report, facts: [], sections: [{ ...found.section, sections: [] }] }
}
