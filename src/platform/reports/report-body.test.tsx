import fc from 'fast-check'
import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { aTable, aWideTable, longReport } from '../../../tests/support/long-report.ts'
import { createSpeech, SpeechProvider } from '../i18n.tsx'
import { platformTexts } from '../texts/index.ts'
import { createText, type Language } from '../texts/text.ts'
import type { Block, Report } from './report.ts'
import { ReportBody } from './report-body.tsx'

/** A report as HTML, on a page of its language. */
function draw(
  report: Report,
  props: Partial<ComponentProps<typeof ReportBody>> = {},
  language: Language = report.language,
) {
  return renderToStaticMarkup(
    <SpeechProvider value={createSpeech(language, createText(language, platformTexts[language]))}>
      <ReportBody report={report} {...props} />
    </SpeechProvider>,
  )
}

/** A report of one section with these parts. */
function reportOf(blocks: Block[], language: Language = 'lv'): Report {
  return { ...longReport({ sections: 0, language }), sections: [{ key: 'only', title: 'Vienīgā', blocks }] }
}

const unescaped = (html: string) =>
  html
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

describe('a report as a page', () => {
  test('has headings in order from the second level on, and contents that lead to each', () => {
    const html = draw(longReport({ sections: 9 }))
    const levels = [...html.matchAll(/<h([1-6])/gu)].map(([, level]) => Number(level))
    expect(levels[0]).toBe(2)
    for (const [place, level] of levels.entries())
      expect(level - (levels[place - 1] ?? level)).toBeLessThan(2)
    const ids = [...html.matchAll(/<h[2-4] id="(s-[^"]*)"/gu)].map(([, id]) => `#${id}`)
    const contents = /<nav.*?<\/nav>/su.exec(html)?.[0] ?? ''
    expect([...contents.matchAll(/href="([^"]*)"/gu)].map(([, to]) => to)).toEqual(ids)
  })

  test('names the columns of a table in two rows, each with its scope', () => {
    const html = draw(reportOf([aWideTable('wide')]))
    const head = /<thead>.*?<\/thead>/su.exec(html)?.[0] ?? ''
    expect(head.match(/scope="colgroup" colSpan="2"/gu)).toHaveLength(5)
    expect(head.match(/scope="col"/gu)).toHaveLength(11)
    expect(html).toContain('data-label="2021, Skolēni"')
    expect(html).toContain(
      '<caption><strong>1. tabula. Viss pa gadiem</strong> Skolēni un skolotāji katrā gadā.</caption>',
    )
  })

  test('names rows, and the rows that stand under another', () => {
    const html = draw(reportOf([aTable('plain', 2)]))
    expect(html).toContain('<th scope="rowgroup" colSpan="4">Pamatskolas</th>')
    expect(html).toContain('<th scope="row"><a href="/kuldiga/iestades/0">Kuldīgas 1. pamatskola</a></th>')
  })

  test('shows a chart as a picture with words, and nothing that acts', () => {
    const html = draw(longReport({ sections: 3 }))
    const pictures = [...html.matchAll(/<img [^>]*>/gu)].map(([picture]) => picture)
    expect(pictures).toHaveLength(3)
    for (const picture of pictures) expect(picture).toMatch(/alt="[^"]+"/u)
    expect(html).not.toMatch(/<script|<svg|style=/u)
  })

  test('says of a question that it is one, and of a finding how sure it is', () => {
    const html = unescaped(draw(longReport({ sections: 1 })))
    expect(html).toContain('Jautājums apspriešanai')
    expect(html).toContain('Cik droši: samērā droši')
  })

  test('quotes with the marks of the language that is quoted, and says which it is', () => {
    const quoted: Block = {
      kind: 'paragraph',
      content: [
        { text: 'vārdi', isQuoted: true },
        { text: 'words', isQuoted: true, language: 'en' },
      ],
    }
    expect(draw(reportOf([quoted]))).toContain('<q>“vārdi”</q><q lang="en">“words”</q>')
  })

  test('leads to our pages in the language of the page', () => {
    const html = draw(reportOf([aTable('plain', 1)], 'en'))
    expect(html).toContain('href="/en/kuldiga/iestades/0"')
    expect(html).toContain('href="https://data.gov.lv"')
  })

  test('says what a figure is today where that is another', () => {
    const cited: Block = {
      kind: 'paragraph',
      content: ['a', 'b'].map((id) => ({ text: '64 %', figure: { id, said: '64 %' } })),
    }
    const html = unescaped(
      draw(reportOf([cited]), {
        today: new Map([
          ['a', '66 %'],
          ['b', '64 %'],
        ]),
      }),
    )
    expect(html.match(/\(tagad: [^)]*\)/gu)).toEqual(['(tagad: 66 %)'])
  })

  test('shows any text as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const said = unescaped(draw(reportOf([{ kind: 'commentary', paragraphs: [`<${text}>`] }])))
        expect(said).toContain(`<${text.replace(/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')}>`)
      }),
    )
  })
})
