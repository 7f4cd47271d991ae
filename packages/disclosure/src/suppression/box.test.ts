import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { findPrimaryCells } from '../primary/find.ts'
import { flatDimension, flattenHierarchy } from '../tables/hierarchy.ts'
import {
  createRandom,
  randomHierarchy,
  randomLinkedRelease,
  randomRelease,
} from '../testing/random-release.ts'
import { axisPatterns } from './axis-patterns.ts'
import { BoxFinder, searchBoxes } from './box.ts'
import { checkProof } from './check-proof.ts'
import { writeProof } from './proof.ts'
import { startState } from './start.ts'
import { isMet } from './state.ts'

const solver = await loadHighs()
const seeds = fc.integer({ min: 1, max: 1_000_000 })

describe('axisPatterns', () => {
  test('raises a code and keeps every sum', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = createRandom(seed)
        const hierarchy = flattenHierarchy(randomHierarchy(random, 'x', 2 + Math.floor(random() * 7)))
        const position = seed % hierarchy.codes.length
        for (const { offsets, signs } of axisPatterns(hierarchy, position)) {
          const change = new Float64Array(hierarchy.codes.length)
          change[position] = 1
          offsets.forEach((offset, n) => {
            change[position + offset] = signs[n] ?? 0
          })
          hierarchy.children.forEach((children, parent) => {
            const sum = children.reduce((total, child) => total + (change[child] ?? 0), 0)
            expect(children.length === 0 || sum === change[parent]).toBe(true)
          })
        }
      }),
    )
  })

  test('gives no more than so many in a large dimension, siblings first', () => {
    const parts = Array.from({ length: 300 }, (_, n) => `${1000 + n}`)
    const towns = [flatDimension('town', parts.slice(0, 60)), flatDimension('villages', parts.slice(60))]
    const hierarchy = flattenHierarchy({ code: 'all', children: towns })
    const patterns = axisPatterns(hierarchy, hierarchy.positions.get('1000') ?? -1)
    expect(patterns).toHaveLength(121)
    expect(patterns.slice(1, 60).every(({ offsets }) => offsets.length === 1)).toBe(true)
    expect(patterns.slice(60).every(({ offsets }) => offsets.length === 3)).toBe(true)
  })

  test('gives each sibling and the total for a leaf', () => {
    const hierarchy = flattenHierarchy(flatDimension('all', ['a', 'b', 'c']))
    expect(axisPatterns(hierarchy, 1)).toEqual([
      { offsets: [-1], signs: [1] },
      { offsets: [1], signs: [-1] },
      { offsets: [2], signs: [-1] },
    ])
  })

  test('tries siblings in the order of their names, in whatever order a table has them', () => {
    const hierarchy = flattenHierarchy(flatDimension('all', ['c', 'd', 'b', 'a']))
    const lowered = axisPatterns(hierarchy, hierarchy.positions.get('c') ?? -1)
      .slice(1)
      .map(({ offsets: [offset = 0] }) => hierarchy.codes[1 + offset])
    expect(lowered).toEqual(['a', 'b', 'd'])
  })

  test('raises a leaf once, and never against itself', () => {
    const hierarchy = flattenHierarchy({
      code: 'all',
      children: [flatDimension('town', ['a', 'b']), flatDimension('villages', ['c', 'd'])],
    })
    const patterns = axisPatterns(hierarchy, hierarchy.positions.get('a') ?? -1)
    expect(patterns.map(({ offsets }) => offsets.map((offset) => hierarchy.codes[2 + offset]))).toEqual([
      ['town', 'all'],
      ['b'],
      ['c', 'villages', 'town'],
      ['d', 'villages', 'town'],
    ])
  })
})

describe('searchBoxes', () => {
  test('proves what it meets', () => {
    let met = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const release = seed % 2 ? randomRelease(seed) : randomLinkedRelease(seed)
        const { state } = startState(release, findPrimaryCells(release), solver, 'protect')
        searchBoxes(state, new BoxFinder(state))
        const hidden = release.cells.filter((_, at) => state.isHidden[state.system.variables[at] ?? -1])
        const needs = state.needs.filter(isMet)
        met += needs.length
        const proof = writeProof(state, needs)
        expect(
          checkProof(
            release,
            hidden.map(({ key }) => key),
            proof,
          ),
        ).toEqual([])
      }),
      { numRuns: 60 },
    )
    expect(met).toBeGreaterThan(60)
  })
})
