import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../model.ts'
import { WORK_STATES } from './works.ts'
import { totalsOf, worksOf } from './works-result.ts'

const name = { lv: '', en: '' }
const list = {
  key: 'works',
  rows: [
    { key: 'roofs', name },
    { key: 'fences', name },
  ],
}
const choice = (state: string): Answer => ({ kind: 'choice', choice: state })
const money = (number: number): Answer => ({ kind: 'money', number })

describe('a list of works', () => {
  test('is counted by state, of how many were asked; what is not needed is neither done nor missing', () => {
    const first = worksOf(
      'a',
      new Map<string, Answer>([
        ['works.roofs.state', choice('done')],
        ['works.roofs.cost', money(1200.1)],
        ['works.fences.state', choice('not_needed')],
        ['photo_1', { kind: 'photo', fileId: 'f1' }],
      ]),
      list,
    )
    const second = worksOf(
      'b',
      new Map<string, Answer>([
        ['works.roofs.state', choice('planned')],
        ['works.roofs.cost', money(0.2)],
        ['works.fences.note', { kind: 'text', text: 'vēl nezinām' }],
      ]),
      list,
    )
    const result = totalsOf(list.rows, [first, second], 5)
    expect(result).toMatchObject({ answered: 2, asked: 5, cost: 1200.3 })
    const [roofs, fences] = result.totals
    expect(roofs).toMatchObject({
      states: { done: 1, in_progress: 0, planned: 1, not_needed: 0 },
      unsaid: 0,
      cost: 1200.3,
      costed: 2,
    })
    expect(fences).toMatchObject({
      states: { done: 0, in_progress: 0, planned: 0, not_needed: 1 },
      unsaid: 1,
      cost: 0,
      costed: 0,
    })
    expect(first.photos).toEqual(['f1'])
    expect(second.works.get('fences')).toEqual({ state: null, cost: null, note: 'vēl nezinām' })
  })

  test('says of every work as much as was handed in', () => {
    const said = fc.array(fc.option(fc.constantFrom(...WORK_STATES)), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (all) => {
        const handedIn = all.map(([roofs, fences], place) => {
          const answers = new Map<string, Answer>()
          if (roofs) answers.set('works.roofs.state', choice(roofs))
          if (fences) answers.set('works.fences.state', choice(fences))
          return worksOf(String(place), answers, list)
        })
        for (const { states, unsaid } of totalsOf(list.rows, handedIn, 30).totals)
          expect(Object.values(states).reduce((total, count) => total + count, unsaid)).toBe(all.length)
      }),
    )
  })
})
