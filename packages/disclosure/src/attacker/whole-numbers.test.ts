import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { linkTables } from '../release/link.ts'
import type { Relation, Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { attack } from './attack.ts'

const highs = await loadHighs()

/**
 * Thirteen grades, everything hidden. In each of two triples any two grades have one pupil together at most, so that
 * a triple has one pupil; in fractions it could have a half in each grade. The last grade has the rest of four.
 */
function triples(whole = true): Release {
  const grade = (n: number) => ({ measure: 'pupils', at: { school: 'A', grade: `${n}` } })
  const sum = (grades: readonly number[], equals: number): Relation => ({
    terms: grades.map((n) => ({ cell: grade(n), coefficient: 1 })),
    equals,
  })
  const pairs = [0, 6].flatMap((from) => [
    sum([from + 1, from + 2, from + 4], 1),
    sum([from + 2, from + 3, from + 5], 1),
    sum([from + 1, from + 3, from + 6], 1),
  ])
  return linkTables({
    measures: { pupils: { aboutPersons: true, whole } },
    tables: [pupilTable([[0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 4]])],
    relations: [...pairs, sum([1, 2, 3, 7, 8, 9, 13], 4)],
  })
}

const rest = pupilKey('A13')
const keysOf = (release: Release) => release.cells.map(({ key }) => key)

/** A table whose numbers are multiples of a unit, whole for 1. */
function rectangle(unit: number): Release {
  const rows = [
    [3, 20, 30],
    [40, 50, 7],
  ]
  return linkTables({
    measures: { pupils: { aboutPersons: true, whole: unit === 1 } },
    tables: [pupilTable(rows.map((row) => row.map((value) => value * unit)))],
  })
}

/** HiGHS, counting the models that are made and the programmes that are run; what it finds may be said otherwise. */
function counting(status?: 8): { solver: Solver; models: number; runs: number } {
  const counts = { solver: { createModel }, models: 0, runs: 0 }
  function createModel(...[data]: Parameters<Solver['createModel']>) {
    const model = highs.createModel(data)
    const run = model.run.bind(model)
    counts.models++
    model.run = () => {
      counts.runs++
      return status ? { ...run(), modelStatus: status } : run()
    }
    return model
  }
  return counts
}

describe('whole numbers', () => {
  test('narrow what fractions would allow', () => {
    const release = triples()
    expect(attack(release, { hidden: keysOf(release) }, highs, { cells: [rest] })).toEqual([
      { key: rest, value: 4, low: 2, high: 4, isExact: true },
    ])
  })

  test('are given up among more unknowns than asked for, and that is said', () => {
    const release = triples()
    const hidden = keysOf(release)
    const within = (wholeNumberLimit: number) =>
      attack(release, { hidden }, highs, { cells: [rest], wholeNumberLimit })[0]
    expect(within(hidden.length)).toMatchObject({ low: 2, high: 4, isExact: true })
    expect(within(hidden.length - 1)).toMatchObject({ low: 1, high: 4, isExact: false })
  })

  test('bind only measures that are whole', () => {
    const release = triples(false)
    const hidden = keysOf(release)
    const found = attack(release, { hidden }, highs, { cells: [rest, pupilKey('A1')] })
    expect(found.find(({ key }) => key === rest)).toMatchObject({ low: 1, high: 4, isExact: true })
    expect(found.find(({ key }) => key !== rest)).toMatchObject({ low: 0, high: 1, isExact: true })
  })

  test('bound an end that lies between two of them', () => {
    const table = pupilTable([
      [3, 4],
      [5, 6],
    ])
    const twice = {
      terms: [
        { cell: { measure: 'pupils', at: { school: 'A', grade: '1' } }, coefficient: 2 },
        { cell: { measure: 'pupils', at: { school: 'B', grade: '2' } }, coefficient: 1 },
      ],
      equals: 12,
    }
    const release = linkTables({
      measures: { pupils: { aboutPersons: true } },
      tables: [table],
      relations: [twice],
    })
    const hidden = ['A', 'B', '1', '2', '', 'A1', 'A2', 'B1', 'B2'].map(pupilKey)
    const knowledge = { [pupilKey('B2')]: { low: 1, high: 7 } }
    const [a1] = attack(release, { hidden, knowledge }, highs, { cells: [pupilKey('A1')] })
    expect(a1).toMatchObject({ low: 3, high: 5, isExact: true })
  })
})

describe('programmes are run only where they are needed', () => {
  const square = rectangle(1)

  test('none where pencil and paper tell', () => {
    const count = counting()
    attack(square, { hidden: [pupilKey('A1')] }, count.solver)
    expect(count.runs).toBe(0)
  })

  test.each([1, 0.3])(
    'two for the eight ends of a rectangle, where one end is the other of a neighbour: × %d',
    (unit) => {
      const count = counting()
      const found = attack(rectangle(unit), { hidden: ['A1', 'A2', 'B1', 'B2'].map(pupilKey) }, count.solver)
      const ends = [
        [0, 23],
        [20, 43],
        [0, 23],
        [47, 70],
      ]
      expect(found.map(({ low, high }) => [low, high])).toEqual(
        ends.map((each) => each.map((end) => expect.closeTo(end * unit, 9))),
      )
      expect(count.runs).toBe(2)
    },
  )

  test('none among unknowns that nobody asks for', () => {
    const two = linkTables({
      measures: { pupils: { aboutPersons: true } },
      tables: [
        pupilTable([
          [1, 2, 3, 4],
          [5, 6, 7, 8],
          [9, 8, 7, 6],
          [5, 4, 3, 2],
        ]),
      ],
    })
    const hidden = ['A1', 'A2', 'B1', 'B2', 'C3', 'C4', 'D3', 'D4'].map(pupilKey)
    const count = counting()
    const found = attack(two, { hidden }, count.solver, { cells: [pupilKey('D4')] })
    expect(found).toMatchObject([{ low: 0, high: 5 }])
    expect(count.models).toBe(1)
  })

  test('a solver that finds no table at all is not believed', () => {
    const hidden = ['A1', 'A2', 'B1', 'B2'].map(pupilKey)
    expect(() => attack(square, { hidden }, counting(8).solver)).toThrow(
      new Error('attack: the solver ended infeasible'),
    )
  })
})
