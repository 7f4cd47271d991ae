import { describe, expect, test } from 'vitest'
import { flatDimension, type Hierarchy } from '../tables/hierarchy.ts'
import { createTable } from '../tables/table.ts'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { linkTables, positionOf } from './link.ts'
import { cellKey } from './place.ts'

const measures = { pupils: { aboutPersons: true } }
const table = pupilTable([
  [11, 12],
  [13, 14],
])
const bySex = createTable({
  name: 'by sex',
  measure: 'pupils',
  dimensions: [
    { name: 'school', total: flatDimension('all', ['A', 'B']) },
    { name: 'sex', total: flatDimension('all', ['girls', 'boys']) },
  ],
  cells: [
    { at: { school: 'A', sex: 'girls' }, value: 10 },
    { at: { school: 'A', sex: 'boys' }, value: 13 },
    { at: { school: 'B', sex: 'girls' }, value: 15 },
    { at: { school: 'B', sex: 'boys' }, value: 12 },
  ],
})

describe('linkTables', () => {
  test('counts a cell that two tables print once', () => {
    const release = linkTables({ measures, tables: [table, bySex] })
    expect(release.cells).toHaveLength(9 + 9 - 3)
    expect(release.cells[positionOf(release, pupilKey('A'))]?.value).toBe(23)
  })

  test('makes one equation for each sum, those in common once', () => {
    const release = linkTables({ measures, tables: [table, bySex] })
    expect(release.equations.totals).toHaveLength(6 + 6 - 1)
    // Its parts less the total.
    expect(release.equations.coefficients.filter((each) => each === -1)).toHaveLength(11)
    expect(release.equations.coefficients.filter((each) => each === 1)).toHaveLength(2 * 11)
  })

  test('is the same in whatever order tables come', () => {
    const forwards = linkTables({ measures, tables: [table, bySex] })
    const backwards = linkTables({ measures, tables: [bySex, table] })
    expect(backwards.cells).toEqual(forwards.cells)
    expect(backwards.equations).toEqual(forwards.equations)
    expect(backwards.grids).toEqual(forwards.grids)
    expect(forwards.grids.map((grid) => grid.table.name)).toEqual([bySex.name, table.name].toSorted())
  })

  test('is the same in whatever order shares come', () => {
    const pupils = (at: Record<string, string>) => ({ measure: 'pupils', at })
    const shares = [
      { numerator: pupils({ school: 'A', grade: '1' }), denominator: pupils({ school: 'A' }), decimals: 0 },
      { numerator: pupils({ school: 'A', grade: '1' }), denominator: pupils({ grade: '1' }), decimals: 0 },
      { numerator: pupils({ school: 'B', grade: '1' }), denominator: pupils({ school: 'B' }), decimals: 0 },
    ]
    const forwards = linkTables({ measures, tables: [table], shares })
    const backwards = linkTables({ measures, tables: [table], shares: shares.toReversed() })
    expect(backwards.shares).toEqual(forwards.shares)
  })

  test('takes from each table what the other does not say of a cell', () => {
    const dimensions = [{ name: 'school', total: flatDimension('all', ['A', 'B']) }]
    const said = { at: { school: 'A' }, value: 0, structural: true }
    const sums = { at: { school: 'B' }, value: 9, largest: [5, 4] }
    const tables = [
      createTable({ name: 'x', measure: 'pupils', dimensions, cells: [said, { ...sums, largest: [] }] }),
      createTable({
        name: 'y',
        measure: 'pupils',
        dimensions,
        cells: [{ ...said, structural: false }, sums],
      }),
    ]
    for (const both of [tables, tables.toReversed()]) {
      const release = linkTables({ measures, tables: both })
      const [a, b] = ['A', 'B'].map((school) => release.cells[positionOf(release, `pupils|school=${school}`)])
      expect(a).toMatchObject({ value: 0, structural: true })
      expect(b).toMatchObject({ value: 9, largest: [5, 4] })
    }
  })

  test('refuses tables that disagree and measures that are not described', () => {
    const other = pupilTable([
      [11, 12],
      [13, 15],
    ])
    expect(() => linkTables({ measures, tables: [table, other] })).toThrow('pupils is 50 and 51')
    expect(() => linkTables({ measures: {}, tables: [table] })).toThrow('measure pupils is not classed')
  })

  test('knows what an earlier edition printed', () => {
    const earlier = [{ name: 'May', tables: [table], hidden: [pupilKey('A1')] }]
    const release = linkTables({ measures, tables: [table], earlier })
    const [a1, a2] = ['A1', 'A2'].map((cell) => release.cells[positionOf(release, pupilKey(cell))])
    expect(a1).toMatchObject({ known: false, hiddenBefore: true })
    expect(a2).toMatchObject({ known: true, hiddenBefore: false })
  })

  test('keeps a revised value apart from the old one', () => {
    const before = pupilTable([
      [11, 12],
      [13, 13],
    ])
    const earlier = [{ name: 'May', tables: [before], hidden: [] }]
    const release = linkTables({ measures, tables: [table], earlier })
    expect(release.cells[positionOf(release, `${pupilKey('B2')}~May`)]?.value).toBe(13)
    expect(release.cells[positionOf(release, pupilKey('B2'))]).toMatchObject({ value: 14, known: false })
    expect(release.cells[positionOf(release, pupilKey('A1'))]?.known).toBe(true)
  })

  test('remembers what another year hid', () => {
    const lastYear = { ...pupilTable([[1, 2]], 'last year'), asOf: '2024' }
    const thisYear = { ...pupilTable([[3, 4]], 'this year'), asOf: '2025' }
    const earlier = [{ name: '2024', tables: [lastYear], hidden: ['pupils@2024|grade=1|school=A'] }]
    const release = linkTables({ measures, tables: [thisYear], earlier })
    expect(release.cells[positionOf(release, 'pupils@2025|grade=1|school=A')]).toMatchObject({
      hiddenBefore: true,
      known: false,
    })
  })

  test('knows a value that two editions print for the same one', () => {
    const before = pupilTable([
      [11, 12],
      [13, 13],
    ])
    const earlier = [
      { name: 'May', tables: [before], hidden: [pupilKey('B2'), pupilKey('A2')] },
      { name: 'June', tables: [before], hidden: [] },
    ]
    const release = linkTables({ measures, tables: [table], earlier })
    const versions = release.cells.filter(({ key }) => key.startsWith(pupilKey('B2')))
    expect(versions).toMatchObject([
      { value: 14, known: false },
      { value: 13, known: true, revises: { key: pupilKey('B2'), edition: 'May' } },
    ])
  })

  test('takes an earlier percentage of the counts of its edition', () => {
    const before = pupilTable([
      [11, 12],
      [13, 4],
    ])
    const share = {
      numerator: { measure: 'pupils', at: { school: 'B', grade: '2' } },
      denominator: { measure: 'pupils', at: { school: 'B' } },
      decimals: 0,
    }
    const earlier = [{ name: 'May', tables: [before], hidden: [], shares: [share] }]
    const release = linkTables({ measures, tables: [table], earlier })
    // 4 of 17, and not 14 of 27.
    expect(release.shares).toMatchObject([{ share: 0.24, known: true }])
    expect(release.cells[release.shares[0]?.numerator ?? -1]?.key).toBe(`${pupilKey('B2')}~May`)
  })

  test('keeps apart what odd names could confuse', () => {
    const odd = createTable({
      name: 'odd',
      measure: 'pupils',
      dimensions: [
        { name: 'a', total: flatDimension('all', ['x', 'x|b=y', 'A', 'A~May']) },
        { name: 'b', total: flatDimension('all', ['y', 'z']) },
      ],
      cells: ['x', 'x|b=y', 'A', 'A~May'].map((a, n) => ({ at: { a, b: 'y' }, value: n + 6 })),
      omitted: 'zero',
    })
    const [before, hidden] = ['A', 'A~May'].map((a) => cellKey({ measure: 'pupils', at: { a, b: 'y' } }))
    const earlier = [{ name: 'May', tables: [odd], hidden: [hidden ?? ''] }]
    const release = linkTables({ measures, tables: [odd], earlier })
    expect(release.cells).toHaveLength(5 * 3)
    expect(release.cells[positionOf(release, before ?? '')]?.known).toBe(true)
    expect(release.cells[positionOf(release, hidden ?? '')]?.known).toBe(false)
  })

  test('does not depend on which table says what of contributions', () => {
    const dimensions = [{ name: 'school', total: flatDimension('all', ['A']) }]
    const tables = [[5, 4], [8], [5, 3]].map((largest, n) =>
      createTable({
        name: `${n}`,
        measure: 'pupils',
        dimensions,
        cells: [{ at: { school: 'A' }, value: 9, largest }],
      }),
    )
    for (const order of [tables, tables.toReversed()]) {
      expect(linkTables({ measures, tables: order }).cells[0]?.largest).toEqual([8])
    }
  })

  test('lets tables have the same name, in whatever order', () => {
    const named = { ...bySex, name: table.name }
    const forwards = linkTables({ measures, tables: [table, named] })
    expect(linkTables({ measures, tables: [named, table] }).grids).toEqual(forwards.grids)
  })

  test.each([
    [
      { pupils: { aboutPersons: true, lowest: 12 } },
      'pupils|grade=1|school=A is 11, less than the lowest 12',
    ],
    [JSON.parse('{"pupils":{}}'), 'measure pupils is not classed as about persons or not'],
    [JSON.parse('{"pupils":{"aboutPersons":"no"}}'), 'measure pupils is not classed as about persons or not'],
  ])('refuses the measures %j', (impossible, message) => {
    expect(() => linkTables({ measures: impossible, tables: [table] })).toThrow(
      new RangeError(`linkTables: ${message}`),
    )
  })

  test('refuses counts in parts and below zero', () => {
    const link = (value: number) => () => linkTables({ measures, tables: [pupilTable([[value]])] })
    expect(link(2.5)).toThrow(new RangeError('linkTables: pupils is 2.5, not whole'))
    expect(link(-3)).toThrow(new RangeError('linkTables: pupils is -3, less than the lowest 0'))
    const inherited = { ...pupilTable([[3]]), measure: 'constructor' }
    expect(() => linkTables({ measures: {}, tables: [inherited] })).toThrow(
      'measure constructor is not classed',
    )
  })

  test.each([
    [
      { school: 'A' },
      { school: 'A', grade: '1' },
      0,
      'share pupils|school=A of pupils|grade=1|school=A is 23 of 11',
    ],
    [{ school: 'A' }, {}, 7, 'share decimals 7 is not a whole number from 0 to 6'],
    [{ school: 'A' }, { school: 'Z' }, 0, 'a share names pupils|school=Z, which no table has'],
  ])('refuses the share %j of %j with %i decimals', (part, whole, decimals, message) => {
    const [numerator, denominator] = [part, whole].map((at) => ({ measure: 'pupils', at }))
    const shares = numerator && denominator ? [{ numerator, denominator, decimals }] : []
    expect(() => linkTables({ measures, tables: [table], shares })).toThrow(
      new RangeError(`linkTables: ${message}`),
    )
  })

  test('refuses an earlier edition that hid what it did not have', () => {
    const earlier = [{ name: 'May', tables: [table], hidden: ['pupils|school=Z'] }]
    expect(() => linkTables({ measures, tables: [table, bySex], earlier })).toThrow(
      new RangeError('linkTables: edition May hid pupils|school=Z, which none of its tables has'),
    )
  })

  test('adds relations that hold and refuses others', () => {
    const relation = {
      terms: [
        { cell: { measure: 'pupils', at: { school: 'A' } }, coefficient: 1 },
        { cell: { measure: 'pupils', at: { school: 'B' } }, coefficient: -1 },
      ],
      equals: -4,
    }
    const linked = linkTables({ measures, tables: [table], relations: [relation] })
    expect(linked.equations.totals).toContain(-4)
    expect(() => linkTables({ measures, tables: [table], relations: [{ ...relation, equals: 3 }] })).toThrow(
      'a relation gives -4, not 3',
    )
  })

  test('adds up what a relation says of a cell, and leaves out what comes to nothing', () => {
    const rowsOf = (...terms: [string, number][]) => {
      const relation = {
        terms: terms.map(([school, coefficient]) => ({
          cell: { measure: 'pupils', at: { school } },
          coefficient,
        })),
        equals: terms.reduce(
          (sum, [school, coefficient]) => sum + coefficient * (school === 'A' ? 23 : 27),
          0,
        ),
      }
      return linkTables({ measures, tables: [table], relations: [relation] }).equations
    }
    expect(rowsOf(['A', 1], ['B', 2], ['A', 1])).toEqual(rowsOf(['A', 2], ['B', 2]))
    expect(rowsOf(['A', 1], ['B', 0])).toEqual(rowsOf(['A', 1]))
    expect(rowsOf(['A', 1], ['A', -1])).toEqual(linkTables({ measures, tables: [table] }).equations)
    expect(() => rowsOf(['A', Number.NaN])).toThrow('a relation gives NaN, not NaN')
  })

  const schools = (name: string, total: Hierarchy, other: Hierarchy = { code: 'all' }) =>
    createTable({
      name,
      measure: 'pupils',
      dimensions: [
        { name: 'school', total },
        { name: 'sex', total: other },
      ],
      cells: [],
      omitted: 'zero',
    })

  test('finds the place of a town in the table of the country', () => {
    const riga = flatDimension('Riga', ['A', 'B'])
    const country = schools('country', { code: 'all', children: [riga, { code: 'C' }] })
    const release = linkTables({ measures, tables: [country, schools('town', riga)] })
    const keys = ['pupils', 'pupils|school=A', 'pupils|school=B', 'pupils|school=C', 'pupils|school=Riga']
    expect(release.cells.map(({ key }) => key)).toEqual(keys)
  })

  test('keeps totals apart that have no common one', () => {
    const towns = ['X', 'Y'].map((code) => schools(code, flatDimension(code, [`${code}1`])))
    const release = linkTables({ measures, tables: towns })
    expect(release.cells.map(({ key }) => key)).toEqual(
      ['X', 'X1', 'Y', 'Y1'].map((at) => `pupils|school=${at}`),
    )
    const bySexAlone = createTable({
      name: 'by sex',
      measure: 'pupils',
      dimensions: [{ name: 'sex', total: flatDimension('all', ['girls']) }],
      cells: [],
      omitted: 'zero',
    })
    expect(() => linkTables({ measures, tables: [...towns, bySexAlone] })).toThrow(
      new RangeError('linkTables: dimension school has the totals X, Y; table by sex must say which'),
    )
  })

  test('refuses cells that no table has', () => {
    expect(() => linkTables({ measures, tables: [table], unprinted: ['pupils|school=Z'] })).toThrow(
      'unprinted pupils|school=Z is in no table',
    )
    const release = linkTables({ measures, tables: [table] })
    expect(() => positionOf(release, 'x')).toThrow('the release has no cell x')
  })
})
