import fc from 'fast-check'
import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type Column, Table } from './table.tsx'

type School = { name: string; pupils: number }

const first: School = { name: 'Draudzīgā', pupils: 735 }
const second: School = { name: 'Centra', pupils: 412 }

const name: Column<School> = { heading: 'Skola', cell: (school) => school.name }
const pupils: Column<School> = { heading: 'Skolēni', className: 'n', cell: (school) => school.pupils }

/** A table of schools as HTML; what is not given is a plain table of two. */
function draw(props: Partial<ComponentProps<typeof Table<School>>> = {}) {
  return renderToStaticMarkup(
    <Table
      caption="Skolas"
      columns={[name, pupils]}
      rows={[first, second]}
      rowKey={(school) => school.name}
      {...props}
    />,
  )
}

/** How many columns each row of the HTML covers, the headings first. */
const widths = (html: string) =>
  [...html.matchAll(/<tr.*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd]\b[^>]*>/g)].reduce(
      (width, [cell]) => width + Number(/ colSpan="(\d+)"/.exec(cell)?.[1] ?? 1),
      0,
    ),
  )

const labels = (html: string) => [...html.matchAll(/ data-label="([^"]*)"/g)].map(([, label]) => label)

describe('a table', () => {
  test('has a caption, a head of headings, and rows that their first cell names', () => {
    expect(draw()).toBe(
      '<table class="cards"><caption>Skolas</caption>' +
        '<thead><tr><th scope="col">Skola</th><th scope="col" class="n">Skolēni</th></tr></thead>' +
        '<tbody><tr><th scope="row">Draudzīgā</th><td class="n" data-label="Skolēni">735</td></tr>' +
        '<tr><th scope="row">Centra</th><td class="n" data-label="Skolēni">412</td></tr></tbody></table>',
    )
  })

  test('leaves out a column that is not there, with its cells', () => {
    const html = draw({ columns: [name, false, pupils, undefined] })
    expect(html).toBe(draw())
  })

  test('stays a table when there are no rows', () => {
    expect(draw({ rows: [] })).toContain('<tbody></tbody>')
  })

  test('names rows and cells by the ids that links within the page use', () => {
    const html = draw({
      columns: [name, { ...pupils, cellId: (school) => `pupils-${school.name}` }],
      rowId: (school) => (school === first ? 'first' : undefined),
    })
    expect(html).toContain('<tr id="first"><th scope="row">Draudzīgā</th><td id="pupils-Draudzīgā" class="n"')
    expect(html).toContain('<tr><th scope="row">Centra</th><td id="pupils-Centra" class="n"')
  })

  test('gives headings and cells classes of their own beside the one they share', () => {
    const html = draw({
      className: 'figures',
      columns: [
        { ...name, headingClass: 'name', cellClass: 'source' },
        {
          ...pupils,
          headingClass: 'strong',
          cellClass: (school) => (school === first ? 'quiet' : undefined),
        },
      ],
    })
    expect([...html.matchAll(/<(?:table|th|td)[^>]* class="([^"]*)"/g)].map(([, found]) => found)).toEqual([
      'cards figures',
      'name',
      'n strong',
      'source',
      'n quiet',
      'source',
      'n',
    ])
  })
})

describe('on a phone, a cell', () => {
  test('is labelled with its heading, except the one that names the row', () => {
    expect(labels(draw({ rows: [first] }))).toEqual(['Skolēni'])
  })

  test('takes a label of its own where the heading is too short or no text', () => {
    const columns = [
      name,
      { ...pupils, heading: 'Sk.', label: 'Skolēni' },
      { ...pupils, heading: <abbr title="Skolēni">Sk.</abbr>, label: 'Skolēnu skaits' },
    ] as const
    expect(labels(draw({ columns, rows: [first] }))).toEqual(['Skolēni', 'Skolēnu skaits'])
  })

  test('has no label when it speaks for itself, or when the table fits a phone as it is', () => {
    expect(labels(draw({ columns: [name, { ...pupils, label: null }] }))).toEqual([])
    const narrow = draw({ isNarrow: true })
    expect(labels(narrow)).toEqual([])
    expect(narrow).toMatch(/^<table><caption>/)
  })
})

describe('a group of rows', () => {
  const group = { key: 'all', lead: 'Liepāja', leadId: 'liepaja', rows: [first, second] }

  test('has a lead across all columns', () => {
    expect(draw({ groups: [group] })).toContain(
      '<tr class="group" id="liepaja"><th scope="rowgroup" colSpan="2">Liepāja</th></tr><tr><th scope="row">',
    )
  })

  test('stands indented under its lead when its rows are parts of it, and not without a lead', () => {
    const alone = { key: 'alone', rows: [second] }
    const html = draw({ groups: [{ ...group, rows: [first] }, alone], isNested: true })
    expect([...html.matchAll(/<tr( class="[^"]*")?/g)].map(([, found]) => found)).toEqual([
      undefined,
      ' class="lead"',
      ' class="inner"',
      undefined,
    ])
  })

  test('may begin with a row about all of it', () => {
    const total = { name: 'Kopā', pupils: 1147 }
    expect(draw({ groups: [{ key: 'all', total, rows: [first] }] })).toContain(
      '<tbody><tr class="group"><th scope="rowgroup">Kopā</th><td class="n" data-label="Skolēni">1147</td></tr>',
    )
  })
})

test('whatever its columns and groups, every row is as wide as the headings', () => {
  const school = fc.record({ name: fc.uuid(), pupils: fc.nat() })
  const groups = fc.uniqueArray(
    fc.record(
      { key: fc.uuid(), lead: fc.constant('Liepāja'), total: school, rows: fc.array(school) },
      { requiredKeys: ['key', 'rows'] },
    ),
    { selector: ({ key }) => key },
  )
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<typeof pupils | false | undefined>(pupils, false, undefined)),
      groups,
      (others, some) => {
        const html = draw({ columns: [name, ...others], groups: some })
        expect(new Set(widths(html))).toEqual(new Set([1 + others.filter(Boolean).length]))
      },
    ),
  )
})
