import { standingActionsOf } from '../model.ts'
import { findLacking, isCarried } from './lacking.ts'
import type { StrategyRule } from './rule.ts'

export const actionWithoutResponsible: StrategyRule = {
  code: 'action-without-responsible',
  title: { lv: 'Darbībai nav atbildīgā', en: 'No one responsible' },
  explain: {
    lv: 'Meklē darbības, kurām nav nosaukts atbildīgais. Par ko neatbild neviens konkrēts, to neviens arī nepabeidz un par to nav kam jautāt.',
    en: 'Looks for actions without a named responsible person or body. What nobody in particular answers for, nobody finishes, and there is no one to ask about it.',
  },
  check: ({ tree }) => {
    const actions = standingActionsOf(tree)
    if (!isCarried(actions, ({ responsible }) => responsible !== null)) return []
    return findLacking(actions, ({ responsible }) => responsible === null, {
      lv: 'nav norādīts atbildīgais',
      en: 'a responsible person or body',
    })
  },
}
