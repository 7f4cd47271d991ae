import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aTable, aWideTable, longReport } from '../../../tests/support/long-report.ts'
import { readDocx } from '../../../tests/support/read-docx.ts'
import { reportDocx } from './docx.server.ts'
import { type Block, blocksOf, type Report } from './report.ts'

const origin = 'https://izaugsme.example'

async function draw(report: Report) {
  const parts = readDocx(await reportDocx(report, { origin }))
  return (name: string) => String(parts.get(name) ?? '')
}

function reportOf(...blocks: Block[]): Report {
  return { ...longReport({ sections: 0 }), sections: [{ key: 'only', title: 'Vienīgā', blocks }] }
}

const count = (text: string, found: RegExp) => [...text.matchAll(found)].length
const unescaped = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/gu)]
    .map(([, text]) => text ?? '\n')
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u200b', '')

describe('a report as a Word file', () => {
  test('has headings of Word, and contents that lead to them', async () => {
    const body = (await draw(longReport({ sections: 6 })))('word/document.xml')
    expect(count(body, /w:pStyle w:val="Heading1"/gu)).toBe(2)
    expect(count(body, /w:pStyle w:val="Heading2"/gu)).toBe(6)
    const anchors = [...body.matchAll(/w:anchor="(s_[^"]*)"/gu)].map(([, anchor]) => anchor)
    const bookmarks = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/gu)].map(([, name]) => name)
    expect(anchors).toHaveLength(8)
    expect(bookmarks).toEqual(expect.arrayContaining(anchors))
    expect(body).toContain('TOC \\h \\o &quot;1-3&quot;')
  })

  test('repeats the head of each table: one row, or both where there are two', async () => {
    const one = (await draw(reportOf(aTable('table', 30))))('word/document.xml')
    expect(count(one, /<w:tblHeader\/>/gu)).toBe(1)
    const two = (await draw(reportOf(aWideTable('wide'))))('word/document.xml')
    expect(count(two, /<w:tblHeader\/>/gu)).toBe(2)
    expect(count(two, /<w:gridSpan w:val="2"\/>/gu)).toBe(5)
  })

  test('turns the pages of a wide table only', async () => {
    const body = (await draw(reportOf(aTable('before', 2), aWideTable('wide'), aTable('after', 2))))(
      'word/document.xml',
    )
    const sizes = [...body.matchAll(/<w:pgSz ([^>]*)\/>/gu)].map(([, size = '']) =>
      size.includes('w:orient="landscape"'),
    )
    expect(sizes).toEqual([false, true, false])
  })

  test('has words for each picture, and a raster picture where SVG is not known', async () => {
    const report = longReport({ sections: 3 })
    const parts = readDocx(await reportDocx(report, { origin }))
    const body = String(parts.get('word/document.xml'))
    const [chart] = blocksOf(report).filter((block) => block.kind === 'chart')
    expect(count(body, /<wp:docPr [^>]*descr="[^"]+"/gu)).toBe(3)
    expect(body).toContain(`descr="${chart?.kind === 'chart' ? chart.alt : ''}"`)
    const names = [...parts.keys()]
    expect(names.filter((name) => name.endsWith('.svg'))).not.toHaveLength(0)
    const [raster = ''] = names.filter((name) => name.endsWith('.png'))
    expect(parts.get(raster)?.subarray(1, 4).toString()).toBe('PNG')
    // It shows the chart: an empty frame has a few hundred bytes.
    expect(parts.get(raster)?.length).toBeGreaterThan(5000)
  })

  test('says its language, its title, and the language of words in another', async () => {
    const part = await draw(
      reportOf({ kind: 'paragraph', content: [{ text: 'words', isQuoted: true, language: 'en' }] }),
    )
    expect(part('word/styles.xml')).toContain('<w:lang w:val="lv-LV"/>')
    expect(part('word/document.xml')).toContain('<w:lang w:val="en-GB"/>')
    expect(unescaped(part('word/document.xml'))).toContain('“words”')
    expect(part('docProps/core.xml')).toContain(`<dc:title>${longReport().title}</dc:title>`)
    expect((await draw(longReport({ sections: 1, language: 'en' })))('word/styles.xml')).toContain(
      '<w:lang w:val="en-GB"/>',
    )
  })

  test('leads to our own pages only where the address of the site is known', async () => {
    const links = (await draw(reportOf(aTable('table', 1))))('word/_rels/document.xml.rels')
    expect(links).toContain(`Target="${origin}/kuldiga/iestades/0"`)
    const without = readDocx(await reportDocx(reportOf(aTable('table', 1)), { origin: undefined }))
    expect(String(without.get('word/_rels/document.xml.rels'))).not.toContain('kuldiga/iestades')
  })

  test('keeps any text as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 100 }), async (text) => {
        const body = (await draw(reportOf({ kind: 'commentary', paragraphs: [`<${text}>`] })))(
          'word/document.xml',
        )
        expect(unescaped(body)).toContain(
          `<${text.replace(/(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}/gu, '').replaceAll('\u200b', '')}>`,
        )
      }),
      { numRuns: 40 },
    )
  })

  test('refuses what cannot be drawn so that everybody can read it', async () => {
    const wrong = reportOf({ ...aTable('table', 1), caption: '' })
    await expect(reportDocx(wrong, { origin })).rejects.toThrow(
      'section only, table table: it has no caption',
    )
  })
})
