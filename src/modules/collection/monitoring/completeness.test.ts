import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Institution, InstitutionVersion, Network, Succession } from '#modules/registry'
import { stateOf } from '../life/state.ts'
import type { DecisionKind } from '../model.ts'
import type { AskedRow } from './asked-store.server.ts'
import { completenessOf, STANDINGS, UNEXPECTED } from './completeness.ts'
import { countedOn, monitoredOn } from './expected.ts'

const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 8, day, hour))
const dayOf = (day: number) => at(day).toISOString().slice(0, 'YYYY-MM-DD'.length)
const call = { dueAt: at(20), locksAt: at(25) }

type Life = {
  opens: number | null
  closes: number | null
  mergesInto: number | null
  isExcused: boolean
  extendedTo: number | null
  hasEdits: boolean
  handedIn: readonly number[]
  decision: DecisionKind | null
  failedTries: number
}

const someDay = fc.integer({ min: 1, max: 30 })
const life: fc.Arbitrary<Life> = fc.record({
  opens: fc.option(someDay),
  closes: fc.option(someDay),
  mergesInto: fc.option(fc.nat(11)),
  isExcused: fc.boolean(),
  extendedTo: fc.option(someDay),
  hasEdits: fc.boolean(),
  handedIn: fc.array(someDay, { maxLength: 3 }).map((days) => days.sort((a, b) => a - b)),
  decision: fc.option(fc.constantFrom<DecisionKind>('returned', 'accepted', 'reopened')),
  failedTries: fc.nat(2),
})

function networkOf(lives: readonly Life[]): Network {
  const institutions = lives.map(({ opens, closes }, index): Institution => {
    const span = { validFrom: opens && dayOf(opens), validTo: closes && dayOf(closes) }
    return {
      id: `id${index}`,
      key: `k${index}`,
      registrationNumber: null,
      versions: [{ ...span, version: 1 } as InstitutionVersion],
    }
  })
  const successions = lives.flatMap(({ closes, mergesInto }, index): Succession[] =>
    mergesInto === null || mergesInto === index || mergesInto >= lives.length
      ? []
      : [
          {
            from: `k${index}`,
            to: `k${mergesInto}`,
            kind: 'mergedInto',
            day: closes && dayOf(closes),
          } as Succession,
        ],
  )
  return { institutions, successions }
}

function rowOf(one: Life, index: number): AskedRow {
  const [first, last] = [one.handedIn[0], one.handedIn.at(-1)]
  const version = one.handedIn.length
  return {
    submissionId: `s${index}`,
    callId: 'c',
    institutionId: `id${index}`,
    extendedTo: one.extendedTo === null ? null : at(one.extendedTo),
    excusedReason: one.isExcused ? 'slēgta' : null,
    state: stateOf({ ...one, version, decision: version > 0 ? one.decision : null }),
    lastEditAt: null,
    version,
    firstHandedInAt: first === undefined ? null : at(first),
    handedInAt: last === undefined ? null : at(last),
    failedTries: one.failedTries,
    reply: null,
  }
}

function told(lives: readonly Life[], now: Date) {
  const rows = monitoredOn(networkOf(lives), lives.map(rowOf), countedOn(call, now))
  return { rows, completeness: completenessOf(call, rows, now) }
}

const plain: Life = {
  opens: null,
  closes: null,
  mergesInto: null,
  isExcused: false,
  extendedTo: null,
  hasEdits: false,
  handedIn: [],
  decision: null,
  failedTries: 0,
}
const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0)
const town = fc.array(life, { maxLength: 12 })
const moment = fc.integer({ min: 1, max: 40 }).map((day) => at(day, 23))

describe('completeness', () => {
  test('stays within nobody and everybody, whoever opens, closes, merges, is excused or hands in again', () => {
    fc.assert(
      fc.property(town, moment, (lives, now) => {
        const { expected, by, handedIn, onTime, handedInLate, share, not } = told(lives, now).completeness
        expect(sum(by)).toBe(expected)
        expect(expected + sum(not)).toBe(lives.length)
        expect(handedIn <= expected && onTime >= 0 && handedInLate >= 0).toBe(true)
        expect(onTime + handedInLate).toBe(handedIn)
        expect(share === null).toBe(expected === 0)
        if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('does not depend on the order in which institutions are read', () => {
    fc.assert(
      fc.property(town, moment, (lives, now) => {
        const { rows, completeness } = told(lives, now)
        expect(completenessOf(call, rows.toReversed(), now)).toEqual(completeness)
      }),
    )
  })

  test('has the same share for good once the call is locked', () => {
    fc.assert(
      fc.property(town, (lives) => {
        const shareAt = (day: number) => {
          const { expected, handedIn, share, not } = told(lives, at(day)).completeness
          return { expected, handedIn, share, not }
        }
        expect(shareAt(30)).toEqual(shareAt(40))
      }),
    )
  })

  test('loses one that is excused from what is expected, and from nothing else', () => {
    fc.assert(
      fc.property(town, moment, (lives, now) => {
        const all = [...lives, { ...plain, isExcused: true }]
        const [before, after] = [told(lives, now).completeness, told(all, now).completeness]
        expect({ ...after, not: null }).toEqual({ ...before, not: null })
        expect(after.not.excused).toBe(before.not.excused + 1)
      }),
    )
  })

  test('of nobody is no share', () => {
    expect(told([], at(10)).completeness.share).toBeNull()
    expect(told([{ ...plain, isExcused: true }], at(10)).completeness.share).toBeNull()
  })

  test('counts one that closed after answering as history, and one that closed before as closed', () => {
    const { completeness } = told(
      [plain, { ...plain, closes: 15, handedIn: [10] }, { ...plain, closes: 15, mergesInto: 0 }],
      at(16),
    )
    expect(completeness).toMatchObject({
      expected: 1,
      handedIn: 0,
      share: 0,
      not: { excused: 0, closed: 1, history: 1 },
    })
  })

  test('tells the last second of the last day as in time, also where it was moved', () => {
    const onDay = { ...plain, handedIn: [20] }
    const late = { ...plain, handedIn: [21] }
    expect(told([onDay, late, { ...late, extendedTo: 21 }], at(22)).completeness).toMatchObject({
      handedIn: 3,
      onTime: 2,
      handedInLate: 1,
    })
  })

  test('puts each institution in one place', () => {
    const { completeness } = told(
      [
        plain,
        { ...plain, extendedTo: 30 },
        { ...plain, handedIn: [10], decision: 'returned', failedTries: 1 },
        { ...plain, extendedTo: 30, hasEdits: true, failedTries: 2 },
        { ...plain, extendedTo: 30, hasEdits: true },
        { ...plain, handedIn: [10] },
        { ...plain, handedIn: [10], decision: 'accepted' },
      ],
      at(21),
    )
    expect(completeness.by).toEqual({
      late: 1,
      notStarted: 1,
      returned: 1,
      failed: 1,
      started: 1,
      waiting: 1,
      accepted: 1,
    })
    expect(STANDINGS.length + UNEXPECTED.length).toBe(10)
  })
})
