import { inBoth } from '#platform/say/index.ts'
import { currentReport, standingActionsOf } from '../model.ts'
import { sayTitle } from '../words/say.ts'
import type { StrategyRule } from './rule.ts'

export const actionDeferredWithoutReason: StrategyRule = {
  code: 'action-deferred-without-reason',
  title: { lv: 'Darbība atlikta bez iemesla', en: 'An action was deferred without a reason' },
  explain: {
    lv: 'Meklē atliktas darbības, kurām nav pateikts, kāpēc. Bez iemesla nav zināms, kas jāmaina, lai darbību varētu atsākt, un vai tā vēl ir vajadzīga.',
    en: 'Looks for deferred actions that do not say why. Without a reason nobody knows what has to change before the action can resume, or whether it is still needed.',
  },
  check: ({ tree }) =>
    standingActionsOf(tree)
      .filter((action) => {
        const report = currentReport(action)
        return report?.status === 'deferred' && report.comment === null
      })
      .map((action) => ({
        severity: 'obstacle',
        subjects: [{ kind: 'action', code: action.code }],
        explanation: inBoth((say) =>
          say.language === 'lv'
            ? `Darbība ${action.code} ${sayTitle(action, say)} ir atlikta, bet iemesls nav pateikts.`
            : `Action ${action.code} ${sayTitle(action, say)} is deferred, but no reason is given.`,
        ),
      })),
}
