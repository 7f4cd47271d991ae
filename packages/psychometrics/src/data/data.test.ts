import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answeredSets } from './answered.ts'
import { planBooklets } from './booklets.ts'
import { connectedParts } from './connected.ts'
import { MISSING, responses, responsesFromPatterns, responsesFromRows } from './responses.ts'
import { dichotomise, missingAsWrong, selectItems, selectPersons } from './select.ts'

const rows = fc.integer({ min: 2, max: 7 }).chain((items) =>
  fc.array(fc.array(fc.option(fc.constantFrom(0, 1), { freq: 2 }), { minLength: items, maxLength: items }), {
    minLength: 1,
    maxLength: 40,
  }),
)

describe('answered sets and booklets', () => {
  test('a booklet less what was skipped is the set of each person', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const items = list[0]?.length ?? 0
        const full = responsesFromRows(list, { highest: new Array<number>(items).fill(1) })
        const { sets, setOf } = answeredSets(full)
        const counts = sets.map((_, set) => setOf.filter((each) => each === set).length)
        const { booklets, bookletOf, skipped } = planBooklets(sets, counts, items)
        for (const [person, row] of list.entries()) {
          const set = setOf[person] ?? -1
          const answered = row.flatMap((value, item) => (value === null ? [] : [item]))
          expect([...(sets[set] ?? [])]).toEqual(answered)
          const left = [...(booklets[bookletOf[set] ?? -1] ?? [])].filter(
            (item) => !skipped[set]?.includes(item),
          )
          expect(left).toEqual(answered)
        }
      }),
    )
  })

  test('a form that many have is a booklet, a person who skipped hangs on it', () => {
    const sets = [
      [0, 1, 2],
      [1, 2, 3],
      [1, 2],
    ].map((set) => Int32Array.from(set))
    const { booklets, skipped } = planBooklets(sets, [100, 100, 1], 4)
    expect(booklets.map((each) => [...each])).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ])
    expect(skipped.map((each) => each.length)).toEqual([0, 0, 1])
  })

  test('parts that share no item are told apart', () => {
    expect(
      connectedParts(
        [
          [0, 1],
          [1, 2],
          [3, 4],
        ],
        6,
      ),
    ).toEqual([[0, 1, 2], [3, 4], [5]])
  })
})

describe('responses', () => {
  test('from rows and from patterns are the same', () => {
    const patterns = responsesFromPatterns({ '01.': 2, '211': 1 })
    expect([...patterns.values]).toEqual(expect.arrayContaining([0, 1, MISSING, 2, 1, 1]))
    expect([...patterns.highest]).toEqual([2, 1, 1])
  })

  test.each([
    ['items 0', () => responses({ items: 0, values: new Uint8Array(0) })],
    ['3 values do not fill rows of 2', () => responses({ items: 2, values: new Uint8Array(3) })],
    ['item 1 has no answer above category 0', () => responsesFromRows([[1, 0]])],
    ['category 2 above its highest 1', () => responses({ items: 1, values: Uint8Array.of(2), highest: [1] })],
    ['highest has 2 entries', () => responses({ items: 1, values: Uint8Array.of(1), highest: [1, 1] })],
    ['category 2.5 of item 0', () => responses({ items: 1, values: Uint8Array.of(1), highest: [2.5] })],
    ['category 255 of item 0', () => responses({ items: 1, values: Uint8Array.of(1), highest: [255] })],
    ['category -1 of item 0', () => responses({ items: 1, values: Uint8Array.of(1), highest: [-1] })],
    ['2 groups for 1', () => responsesFromRows([[1]], { groups: [0, 1] })],
    ['group -1', () => responsesFromRows([[1]], { groups: [-1] })],
    ['weight -1', () => responsesFromRows([[1]], { weights: [-1] })],
    ['row 1 has 1 values', () => responsesFromRows([[1, 1], [1]])],
    ['value 0.5', () => responsesFromRows([[0.5]])],
    ['x in 1x', () => responsesFromPatterns({ '1x': 1 })],
  ])('refuse %s', (message, make) => {
    expect(make).toThrow(RangeError)
    expect(make).toThrow(message)
  })

  test('are selected, cut and completed', () => {
    const data = responsesFromRows(
      [
        [0, 2],
        [1, null],
        [1, 1],
      ],
      { groups: [0, 1, 1], weights: [1, 2, 3] },
    )
    const two = selectPersons(data, (person) => person > 0)
    expect([two.persons, ...(two.groups ?? []), ...(two.weights ?? [])]).toEqual([2, 1, 1, 2, 3])
    expect([...selectItems(data, [1]).values]).toEqual([2, MISSING, 1])
    expect([...dichotomise(data).values]).toEqual([0, 1, 1, MISSING, 1, 1])
    expect([...missingAsWrong(data, () => true).values]).toEqual([0, 2, 1, 0, 1, 1])
    expect(() => selectItems(data, [2])).toThrow('no item 2')
    expect(() => selectItems(data, [])).toThrow('selectItems: chosen [] names no item')
    expect(() => dichotomise(data, 0)).toThrow('dichotomise: cut 0 is not a category from 1')
  })
})
