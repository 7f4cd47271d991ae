import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordingOf } from '#modules/sources'
import type { Action } from '../model.ts'
import { anAction } from '../testing.ts'
import { concernsOf } from './concerns.ts'
import { type Coverage, coverageOf, type PlacedItem } from './coverage.ts'
import type { PlanOfWork } from './model.ts'
import { aPlan } from './testing.ts'

const treeOf = (actions: Action[]) =>
  ({
    strategy: { id: 'strategy' },
    goals: [{ directions: [{ actions }] }],
  }) as unknown as Parameters<typeof coverageOf>[0]
const tree = treeOf(['1.1.1', '1.1.2', '1.1.3'].map((code) => anAction({ code })))
const ids = (items: readonly PlacedItem[]) => items.map(({ item }) => item.id)
const inShort = ({ covered, uncovered, ownNeeds, orphans, strays }: Coverage) => ({
  covered: covered.map(({ action, items }) => [action.code, ...ids(items)]),
  uncovered: uncovered.map(({ code }) => code),
  ownNeeds: ids(ownNeeds),
  orphans: ids(orphans),
  strays: strays.map(({ item, codes }) => [item.id, ...codes]),
})

describe('plans and the strategy', () => {
  test('are held against each other both ways', () => {
    const plans = [
      aPlan('a', [{ number: 1, actions: ['1.1.1', '1.1.2'] }, { number: 2 }]),
      aPlan('b', [
        { number: 1, actions: ['1.1.1'] },
        { number: 2, ownNeed: 'Jumta remonts' },
        { number: 3, actions: ['9.9.9', '1.1.1'] },
      ]),
    ]
    expect(inShort(coverageOf(tree, plans))).toEqual({
      covered: [
        ['1.1.1', 'a-1', 'b-1', 'b-3'],
        ['1.1.2', 'a-1'],
      ],
      uncovered: ['1.1.3'],
      ownNeeds: ['b-2'],
      orphans: ['a-2'],
      strays: [['b-3', '9.9.9']],
    })
  })

  test('leave what a version has ended out of the count, and say which tasks still name it', () => {
    const ended = { on: '2026-03-01', reason: { lv: 'Apvienota', en: 'Merged' }, into: '1.1.1' }
    const changed = treeOf([anAction({ code: '1.1.1' }), anAction({ code: '1.1.2', ended })])
    const plans = [aPlan('a', [{ number: 1, actions: ['1.1.2'] }])]
    expect(inShort(coverageOf(changed, plans))).toMatchObject({
      covered: [],
      uncovered: ['1.1.1'],
      strays: [['a-1', '1.1.2']],
    })
  })

  test('leave withdrawn plans and those of other strategies aside', () => {
    const plans = [
      aPlan('a', [{ number: 1, actions: ['1.1.1'] }], { state: 'withdrawn' }),
      aPlan('b', [{ number: 1, actions: ['1.1.2'] }], { strategyId: 'other' }),
    ]
    expect(inShort(coverageOf(tree, plans)).uncovered).toEqual(['1.1.1', '1.1.2', '1.1.3'])
  })

  test('cover each action or leave it open, and each task is in one of three states', () => {
    const codes = fc.subarray(['1.1.1', '1.1.2', '1.1.3'])
    const items = fc.array(fc.record({ actions: codes, isOwn: fc.boolean() }), { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(items, { maxLength: 4 }), (made) => {
        const plans = made.map((some, plan) =>
          aPlan(
            `p${plan}`,
            some.map(({ actions, isOwn }, index) => ({
              number: index + 1,
              actions,
              ownNeed: isOwn && actions.length === 0 ? 'Vajag' : null,
            })),
          ),
        )
        const { covered, uncovered, ownNeeds, orphans } = coverageOf(tree, plans)
        const serving = new Set(covered.flatMap((one) => ids(one.items)))
        expect(covered.length + uncovered.length).toBe(3)
        expect(serving.size + ownNeeds.length + orphans.length).toBe(made.flat().length)
      }),
    )
  })
})

const overlapsOf = (...plans: PlanOfWork[]) =>
  coverageOf(tree, plans).overlaps.map(({ items, ...rest }) => ({ ...rest, ids: ids(items) }))

describe('tasks overlap', () => {
  test('where several plans serve an action by the same day', () => {
    const due = { actions: ['1.1.1'], dueOn: '2026-06-01' }
    expect(
      overlapsOf(
        aPlan('a', [
          { number: 1, ...due },
          { number: 2, ...due },
        ]),
        aPlan('b', [
          { number: 1, ...due },
          { number: 2, actions: ['1.1.1'] },
        ]),
        aPlan('c', [{ number: 1, ...due, dueOn: '2026-06-02' }]),
      ),
    ).toEqual([{ why: 'sameTerm', action: '1.1.1', dueOn: '2026-06-01', ids: ['a-1', 'a-2', 'b-1'] }])
  })

  test('where several plans say nearly the same, whatever the endings and the order', () => {
    expect(
      overlapsOf(
        aPlan('a', [{ number: 1, task: 'Organizēt pedagogu mācības par mobinga mazināšanu' }]),
        aPlan('b', [{ number: 1, task: 'Pedagogu mācību organizēšana par mobinga mazināšanu' }]),
        aPlan('c', [{ number: 1, task: 'Atjaunot sporta laukumu' }]),
      ),
    ).toEqual([{ why: 'sameWords', ids: ['a-1', 'b-1'] }])
  })

  test('never within one plan, nor by two words alone, nor by days that nobody states', () => {
    const same = { task: 'Organizēt pedagogu mācības par mobingu' }
    expect(
      overlapsOf(
        aPlan('a', [
          { number: 1, ...same },
          { number: 2, ...same },
        ]),
      ),
    ).toEqual([])
    const few = { task: 'Jumta remonts', actions: ['1.1.1'] }
    expect(overlapsOf(aPlan('a', [{ number: 1, ...few }]), aPlan('b', [{ number: 1, ...few }]))).toEqual([])
  })
})

describe('an action concerns an institution', () => {
  const actions = [
    ['1', 'Pielāgot telpas Liepājas Valsts ģimnāzijā'],
    ['2', 'Attīstīt ģimnāziju piedāvājumu'],
    ['3', 'Mazināt mobingu izglītības iestādēs'],
    ['4', 'Pirmsskolas pedagogu pilnveide'],
    ['5', 'Izbūvēt pandusu'],
    ['6', 'Kopīgs projekts ar uzņēmējiem'],
  ].map(([code = '', lv = '']) =>
    anAction({ code, ...wordingOf({ lv, en: lv }, null), deliverable: null, responsible: null }),
  )
  const gymnasium = {
    names: ['Liepājas Valsts ģimnāzija', 'LVĢ'],
    typeName: 'Valsts ģimnāzija',
    works: new Set(['5']),
    parts: new Set(['6']),
  }

  test('by its part, by works, by name, by type, or as all do', () => {
    expect([...concernsOf(actions, gymnasium)]).toEqual([
      ['1', 'name'],
      ['2', 'type'],
      ['3', 'everybody'],
      ['5', 'works'],
      ['6', 'part'],
    ])
  })

  test('and a preschool by what speaks of preschools', () => {
    const preschool = { ...gymnasium, names: ['Margrietiņa'], typeName: 'Pirmsskolas izglītības iestāde' }
    expect(concernsOf(actions, { ...preschool, works: new Set(), parts: new Set() })).toEqual(
      new Map([
        ['3', 'everybody'],
        ['4', 'type'],
      ]),
    )
  })
})
