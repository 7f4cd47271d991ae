import { array, assert, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemOf } from '../../testing/random-problem.ts'
import { makeNetwork, type Network } from '../model/network.ts'
import type { NetworkProblem } from '../model/problem.ts'
import { exchangeAll, type Search, shiftAll } from './improve.ts'
import { addLoad, emptyLoads, type Loads, violation } from './loads.ts'

type Worth = { broken: number; cost: number }

/** An assignment to improve: block b goes to the choice numbered `picks[b]`. Undefined when a block has none. */
function searchFrom(problem: NetworkProblem, picks: readonly number[]): Search | undefined {
  const network = makeNetwork(problem)
  const open = [...network.mustClose.keys()].filter((site) => network.mustClose[site] === 0)
  const choices = network.blocks.map(({ stays, present }, b) => {
    const sites = stays && open.includes(present) ? [present] : open
    return sites.filter((site) => costAt(network, b, site) < Infinity)
  })
  if (choices.some(({ length }) => length === 0)) return undefined
  const siteOf = Int32Array.from(choices, (sites, b) => sites[(picks[b] ?? 0) % sites.length] ?? -1)
  return { network, loads: loadsOf(network, siteOf), siteOf, choices, open }
}

function loadsOf(network: Network, siteOf: Int32Array): Loads {
  const loads = emptyLoads(network)
  siteOf.forEach((site, b) => {
    addLoad(network, loads, b, site, 1)
  })
  return loads
}

function costAt({ cost, siteCount }: Network, b: number, site: number): number {
  return cost[b * siteCount + site] ?? Infinity
}

/** What an assignment is worth, counted anew. */
function worthOf({ network, open }: Search, siteOf: Int32Array): Worth {
  const loads = loadsOf(network, siteOf)
  return {
    broken: open.reduce((sum, site) => sum + violation(network, loads, site), 0),
    cost: siteOf.reduce((sum, site, b) => sum + costAt(network, b, site), 0),
  }
}

function isBetter(one: Worth, other: Worth): boolean {
  if (Math.abs(one.broken - other.broken) > 1e-6) return one.broken < other.broken
  return one.cost < other.cost - 1e-6
}

/** Every assignment that sends one block elsewhere, or exchanges two. */
function neighbours(
  { choices }: Search,
  siteOf: Int32Array,
): { shifts: Int32Array[]; exchanges: Int32Array[] } {
  const shifts = choices.flatMap((sites, b) => sites.map((site) => siteOf.with(b, site)))
  const exchanges = choices.flatMap((sites, b) =>
    choices.flatMap((others, c) => {
      const [here, there] = [siteOf[b] ?? -1, siteOf[c] ?? -1]
      return sites.includes(there) && others.includes(here) ? [siteOf.with(b, there).with(c, here)] : []
    }),
  )
  return { shifts, exchanges }
}

/** Runs a check on random assignments that are possible. */
function onAssignments(check: (search: Search) => void): void {
  assert(
    property(problemOf(9), array(nat(2), { minLength: 9, maxLength: 9 }), (problem, picks) => {
      const search = searchFrom(problem, picks)
      if (search) check(search)
    }),
    { numRuns: 400, seed: 6 },
  )
}

describe.each([
  ['shiftAll', shiftAll, 'shifts'],
  ['exchangeAll', exchangeAll, 'exchanges'],
] as const)('%s', (_, improve, kind) => {
  test('says whether it found something better, and keeps the loads in step', () => {
    onAssignments((search) => {
      const before = search.siteOf.slice()
      const improved = improve(search)
      expect(search.loads).toEqual(loadsOf(search.network, search.siteOf))
      expect(search.siteOf.every((site, b) => search.choices[b]?.includes(site))).toBe(true)
      if (improved) {
        expect(isBetter(worthOf(search, search.siteOf), worthOf(search, before))).toBe(true)
      } else expect(search.siteOf).toEqual(before)
    })
  })

  test('leaves nothing to gain when it finds nothing', () => {
    onAssignments((search) => {
      let passes = 0
      while (improve(search)) expect(passes++).toBeLessThan(100)
      const worth = worthOf(search, search.siteOf)
      const others = neighbours(search, search.siteOf)[kind]
      expect(others.filter((other) => isBetter(worthOf(search, other), worth))).toEqual([])
    })
  })
})

test('pupils of several grade bands count in theirs and in all', () => {
  const network = makeNetwork({
    sites: [
      { id: 'a', capacity: 10, groups: { old: { capacity: 4, minimum: 3 } } },
      { id: 'b', minimum: 6 },
    ],
    units: [
      { id: 'x', pupils: 5, gradeBand: 'old', together: 'family' },
      { id: 'y', pupils: 2, gradeBand: 'young', together: 'family' },
      { id: 'z', pupils: 4, gradeBand: 'young' },
    ],
    gradeBands: [{ id: 'young' }, { id: 'old' }],
    travel: new Float64Array(6),
  })
  const loads = loadsOf(network, Int32Array.of(0, 0))
  expect([...loads.total]).toEqual([11, 0])
  expect([...loads.group]).toEqual([6, 5, 0, 0])
  // One beyond the room in all, one beyond the room for the old.
  expect(violation(network, loads, 0)).toBe(2)
  expect(violation(network, loads, 1)).toBe(6)
  const apart = loadsOf(network, Int32Array.of(1, 0))
  // No old pupil, so their minimum does not bind.
  expect(violation(network, apart, 0)).toBe(0)
  expect(violation(network, apart, 1)).toBe(0)
})
