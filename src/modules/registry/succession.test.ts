import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Succession } from './institution.ts'
import { presenceOn } from './institution-on.ts'
import { findCircle, heirsOn, predecessorsOf, successorsOf } from './succession.ts'
import { aNetwork, anInstitution, aSuccession } from './testing.ts'

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f']
const days = ['2010-09-01', '2015-09-01', '2020-09-01']

const links = fc.array(
  fc
    .record({
      from: fc.constantFrom(...KEYS),
      to: fc.constantFrom(...KEYS),
      kind: fc.constantFrom('mergedInto' as const, 'splitInto' as const, 'continuedAs' as const),
      day: fc.constantFrom(...days, null),
    })
    .map(({ from, to, ...given }) => aSuccession(from, to, given)),
  { maxLength: 12 },
)
const networks = fc
  .tuple(links, fc.array(fc.constantFrom(...days, null), { minLength: KEYS.length, maxLength: KEYS.length }))
  .map(([successions, ends]) =>
    aNetwork(
      KEYS.map((key, place) => anInstitution(key, [null, ends[place] ?? null])),
      successions,
    ),
  )

describe('who stands in the place of an institution', () => {
  const merger = aNetwork(
    [
      anInstitution('east', [null, '2015-09-01']),
      anInstitution('west', [null, '2015-09-01']),
      anInstitution('joint', ['2015-09-01', '2022-09-01']),
      anInstitution('lower', ['2022-09-01', null]),
      anInstitution('upper', ['2022-09-01', null]),
    ],
    [
      aSuccession('east', 'joint', { kind: 'mergedInto', day: '2015-09-01' }),
      aSuccession('west', 'joint', { kind: 'mergedInto', day: '2015-09-01' }),
      aSuccession('joint', 'lower', { kind: 'splitInto', day: '2022-09-01' }),
      aSuccession('joint', 'upper', { kind: 'splitInto', day: '2022-09-01' }),
    ],
  )

  test('is followed through a merger and a split', () => {
    expect(heirsOn(merger, 'east', '2015-08-31')).toEqual(['east'])
    expect(heirsOn(merger, 'east', '2020-01-01')).toEqual(['joint'])
    expect(heirsOn(merger, 'east', '2022-09-01')).toEqual(['lower', 'upper'])
    expect(heirsOn(merger, 'west', '2022-09-01')).toEqual(['lower', 'upper'])
  })

  test('includes one that goes on beside what was split from it', () => {
    const network = aNetwork(
      [anInstitution('large'), anInstitution('part', ['2020-09-01', null])],
      [aSuccession('large', 'part', { kind: 'splitInto', day: '2020-09-01' })],
    )
    expect(heirsOn(network, 'large', '2020-08-31')).toEqual(['large'])
    expect(heirsOn(network, 'large', '2020-09-01')).toEqual(['large', 'part'])
  })

  test('is nobody when it ended without a successor, or had not begun', () => {
    const network = aNetwork([anInstitution('closed', ['2000-01-01', '2010-01-01'])])
    expect(heirsOn(network, 'closed', '2020-01-01')).toEqual([])
    expect(heirsOn(network, 'closed', '1999-12-31')).toEqual([])
  })

  test('takes a succession without a day for past', () => {
    const network = aNetwork(
      [anInstitution('university'), anInstitution('academy')],
      [aSuccession('university', 'academy')],
    )
    expect(heirsOn(network, 'university', '2020-01-01')).toEqual(['academy'])
  })

  test('ends, names nobody twice and nobody who was not there, whatever is written', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...KEYS), fc.constantFrom(...days), (network, key, day) => {
        const heirs = heirsOn(network, key, day)
        const there = (one: string) => {
          const institution = network.institutions.find((other) => other.key === one)
          return institution && presenceOn(institution, network.successions, day) !== 'absent'
        }
        expect(new Set(heirs).size).toBe(heirs.length)
        expect(heirs.filter((one) => !there(one))).toEqual([])
      }),
    )
  })

  test('is the same when asked of the heirs again, where nothing leads in a circle', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...KEYS), fc.constantFrom(...days), (network, key, day) => {
        fc.pre(findCircle(network.successions) === undefined)
        const heirs = heirsOn(network, key, day)
        const again = heirs.flatMap((heir) => heirsOn(network, heir, day))
        expect(new Set(again)).toEqual(new Set(heirs))
      }),
    )
  })
})

test('one step before and after', () => {
  const network = { successions: [aSuccession('a', 'b'), aSuccession('b', 'c')] }
  expect(successorsOf(network, 'b').map(({ to }) => to)).toEqual(['c'])
  expect(predecessorsOf(network, 'b').map(({ from }) => from)).toEqual(['a'])
})

describe('a circle of successors', () => {
  test('is named from where it begins to where it comes back', () => {
    const circle = [
      aSuccession('x', 'a'),
      aSuccession('a', 'b'),
      aSuccession('b', 'c'),
      aSuccession('c', 'a'),
    ]
    expect(findCircle(circle)).toEqual(['a', 'b', 'c', 'a'])
    expect(findCircle([aSuccession('a', 'a')])).toEqual(['a', 'a'])
  })

  test('is found exactly when some institution is reached from itself', () => {
    fc.assert(
      fc.property(links, (successions) => {
        const isReached = KEYS.some((key) => reachable(successions, key).has(key))
        const circle = findCircle(successions)
        expect(circle !== undefined).toBe(isReached)
        const steps = (circle ?? []).slice(1).map((to, place) => ({ from: circle?.[place], to }))
        expect(
          steps.filter(({ from, to }) => !successions.some((one) => one.from === from && one.to === to)),
        ).toEqual([])
        expect(circle?.[0]).toBe(circle?.at(-1))
      }),
    )
  })

  test('is looked for in a chain of any length', () => {
    const chain = Array.from({ length: 20_000 }, (_, place) => aSuccession(`s${place}`, `s${place + 1}`))
    expect(findCircle(chain)).toBeUndefined()
  })
})

/** Everything that is reached from a key in one step or more. */
function reachable(successions: readonly Succession[], key: string): Set<string> {
  const reached = new Set<string>()
  const next = (from: string) => successions.filter((one) => one.from === from).map(({ to }) => to)
  for (const one of next(key)) reached.add(one)
  for (const one of reached) for (const to of next(one)) reached.add(to)
  return reached
}
