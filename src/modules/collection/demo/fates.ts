import type { DemoAnswers } from './calls.ts'

/** How far one institution has come with a call of the demonstration. */
export type Fate = 'accepted' | 'submitted' | 'returned' | 'draft' | 'failed' | 'excused' | 'notStarted'

/** How many in turn, for a call that is under way. */
const MIXED: readonly (readonly [Fate, number])[] = [
  ['returned', 2],
  ['accepted', 12],
  ['submitted', 5],
  ['draft', 4],
  ['failed', 1],
  ['excused', 1],
]
const MOST: readonly (readonly [Fate, number])[] = [
  ['notStarted', 3],
  ['accepted', 18],
  ['submitted', 4],
  ['draft', 2],
]

const NEARLY_ALL: readonly (readonly [Fate, number])[] = [
  ['returned', 1],
  ['accepted', 20],
  ['submitted', 5],
]
const TURNS = { mixed: MIXED, most: MOST, nearlyAll: NEARLY_ALL } as const

/**
 * How far an institution has come.
 *
 * @param index its place among those asked; the first is the one whose head has an account
 */
export function fateOf(answers: DemoAnswers, index: number): Fate {
  if (answers === 'none') return 'notStarted'
  if (answers === 'all') return 'accepted'
  let before = 0
  for (const [fate, many] of TURNS[answers]) {
    before += many
    if (index < before) return fate
  }
  return 'notStarted'
}
