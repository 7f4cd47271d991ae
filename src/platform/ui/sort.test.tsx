import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, test } from 'vitest'
import { AskedValues } from '../asked.ts'
import { createSpeech, SpeechProvider } from '../i18n.tsx'
import { platformTexts } from '../texts/index.ts'
import { createText } from '../texts/text.ts'
import { defineSorting, readSort, sortRows } from './sort.ts'
import { Table } from './table.tsx'

type School = { name: string; pupils: number | null }

const SCHOOLS: School[] = [
  { name: 'Čakstes', pupils: 10 },
  { name: 'Zaļā', pupils: null },
  { name: 'Centra', pupils: 9 },
  { name: 'Ādažu', pupils: 10 },
]
const names = (rows: readonly School[]) => rows.map(({ name }) => name)
const sorting = defineSorting(['name', 'pupils'], { anchor: 'skolas', pages: ['page'] })

describe('rows in order', () => {
  const up = { isDescending: false, language: 'lv' } as const
  const down = { isDescending: true, language: 'lv' } as const

  test('stand as the language orders words: Latvian puts Č after C', () => {
    expect(names(sortRows(SCHOOLS, ({ name }) => name, up))).toEqual(['Ādažu', 'Centra', 'Čakstes', 'Zaļā'])
  })

  test('stand by the size of numbers, also of those within words', () => {
    expect(sortRows(['10. skola', '9. skola'], (one) => one, up)).toEqual(['9. skola', '10. skola'])
  })

  test('have what is missing last in both directions, and leave what is alike as it was', () => {
    expect(names(sortRows(SCHOOLS, ({ pupils }) => pupils, up))).toEqual([
      'Centra',
      'Čakstes',
      'Ādažu',
      'Zaļā',
    ])
    expect(names(sortRows(SCHOOLS, ({ pupils }) => pupils, down))).toEqual([
      'Čakstes',
      'Ādažu',
      'Centra',
      'Zaļā',
    ])
  })

  test('are the same rows, whatever they have', () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(value), fc.boolean(), (values, isDescending) => {
        const rows = values.map((one) => ({ one }))
        const sorted = sortRows(rows, ({ one }) => one, { isDescending, language: 'lv' })
        expect(new Set(sorted)).toEqual(new Set(rows))
        const missing = sorted.map(({ one }) => one === null || one === '')
        expect(missing).toEqual([...missing].sort((a, b) => Number(a) - Number(b)))
      }),
    )
  })
})

test('an order that a table does not have is refused', () => {
  const read = (query: string) => {
    const asked = new AskedValues(new URLSearchParams(query))
    const sort = readSort(asked, sorting)
    asked.demandRight()
    return sort
  }
  expect(read('')).toBeUndefined()
  expect(read('sort=pupils')).toEqual({ key: 'pupils', isDescending: false })
  expect(read('sort=-pupils')).toEqual({ key: 'pupils', isDescending: true })
  expect(() => read('sort=rooms')).toThrow(
    expect.objectContaining({
      status: 400,
      wrong: [expect.objectContaining({ allowed: { values: ['name', '-name', 'pupils', '-pupils'] } })],
    }),
  )
})

describe('a table that can be sorted', () => {
  const draw = (address: string, name?: string) =>
    renderToStaticMarkup(
      <MemoryRouter initialEntries={[address]}>
        <SpeechProvider value={createSpeech('lv', createText('lv', platformTexts.lv))}>
          <Table
            caption="Skolas"
            sorting={sorting}
            {...(name ? { name } : {})}
            columns={[
              { heading: 'Skola', cell: (row) => row.name, sort: { key: 'name', value: (row) => row.name } },
              {
                heading: 'Skolēni',
                cell: (row) => row.pupils,
                sort: { key: 'pupils', value: (row) => row.pupils, first: 'down' },
              },
              { heading: 'Piezīmes', cell: () => 'nav' },
            ]}
            groups={[
              { key: 'a', lead: 'Pilsētā', rows: SCHOOLS.slice(0, 2) },
              { key: 'b', lead: 'Laukos', rows: SCHOOLS.slice(2) },
            ]}
            rowKey={(row) => row.name}
          />
        </SpeechProvider>
      </MemoryRouter>,
    )
  const links = (html: string) => [...html.matchAll(/<a class="sort" href="([^"]*)"/g)].map(([, to]) => to)
  const rows = (html: string) => [...html.matchAll(/<th scope="row"[^>]*>([^<]*)/g)].map(([, row]) => row)

  test('has links in the headings of the columns that say by what, to the table, from the first page', () => {
    const html = draw('/skolas?q=a&page=3')
    expect(links(html)).toEqual(['/skolas?q=a&amp;sort=name#skolas', '/skolas?q=a&amp;sort=-pupils#skolas'])
    expect(html).toContain('<table id="skolas" class="cards sortable">')
    expect(html).not.toContain('aria-sort')
    expect(rows(html)).toEqual(names(SCHOOLS))
  })

  test('says which order it has, turns it round, and keeps groups together', () => {
    const html = draw('/skolas?sort=-pupils')
    expect(html).toMatch(
      /<th scope="col" aria-sort="descending"><a class="sort" href="\/skolas\?sort=pupils#skolas">/,
    )
    expect(rows(html)).toEqual(['Čakstes', 'Zaļā', 'Ādažu', 'Centra'])
    expect(rows(draw('/skolas?sort=name'))).toEqual(['Čakstes', 'Zaļā', 'Ādažu', 'Centra'])
  })

  test('names each link by what it does, and by the table where another has the same headings', () => {
    expect(draw('/skolas')).toContain('Skola<span class="visually-hidden"> – kārtot augoši</span>')
    expect(draw('/skolas', 'Liepāja')).toContain('kārtot dilstoši tabulā “Liepāja”')
  })
})
