import { standingActionsOf } from '../model.ts'
import { findLacking, isCarried } from './lacking.ts'
import type { StrategyRule } from './rule.ts'

export const actionWithoutDeadline: StrategyRule = {
  code: 'action-without-deadline',
  title: { lv: 'Darbībai nav termiņa', en: 'An action has no deadline' },
  explain: {
    lv: 'Meklē darbības, kurām nav norādīts, kad tām jābūt pabeigtām. Bez termiņa nevar pateikt, vai darbība kavējas.',
    en: 'Looks for actions that do not say when they should be finished. Without a deadline nobody can tell whether an action is late.',
  },
  check: ({ tree }) => {
    const actions = standingActionsOf(tree)
    if (!isCarried(actions, ({ dueOn }) => dueOn !== null)) return []
    return findLacking(actions, ({ dueOn }) => dueOn === null, {
      lv: 'nav norādīts termiņš',
      en: 'a deadline',
    })
  },
}
