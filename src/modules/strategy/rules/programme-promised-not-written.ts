import type { FindingSubject } from '#modules/findings'
import { inBoth } from '#platform/say/index.ts'
import { actionsOf, currentStatus } from '../model.ts'
import { sayStatus, sayTitle } from '../words/say.ts'
import type { StrategyRule } from './rule.ts'

export const programmePromisedNotWritten: StrategyRule = {
  code: 'programme-promised-not-written',
  title: { lv: 'Apsolītā programma nav izstrādāta', en: 'A promised programme has not been written' },
  explain: {
    lv: 'Meklē programmas, ko kāda darbība paredz, bet kuras nav izstrādātas, un rāda, kāds statuss ir šai darbībai. Ja darbība saucas par īstenotu, bet programmas nav, statuss ir nepareizs.',
    en: 'Looks for programmes that an action provides for and that have not been written, and shows the status of that action. When the action is called implemented while there is no programme, the status is wrong.',
  },
  check: ({ tree }) => {
    const actions = new Map(actionsOf(tree).map((action) => [action.code, action]))
    return tree.programmes
      .filter((programme) => programme.state === 'planned')
      .map((programme) => {
        const action = programme.promisedBy === null ? undefined : actions.get(programme.promisedBy)
        const status = action && currentStatus(action)
        const subjects: FindingSubject[] = action
          ? [{ kind: 'action', code: action.code }]
          : [{ kind: 'strategy', part: 'programme', code: programme.code }]
        return {
          severity: status === 'implemented' ? 'contradiction' : 'notice',
          subjects,
          explanation: inBoth((say) => {
            const title = sayTitle(programme, say)
            const rating = status && sayStatus(status, say)
            if (say.language === 'lv') {
              const promise = action ? `To paredz darbība ${action.code}` : ''
              const ending = action ? (rating ? ` (statuss: ${rating}).` : ', par kuru nav ziņots.') : ''
              return `Programma ${title} nav izstrādāta. ${promise}${ending}`.trim()
            }
            const promise = action ? `Action ${action.code} provides for it` : ''
            const ending = action ? (rating ? ` (status: ${rating}).` : ' and has not been reported on.') : ''
            return `The programme ${title} has not been written. ${promise}${ending}`.trim()
          }),
        }
      })
  },
}
