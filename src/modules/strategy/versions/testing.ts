import { wordingOf } from '#modules/sources'
import type { Action, Goal } from '../model.ts'
import { anAction } from '../testing.ts'
import type { Proposal } from './version.ts'

const uncited = { source: null, locator: null, continues: null }

/** A goal with two directions of two actions each. */
export function aPlan(given: Readonly<Record<string, Partial<Action>>> = {}): { goals: Goal[] } {
  const directions = ['1.1', '1.2'].map((code, index) => ({
    code,
    goal: 'KP1',
    position: index + 1,
    ...wordingOf({ lv: 'Virziens', en: 'Direction' }, null),
    ...uncited,
    actions: [1, 2].map((position) => {
      const own = `${code}.${position}`
      return anAction({ code: own, direction: code, position, ...given[own] })
    }),
  }))
  const goal = {
    code: 'KP1',
    position: 1,
    ...wordingOf({ lv: 'Mērķis', en: 'Goal' }, null),
    aim: null,
    ...uncited,
  }
  return { goals: [{ ...goal, directions }] }
}

/** Something that is proposed for an action, with a reason. */
export const aProposal = (given: Partial<Proposal>): Proposal => ({
  target: 'action',
  code: '1.1.1',
  kind: 'change',
  fields: {},
  was: {},
  into: null,
  reason: { lv: 'Iemesls', en: 'Reason' },
  revision: 1,
  ...given,
})
