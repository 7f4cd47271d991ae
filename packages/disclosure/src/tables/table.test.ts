import { describe, expect, test } from 'vitest'
import { pupilTable } from '../testing/small-tables.ts'
import { flatDimension, flattenHierarchy } from './hierarchy.ts'
import { codePositions, createTable } from './table.ts'

const school = { name: 'school', total: flatDimension('all', ['A', 'B']) }
const grade = { name: 'grade', total: flatDimension('all', ['1', '2']) }
const base = { name: 'pupils', measure: 'pupils', dimensions: [school, grade], omitted: 'zero' } as const

describe('flattenHierarchy', () => {
  test('lays parents before children', () => {
    const flat = flattenHierarchy({
      code: 'LV',
      children: [{ code: 'Riga', children: [{ code: 'A' }, { code: 'B' }] }, { code: 'C' }],
    })
    expect(flat.codes).toEqual(['LV', 'Riga', 'A', 'B', 'C'])
    expect([...flat.parents]).toEqual([-1, 0, 1, 1, 0])
    expect(flat.children).toEqual([[1, 4], [2, 3], [], [], []])
  })

  test('refuses empty, repeated and childless codes', () => {
    expect(() => flattenHierarchy({ code: '' })).toThrow('a code is empty')
    expect(() => flattenHierarchy(flatDimension('A', ['A']))).toThrow('code A appears twice')
    expect(() => flattenHierarchy({ code: 'A', children: [] })).toThrow('A has no children')
  })
})

describe('createTable', () => {
  test('sums what was left out', () => {
    const table = pupilTable([
      [1, 2],
      [3, 4],
    ])
    expect(table.cells.map(({ value }) => value)).toEqual([10, 4, 6, 3, 1, 2, 7, 3, 4])
    expect(codePositions(table, 5)).toEqual([1, 2])
  })

  test('takes a grand total that is right', () => {
    const cells = [
      { at: {}, value: 5 },
      { at: { school: 'A', grade: '1' }, value: 5 },
    ]
    expect(createTable({ ...base, cells }).cells[0]?.value).toBe(5)
  })

  test('sums hierarchies of several levels', () => {
    const region = {
      name: 'school',
      total: { code: 'all', children: [flatDimension('R', ['A', 'B']), { code: 'C' }] },
    }
    const cells = ['A', 'B', 'C'].map((code, n) => ({ at: { school: code }, value: n + 1 }))
    const table = createTable({ ...base, dimensions: [region], cells })
    expect(table.cells.map(({ value }) => value)).toEqual([6, 3, 1, 2, 3])
  })

  test('takes innermost cells left out for what they are said to be, and totals over nothing else', () => {
    const cells = [{ at: { school: 'A', grade: '1' }, value: 0 }]
    const structuralOf = (omitted: 'zero' | 'structural') =>
      createTable({ ...base, omitted, cells }).cells.map(({ structural }) => Number(structural))
    expect(structuralOf('structural')).toEqual([0, 0, 1, 0, 0, 1, 1, 1, 1])
    expect(structuralOf('zero')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  test('refuses innermost cells that nobody said anything about', () => {
    const cells = [
      { at: { school: 'A', grade: '1' }, value: 7 },
      { at: { school: 'B' }, value: 0 },
    ]
    const { omitted: _, ...silent } = base
    expect(() => createTable({ ...silent, cells })).toThrow(
      new RangeError(
        'createTable: pupils lacks {"school":"A","grade":"2"}, {"school":"B","grade":"1"}, {"school":"B","grade":"2"}; ' +
          "give them, or say by omitted that they are 'zero' or 'structural'",
      ),
    )
    expect(() => createTable({ ...silent, cells: [] })).toThrow('"grade":"1"} and 1 more; give them')
  })

  test('keeps the five largest contributions of a total', () => {
    const cells = [
      { at: { school: 'A', grade: '1' }, value: 30, largest: [5, 9, 8] },
      { at: { school: 'A', grade: '2' }, value: 30, largest: [7, 6, 1] },
    ]
    expect(createTable({ ...base, cells }).cells[0]?.largest).toEqual([9, 8, 7, 6, 5])
  })

  test('adds up what one contributor has in several cells of a total', () => {
    const cells = [
      { at: { school: 'A', grade: '1' }, value: 30, contributors: { north: 20, south: 10 } },
      { at: { school: 'A', grade: '2' }, value: 35, contributors: { north: 25, east: 10 } },
      { at: { school: 'B', grade: '1' }, value: 12, largest: [12] },
    ]
    const table = createTable({ ...base, cells })
    // All, all of grade 1, all of grade 2; then A, and its grades.
    expect(table.cells.slice(0, 6).map(({ largest }) => largest)).toEqual([
      [45, 12, 10, 10],
      [20, 12, 10],
      [25, 10],
      [45, 10, 10],
      [20, 10],
      [25, 10],
    ])
    const own = { at: { school: 'A' }, value: 65, contributors: { north: 60, south: 5 } }
    expect(createTable({ ...base, cells: [...cells, own] }).cells[3]?.largest).toEqual([60, 5])
  })

  test.each([
    [{ at: { school: 'A', grade: '1' }, value: 9, largest: [Number.NaN] }, 'has the contribution NaN'],
    [{ at: { school: 'A', grade: '1' }, value: 9, largest: [-1] }, 'has the contribution -1'],
    [{ at: { school: 'A', grade: '1' }, value: 9, contributors: { north: 5, south: 4.5 } }, 'more than 9'],
    [{ at: { school: 'A', grade: '1' }, value: 9, largest: [5], contributors: { north: 5 } }, 'both ways'],
    [{ at: { school: 'X' }, value: 1 }, 'unknown school'],
    [{ at: { town: 'A' }, value: 1 }, 'unknown town'],
    [{ at: { school: 'A', grade: '1' }, value: Number.NaN }, 'has the value NaN'],
    [{ at: { school: 'A', grade: '1' }, value: 1, structural: true }, 'is structural, not 0'],
    [{ at: { school: 'A' }, value: 1 }, 'is 1, its parts sum to 0'],
  ])('refuses %j', (cell, message) => {
    expect(() => createTable({ ...base, cells: [cell] })).toThrow(message)
  })

  test('refuses a place given twice and a dimension named twice', () => {
    const cell = { at: { school: 'A', grade: '1' }, value: 1 }
    expect(() => createTable({ ...base, cells: [cell, cell] })).toThrow('is given twice')
    expect(() => createTable({ ...base, dimensions: [school, school], cells: [] })).toThrow(
      'dimension school twice',
    )
  })
})
