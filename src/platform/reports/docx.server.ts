import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx'
import { checkReport } from './check-report.ts'
import { type DocxPlace, docxBlock, inline, wordLocale } from './docx-blocks.ts'
import { type DocxPicture, pictureOf } from './docx-picture.ts'
import { DOCX_STYLES } from './docx-styles.ts'
import { lyingPieces } from './lying-pages.ts'
import { numbersOf } from './numbers.ts'
import { hasContents, type Report, type ReportChart, type ReportSection } from './report.ts'
import { clean, reportText, sayAsOf } from './words.ts'

/** A4 and its margins, in twentieths of a point. */
const PAGE = { short: 11906, long: 16838, margin: 1250 }
const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

type Child = Paragraph | Table | TableOfContents
type Writing = DocxPlace & { lying: ReturnType<typeof lyingPieces> }
/** What stands on pages of one orientation. */
type Stretch = { isTurned: boolean; children: Child[] }

/**
 * A report as a Word file: real headings, contents, tables whose headings repeat, pictures with words, and wide tables
 * on pages that lie.
 *
 * @param origin address of the site without a path, for links to our own pages; without it they are not linked
 * @throws ReportRefused when something in it cannot be drawn so that everybody can read it
 */
export async function reportDocx(
  report: Report,
  { origin }: { origin: string | undefined },
): Promise<Uint8Array> {
  checkReport(report)
  const place: DocxPlace = {
    report,
    origin,
    width: PAGE.short - 2 * PAGE.margin,
    numbers: numbersOf(report),
    pictures: await drawPictures(report.sections),
  }
  const stretches: Stretch[] = [{ isTurned: false, children: opening(report, place) }]
  const lying = lyingPieces(report)
  for (const section of report.sections) write(section, 1, { ...place, lying }, stretches)
  return Packer.toBuffer(
    new Document({
      title: clean(report.title),
      subject: clean(report.subtitle),
      creator: 'Izaugsme',
      lastModifiedBy: 'Izaugsme',
      styles: {
        ...DOCX_STYLES,
        default: {
          ...DOCX_STYLES.default,
          document: { run: { font: 'Calibri', size: 22, language: { value: wordLocale(report.language) } } },
        },
      },
      numbering: {
        config: [
          {
            reference: 'ordered',
            levels: [
              {
                level: 0,
                format: LevelFormat.DECIMAL,
                text: '%1.',
                style: { paragraph: { indent: { left: 500, hanging: 300 } } },
              },
            ],
          },
        ],
      },
      sections: stretches
        .filter(({ children }) => children.length > 0)
        .map((stretch) => sectionOf(stretch, report)),
    }),
  )
}

/** The pictures of all charts, one after the other: each is large while it is made. */
async function drawPictures(sections: readonly ReportSection[]): Promise<Map<ReportChart, DocxPicture>> {
  const pictures = new Map<ReportChart, DocxPicture>()
  for (const { blocks, sections: within = [] } of sections) {
    for (const block of blocks) if (block.kind === 'chart') pictures.set(block, await pictureOf(block.svg))
    for (const [chart, picture] of await drawPictures(within)) pictures.set(chart, picture)
  }
  return pictures
}

function opening(report: Report, place: DocxPlace): Child[] {
  const text = reportText(report.language)
  const entries = hasContents(report) ? report.sections.flatMap((section) => contentsOf(section, 1)) : []
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(clean(report.title))] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(clean(report.subtitle))] }),
    new Paragraph({ children: [new TextRun(sayAsOf(report.language, report.on))] }),
    ...report.facts.map(
      ({ label, content }) =>
        new Paragraph({
          children: [new TextRun({ text: `${clean(label)}: `, bold: true }), ...inline(content, place)],
        }),
    ),
    ...(entries.length === 0
      ? []
      : [
          new Paragraph({
            style: 'ContentsHeading',
            children: [new TextRun(text('platform.report.contents'))],
          }),
          new TableOfContents(text('platform.report.contents'), {
            hyperlink: true,
            headingStyleRange: '1-3',
            beginDirty: false,
            cachedEntries: entries,
          }),
        ]),
  ]
}

function contentsOf(
  { key, title, sections = [] }: ReportSection,
  level: number,
): { title: string; level: number; href: string }[] {
  return [
    { title: clean(title), level, href: bookmark(key) },
    ...sections.flatMap((one) => contentsOf(one, level + 1)),
  ]
}

/** Word knows names of forty letters, digits and underscores. */
const bookmark = (key: string) => `s_${key.replace(/[^A-Za-z0-9]/gu, '_')}`.slice(0, 40)

function write(section: ReportSection, level: number, place: Writing, stretches: Stretch[]): void {
  const heading = LEVELS[level - 1] ?? HeadingLevel.HEADING_3
  onto(stretches, place.lying.has(section)).push(
    new Paragraph({
      heading,
      children: [new Bookmark({ id: bookmark(section.key), children: [new TextRun(clean(section.title))] })],
    }),
  )
  for (const block of section.blocks) {
    const isTurned = place.lying.has(block)
    const width = (isTurned ? PAGE.long : PAGE.short) - 2 * PAGE.margin
    onto(stretches, isTurned).push(...docxBlock(block, { ...place, width }))
  }
  for (const one of section.sections ?? []) write(one, level + 1, place, stretches)
}

/** Where to write on: a page turns when what stands on it does. */
function onto(stretches: Stretch[], isTurned: boolean): Child[] {
  const last = stretches.at(-1)
  if (last?.isTurned === isTurned) return last.children
  const children: Child[] = []
  stretches.push({ isTurned, children })
  return children
}

function sectionOf({ isTurned, children }: Stretch, report: Report): ISectionOptions {
  const [before = '', between = '', after = ''] = reportText(report.language)('platform.report.page', {
    page: '\u0000',
    pages: '\u0000',
  }).split('\u0000')
  const number = new TextRun({
    children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
  })
  return {
    properties: {
      page: {
        size: {
          width: PAGE.short,
          height: PAGE.long,
          orientation: isTurned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
      },
    },
    footers: {
      default: new Footer({
        children: [new Paragraph({ alignment: AlignmentType.END, style: 'Source', children: [number] })],
      }),
    },
    children,
  }
}
