import { expect, test } from 'vitest'
import { stepsOf } from './steps.ts'

const at = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T10:00:00Z`)
const handed = (version: number, day: number) => ({
  version,
  author: 'head',
  at: at(day),
  minutes: 10,
  answered: 2,
  missing: 0,
  soft: 0,
})

test('every step stands in the order of time, from being asked to being accepted', () => {
  const steps = stepsOf({
    call: { opensAt: at(1), dueAt: at(5) },
    submission: { extendedTo: null, askedOn: '2026-10-30' },
    typed: { at: at(2), accountId: 'coordinator' },
    handed: [handed(1, 6), handed(2, 9)],
    decisions: [
      {
        number: 1,
        version: 1,
        kind: 'returned',
        decidedBy: 'specialist',
        at: at(7),
        reason: 'Trūkst',
        remarks: [],
        isCorrection: false,
      },
      {
        number: 2,
        version: 2,
        kind: 'accepted',
        decidedBy: 'specialist',
        at: at(10),
        reason: null,
        remarks: [],
        isCorrection: false,
      },
    ],
  })
  expect(steps.map(({ kind, version, accountId }) => [kind, version, accountId])).toEqual([
    ['asked', 0, null],
    ['typed', 0, 'coordinator'],
    ['handedInLate', 1, 'head'],
    ['returned', 1, 'specialist'],
    ['handedIn', 2, 'head'],
    ['accepted', 2, 'specialist'],
  ])
})
