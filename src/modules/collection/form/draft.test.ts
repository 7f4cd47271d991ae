import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers } from '../model.ts'
import { changesOf, draftOf, heldIn, writersOf } from './draft.ts'
import type { Edit } from './edits.ts'

const edit = (number: number, fields: Record<string, string>, more: Partial<Edit> = {}): Edit => ({
  id: `edit-${number}`,
  client: `client-${number}`,
  seq: 1,
  base: number - 1,
  number,
  fields,
  held: {},
  accountId: 'anna',
  at: new Date(number),
  ...more,
})
const NOTHING: Answers = new Map()
const counted = (number: number): Answers => new Map([['pupils', { kind: 'count', number }]])

describe('a draft', () => {
  test('is what was typed last, over what was handed in', () => {
    const ground = { reused: NOTHING, handed: counted(20), edits: [edit(1, { pupils: '21', words: 'a' })] }
    expect(draftOf(ground)).toEqual({ pupils: '21', words: 'a' })
    expect(draftOf(ground, 0)).toEqual({ pupils: '20' })
  })

  test('offers what is held already until somebody touches the field', () => {
    const ground = { reused: counted(20), handed: NOTHING }
    expect(draftOf({ ...ground, edits: [] })).toEqual({ pupils: '20' })
    expect(draftOf({ ...ground, edits: [edit(1, { pupils: '' })] })).toEqual({})
    expect(draftOf({ ...ground, edits: [edit(1, { 'pupils:missing': 'notApplicable' })] })).toEqual({
      'pupils:missing': 'notApplicable',
    })
  })

  test('has no field again that was blank when it was handed in', () => {
    const handed: Answers = new Map([['words', { kind: 'text', text: 'a' }]])
    expect(draftOf({ reused: counted(20), handed, edits: [] })).toEqual({ words: 'a' })
  })

  const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '0', 'x'))
  test('stands as it was posted, once the difference is kept', () => {
    fc.assert(
      fc.property(texts, texts, (before, posted) => {
        const drawn = draftOf({ reused: NOTHING, handed: NOTHING, edits: [edit(1, before)] })
        const edits = [edit(1, before), edit(2, changesOf(drawn, posted))]
        const stands = draftOf({ reused: NOTHING, handed: NOTHING, edits })
        for (const [input, text] of Object.entries(posted)) expect(stands[input] ?? '').toBe(text)
      }),
    )
  })
})

test('a text that was held is told until somebody types over it', () => {
  const edits = [edit(1, { pupils: '20' }), edit(2, {}, { held: { pupils: '22' }, accountId: 'biruta' })]
  expect(heldIn(edits, { pupils: '20' }).get('pupils')).toMatchObject({ text: '22', accountId: 'biruta' })
  expect(heldIn([...edits, edit(3, { pupils: '22' })], { pupils: '22' }).size).toBe(0)
})

test('whoever has typed is named once, the latest first', () => {
  const edits = [edit(1, {}), edit(2, {}, { accountId: 'biruta' }), edit(3, {})]
  expect(writersOf(edits).map(({ accountId }) => accountId)).toEqual(['anna', 'biruta'])
})
