import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aTable, aWideTable, longReport } from '../../../tests/support/long-report.ts'
import { readPdf } from '../../../tests/support/read-pdf.ts'
import { reportPdf } from './pdf.server.ts'
import { type Block, blocksOf, type Report } from './report.ts'

const origin = 'https://izaugsme.example'

/** A report of one section with these parts. */
function reportOf(...blocks: Block[]): Report {
  return { ...longReport({ sections: 0 }), sections: [{ key: 'only', title: 'Vienīgā', blocks }] }
}

const draw = async (report: Report) => readPdf(await reportPdf(report, { origin }))
const countOf = (kind: string, { elements }: Awaited<ReturnType<typeof draw>>) =>
  elements.filter((element) => element.kind === kind).length

describe('a report as a PDF', () => {
  test('follows PDF/UA-1, and says its title and its language', async () => {
    const report = longReport({ sections: 5 })
    expect(await draw(report)).toMatchObject({ accessibilityPart: 1, title: report.title, language: 'lv' })
    expect(await draw(longReport({ sections: 1, language: 'en' }))).toMatchObject({ language: 'en' })
  })

  test('is set while others are answered', async () => {
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 1)
    await reportPdf(longReport({ sections: 40 }), { origin })
    clearInterval(counting)
    expect(turns).toBeGreaterThan(5)
  })

  test('tags contents, headings, tables, pictures and lists', async () => {
    const report = longReport({ sections: 6 })
    const pdf = await draw(report)
    // The contents have a heading of their own.
    expect(countOf('H1', pdf)).toBe(2 + 1)
    expect(countOf('H2', pdf)).toBe(6)
    expect(countOf('TOCI', pdf)).toBe(8)
    expect(countOf('L', pdf)).toBe(2)
    expect(countOf('Table', pdf)).toBe(6)
    const alts = blocksOf(report).flatMap((block) => (block.kind === 'chart' ? block.alt : []))
    expect(pdf.elements.flatMap(({ kind, alt }) => (kind === 'Figure' ? alt : []))).toEqual(alts)
  })

  test('lists its contents only where it is long', async () => {
    const short = await draw(longReport({ sections: 3 }))
    expect(countOf('TOC', short)).toBe(0)
    expect(short.pages.length).toBeLessThan((await draw(longReport({ sections: 8 }))).pages.length)
  })

  test('repeats the head of a long table, and tags it once', async () => {
    const pdf = await draw(reportOf(aTable('long', 120)))
    expect(pdf.pages.length).toBeGreaterThan(4)
    // Four columns, and the row that leads the others.
    expect(pdf.elements.filter(({ kind }) => kind === 'TH')).toEqual(
      Array(5).fill({ kind: 'TH', scope: 'Column' }),
    )
    expect(countOf('THead', pdf)).toBe(1)
    expect(pdf.text).toContain('Kuldīgas 120. pamatskola')
  })

  test('turns the page of a table that is too wide, and no other', async () => {
    const pdf = await draw(reportOf(aTable('before', 2), aWideTable('wide'), aTable('after', 2)))
    const isTurned = pdf.pages.map(({ width, height }) => width > height)
    expect(isTurned).toContain(true)
    expect([isTurned[0], isTurned.at(-1)]).toEqual([false, false])
    // Five groups, ten columns below them and one that reaches through both rows, beside the four of each other table and what leads them.
    expect(countOf('TH', pdf)).toBe(16 + 2 * 5)
  })

  test('keeps what leads to a table that is too wide, and what is said of it, on its page', async () => {
    const words = (text: string): Block => ({ kind: 'paragraph', content: [{ text }] })
    const section = (key: string) => ({
      key,
      title: key,
      blocks: [words('Kas te ir.'), aWideTable(`wide-${key}`), words('Kas no tā izriet.')],
    })
    const pdf = await draw({ ...reportOf(), sections: ['pirmā', 'otrā'].map(section) })
    // The first page is the title's; no upright page stands between the tables, or after them.
    expect(pdf.pages.map(({ width, height }) => width > height).slice(1)).not.toContain(false)
    expect(pdf.pages.length).toBeLessThan(5)
  })

  test('leads to whole addresses, and to our own pages only where the address of the site is known', async () => {
    const report = reportOf(aTable('table', 1))
    expect((await draw(report)).links).toContain(`${origin}/kuldiga/iestades/0`)
    const without = readPdf(await reportPdf(report, { origin: undefined }))
    expect(without.links).toEqual(['https://kuldiga.example/lemumi/12', 'https://data.gov.lv'])
    expect(without.text).toContain('Kuldīgas 1. pamatskola')
  })

  test('quotes with the marks of the language that is quoted, and says which it is', async () => {
    const pdf = await draw(
      reportOf({
        kind: 'paragraph',
        content: [
          { text: 'vārdi', isQuoted: true },
          { text: ' ' },
          { text: 'words', isQuoted: true, language: 'en' },
        ],
      }),
    )
    expect(pdf.text).toContain('“vārdi” “words”')
    expect(pdf.saidLanguages).toContain('en')
  })

  test('is the same bytes for the same report', async () => {
    const [first, between, again] = [
      await reportPdf(longReport({ sections: 4 }), { origin }),
      await reportPdf(longReport({ sections: 2 }), { origin }),
      await reportPdf(longReport({ sections: 4 }), { origin }),
    ]
    expect(Buffer.compare(first, again)).toBe(0)
    expect(Buffer.compare(first, between)).not.toBe(0)
  })

  test('sets any text as it was written, and none of it as code', async () => {
    const signs = fc.constantFrom(...'#[]$\\"*_`@<>{}~/=-+%\'„”āčēģīķļņšūž€–—½→ ')
    const texts = fc.string({
      unit: fc.oneof(signs, fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 4 })),
      minLength: 1,
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { text: said } = await draw(reportOf({ kind: 'commentary', paragraphs: [text] }))
        // Spaces between lines are not drawn.
        expect(said.replace(/\s/gu, '')).toContain(text.replace(/\s/gu, ''))
      }),
      { numRuns: 30 },
    )
  })

  test('sets a word of five thousand letters without losing one', async () => {
    const word = Array.from({ length: 500 }, (_, number) => String(number).padStart(10, 'ķ')).join('')
    const table: Block = { ...aTable('narrow', 0), rows: [{ cells: [[{ text: word }], [], [], []] }] }
    const { text } = await draw(reportOf({ kind: 'paragraph', content: [{ text: word }] }, table))
    expect(text.split(word)).toHaveLength(3)
  })

  test('writes signs that are in no font by their numbers, and takes any other text', async () => {
    expect((await draw(reportOf({ kind: 'commentary', paragraphs: ['a\u{10ffff}\ue123z'] }))).text).toContain(
      'z',
    )
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(
          (await draw(reportOf({ kind: 'commentary', paragraphs: [`${text}.`] }))).accessibilityPart,
        ).toBe(1)
      }),
      { numRuns: 15 },
    )
  })
})

describe('what cannot be drawn', () => {
  const chart = () =>
    blocksOf(longReport({ sections: 1 })).find((block) => block.kind === 'chart') as Extract<
      Block,
      { kind: 'chart' }
    >

  test('is refused by the name of its block, all at once', async () => {
    const [good] = [chart()]
    const wrong = reportOf(
      { ...good, alt: ' ' },
      { ...aTable('uneven', 1), rows: [{ cells: [[]] }] },
      { kind: 'paragraph', content: [{ text: 'x', to: 'javascript:alert(1)' }] },
    )
    await expect(reportPdf(wrong, { origin })).rejects.toThrow(
      expect.objectContaining({
        complaints: [
          'section only, chart chart-0: it has no words for those who do not see it',
          'section only, table uneven: row 1 has 1 cells instead of 4',
          'section only, paragraph (block 3): “javascript:alert(1)” is no address',
        ],
      }),
    )
  })

  test('is named where only Typst finds it', async () => {
    const wrong = reportOf(aTable('fine', 1), { ...chart(), key: 'broken', svg: '<svg><rect' })
    await expect(reportPdf(wrong, { origin })).rejects.toThrow(/section only, chart broken: .*SVG/u)
    expect((await draw(reportOf(aTable('fine', 1)))).accessibilityPart).toBe(1)
  })

  test('are sections deeper than three levels, and keys that stand twice', async () => {
    const deep = ['a', 'b', 'c', 'd'].reduceRight<Report['sections']>(
      (sections, key) => [{ key, title: key, blocks: [aTable('same', 1)], sections }],
      [],
    )
    await expect(reportPdf({ ...reportOf(), sections: deep }, { origin })).rejects.toThrow(
      'section d: it lies 4 levels deep, 3 are possible\nblock same: another block has the same key',
    )
  })
})
