import { standingActionsOf } from '../model.ts'
import { findLacking } from './lacking.ts'
import type { StrategyRule } from './rule.ts'

export const actionWithoutStatus: StrategyRule = {
  code: 'action-without-status',
  title: { lv: 'Par darbību nav ziņots', en: 'Nobody has reported on an action' },
  explain: {
    lv: 'Meklē darbības, par kuru gaitu nav neviena ziņojuma. Tās ieskaita darbību kopskaitā, bet ne pie kāda statusa.',
    en: 'Looks for actions on whose progress there is no report at all. They count among the actions, but under no status.',
  },
  check: ({ tree }) =>
    findLacking(standingActionsOf(tree), ({ history }) => history.length === 0, {
      lv: 'nav neviena ziņojuma par gaitu',
      en: 'a report on its progress',
    }),
}
