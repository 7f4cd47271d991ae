import { standingActionsOf } from '../model.ts'
import { findLacking, isCarried, namesResult } from './lacking.ts'
import type { StrategyRule } from './rule.ts'

export const actionWithoutMeasurableResult: StrategyRule = {
  code: 'action-without-measurable-result',
  title: { lv: 'Darbībai nav pārbaudāma rezultāta', en: 'An action has no result that can be checked' },
  explain: {
    lv: 'Meklē darbības, kurām nav nosaukts, kas pēc tām būs radies, piemēram, programma vai pasākumu skaits. Ja rezultāts nav nosaukts, statuss ir viedoklis.',
    en: 'Looks for actions that do not name what will exist once they are done, such as a programme or a number of events. Where no result is named, the status is an opinion.',
  },
  check: ({ tree }) => {
    const actions = standingActionsOf(tree)
    if (!isCarried(actions, namesResult(tree))) return []
    return findLacking(actions, ({ deliverable }) => deliverable === null, {
      lv: 'nav nosaukts pārbaudāms rezultāts',
      en: 'a result that can be checked',
    })
  },
}
