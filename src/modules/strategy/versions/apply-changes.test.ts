import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionsOf, standingActionsOf } from '../model.ts'
import { applyChanges } from './apply-changes.ts'
import { comparePlans, compareSides } from './compare.ts'
import { conflictsIn } from './conflicts.ts'
import { aPlan, aProposal } from './testing.ts'
import type { Proposal } from './version.ts'

const ON = '2027-01-01'
const CODES = ['1.1.1', '1.1.2', '1.2.1', '1.2.2'] as const
const NEW = ['1.1.9', '1.2.9'] as const

const fields = fc.record(
  {
    title_lv: fc.string({ minLength: 1 }),
    official_lv: fc.option(fc.string({ minLength: 1 })),
    direction: fc.constantFrom('1.1', '1.2'),
    position: fc.integer({ min: 1, max: 9 }),
    due_on: fc.option(fc.constantFrom('2026-01-01', '2027-06-30')),
  },
  { requiredKeys: [] },
)
const ofKnown = (code: string): fc.Arbitrary<Proposal> =>
  fc.oneof(
    fields.map((changed) => aProposal({ code, kind: 'change', fields: changed })),
    fc.constant(aProposal({ code, kind: 'end' })),
    fc.constant(aProposal({ code, kind: 'keep' })),
    fc
      .constantFrom(...CODES, ...NEW)
      .filter((into) => into !== code)
      .map((into) => aProposal({ code, kind: 'merge', into })),
  )
const ofNew = (code: string): fc.Arbitrary<Proposal> =>
  fields.map((changed) =>
    aProposal({
      code,
      kind: 'add',
      fields: { title_lv: 'Jauna', title_en: 'New', direction: '1.1', position: 1, ...changed },
    }),
  )
const proposals = fc
  .tuple(...CODES.map((code) => fc.option(ofKnown(code))), ...NEW.map((code) => fc.option(ofNew(code))))
  .map((all) => all.filter((one) => one !== null))

describe('what a plan would look like', () => {
  test('is the same in whatever order things are proposed', () => {
    fc.assert(
      fc.property(
        proposals.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        ([all, other]) => {
          expect(applyChanges(aPlan(), other, ON)).toEqual(applyChanges(aPlan(), all, ON))
        },
      ),
    )
  })

  test('is the same when everything is done twice', () => {
    fc.assert(
      fc.property(proposals, (all) => {
        const once = applyChanges(aPlan(), all, ON)
        expect(applyChanges(once, all, ON)).toEqual(once)
      }),
    )
  })

  test('leaves the plan and the proposals as they were, loses no action and no report', () => {
    fc.assert(
      fc.property(proposals, (all) => {
        const [plan, given] = [aPlan(), structuredClone(all)]
        const after = applyChanges(plan, all, ON)
        expect(plan).toEqual(aPlan())
        expect(all).toEqual(given)
        const codes = actionsOf(after).map(({ code }) => code)
        expect(codes).toEqual(expect.arrayContaining([...CODES]))
        for (const before of actionsOf(plan)) {
          expect(actionsOf(after).find(({ code }) => code === before.code)?.history).toEqual(before.history)
        }
      }),
    )
  })

  test('differs from the plan in just what was proposed', () => {
    fc.assert(
      fc.property(proposals, (all) => {
        const named = new Set(all.map(({ code }) => code))
        const differences = comparePlans(aPlan(), applyChanges(aPlan(), all, ON))
        expect(differences.filter(({ code }) => !named.has(code))).toEqual([])
      }),
    )
  })
})

test('an action that is merged says into which, keeps its history and is no longer open', () => {
  const after = applyChanges(aPlan(), [aProposal({ code: '1.1.1', kind: 'merge', into: '1.1.2' })], ON)
  const merged = actionsOf(after).find(({ code }) => code === '1.1.1')
  expect(merged?.ended).toEqual({ on: ON, reason: { lv: 'Iemesls', en: 'Reason' }, into: '1.1.2' })
  expect(merged?.history).toHaveLength(1)
  expect(standingActionsOf(after).map(({ code }) => code)).toEqual(['1.1.2', '1.2.1', '1.2.2'])
})

describe('what no longer applies is told all at once', () => {
  const plan = aPlan({ '1.1.1': { title: { lv: 'Cita', en: 'Other' }, short: { lv: 'Cita', en: 'Other' } } })
  test.for<[string, Proposal, string, readonly string[]]>([
    [
      'somebody changed the same words',
      aProposal({
        code: '1.1.1',
        kind: 'change',
        fields: { title_lv: 'Mūsu' },
        was: { title_lv: 'Darbība' },
      }),
      'changed',
      ['title_lv'],
    ],
    ['the action is not there', aProposal({ code: '7.7.7', kind: 'end' }), 'gone', []],
    [
      'the code is taken',
      aProposal({ code: '1.1.1', kind: 'add', fields: { direction: '1.1' } }),
      'taken',
      [],
    ],
    [
      'the direction is not there',
      aProposal({ code: '1.9.1', kind: 'add', fields: { direction: '1.9' } }),
      'noDirection',
      ['1.9'],
    ],
    ['it goes into nothing', aProposal({ code: '1.1.1', kind: 'merge', into: '9' }), 'intoGone', ['9']],
  ])('%s', ([, proposal, reason, about]) => {
    expect(conflictsIn(plan, [proposal])).toMatchObject([{ code: proposal.code, reason, about }])
  })

  test('two that go into each other, and one that has ended since', () => {
    const ended = { on: '2026-01-01', reason: { lv: 'a', en: 'a' }, into: null }
    const conflicts = conflictsIn(aPlan({ '1.2.1': { ended } }), [
      aProposal({ code: '1.1.1', kind: 'merge', into: '1.1.2' }),
      aProposal({ code: '1.1.2', kind: 'merge', into: '1.1.1' }),
      aProposal({ code: '1.2.1', kind: 'end' }),
    ])
    expect(conflicts.map(({ code, reason }) => [code, reason])).toEqual([
      ['1.1.1', 'intoEnds'],
      ['1.1.2', 'intoEnds'],
      ['1.2.1', 'ended'],
    ])
  })

  test('nothing where the other has done the very same', () => {
    const same = aProposal({
      code: '1.1.1',
      kind: 'change',
      fields: { title_lv: 'Cita' },
      was: { title_lv: 'Darbība' },
    })
    expect(conflictsIn(plan, [same])).toEqual([])
  })
})

const shuffled = (all: Proposal[]) =>
  fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })

test('of what had ended before, nothing is counted as alike', () => {
  const ended = { on: ON, reason: { lv: 'Iemesls', en: 'Reason' }, into: null }
  const before = aPlan({ '1.1.1': { ended } })
  const after = applyChanges(before, [aProposal({ code: '1.1.2', kind: 'end' })], ON)
  const compared = compareSides({
    before: { number: 1, tree: before },
    after: { number: 2, tree: after },
    proposals: [],
  })
  expect(compared.differences.map(({ code, kind }) => [code, kind])).toEqual([['1.1.2', 'ended']])
  expect(compared.same).toBe(2)
})
