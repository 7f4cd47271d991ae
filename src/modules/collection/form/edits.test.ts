import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edit, foldEdits, type IncomingEdit, mergeEdit } from './edits.ts'

/** Keeps edits in the order in which they arrive, as the server does. */
function arrive(incoming: readonly IncomingEdit[]): Edit[] {
  const kept: Edit[] = []
  for (const edit of incoming) {
    if (kept.some(({ id }) => id === edit.id)) continue
    const { fields, held } = mergeEdit(kept, edit)
    kept.push({ ...edit, fields, held, number: kept.length + 1, accountId: edit.client, at: new Date(0) })
  }
  return kept
}

const typed = (client: string, seq: number, base: number, fields: Record<string, string>): IncomingEdit => ({
  id: `${client}${seq}`,
  client,
  seq,
  base,
  fields,
})
const anna = (...rest: [number, number, Record<string, string>]) => typed('anna', ...rest)
const berta = (...rest: [number, number, Record<string, string>]) => typed('berta', ...rest)

describe('edits', () => {
  test('of one browser that arrive 3, 1, 2 end as 3, and all are kept', () => {
    const edits = arrive([anna(3, 0, { a: '3' }), anna(1, 0, { a: '1', b: '1' }), anna(2, 0, { a: '2' })])
    expect(foldEdits(edits)).toMatchObject({ typed: { a: '3', b: '1' }, number: 3 })
    expect(edits.map(({ fields }) => fields.a)).toEqual(['3', '1', '2'])
  })

  test('sent twice are there once', () => {
    expect(arrive([anna(1, 0, { a: '1' }), anna(1, 0, { a: '1' })])).toHaveLength(1)
  })

  test('of two people about different fields stand side by side', () => {
    const edits = arrive([anna(1, 0, { a: '1' }), berta(1, 0, { b: '2' })])
    expect(foldEdits(edits).typed).toEqual({ a: '1', b: '2' })
  })

  test('of two people about one field, unseen, keep the first and hold the other', () => {
    const edits = arrive([anna(1, 0, { a: '1' }), berta(1, 0, { a: '2', b: '2' })])
    expect(foldEdits(edits).typed).toEqual({ a: '1', b: '2' })
    expect(edits[1]?.held).toEqual({ a: '2' })
    const resolved = arrive([anna(1, 0, { a: '1' }), berta(1, 0, { a: '2' }), berta(2, 2, { a: '2' })])
    expect(foldEdits(resolved).typed).toEqual({ a: '2' })
  })

  test('that say the same are no conflict, nor is what was seen', () => {
    expect(arrive([anna(1, 0, { a: '1' }), berta(1, 0, { a: '1' })])[1]?.held).toEqual({})
    expect(foldEdits(arrive([anna(1, 0, { a: '1' }), berta(1, 1, { a: '' })])).typed).toEqual({})
  })

  test('that come late and were typed over are no conflict either', () => {
    const edits = arrive([anna(2, 0, { a: 'new' }), berta(1, 1, { a: 'seen' }), anna(1, 0, { a: 'old' })])
    expect(edits[2]?.held).toEqual({})
    expect(foldEdits(edits).typed).toEqual({ a: 'seen' })
  })

  test('of one browser end alike in whatever order and however often they come', () => {
    const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '0', '1', '2'), {
      minKeys: 1,
    })
    const edits = fc.array(fields, { minLength: 1, maxLength: 8 })
    const order = fc.array(fc.nat({ max: 7 }), { maxLength: 20 })
    fc.assert(
      fc.property(edits, order, (all, moves) => {
        const sent = all.map((one, index) => anna(index + 1, 0, one))
        const shuffled = [...moves.flatMap((index) => sent[index] ?? []), ...sent]
        const expected = Object.fromEntries(
          Object.entries(Object.assign({}, ...all)).filter(([, text]) => text !== ''),
        )
        expect(foldEdits(arrive(shuffled)).typed).toEqual(expected)
      }),
    )
  })
})
