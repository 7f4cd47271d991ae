import { inBoth } from '#platform/say/index.ts'
import { type Action, currentReport, type ImplementationStatus, standingActionsOf } from '../model.ts'
import { sayStatus } from '../words/say.ts'
import type { StrategyRule } from './rule.ts'

/** Statuses that leave open what is still to be done. */
const UNFINISHED: readonly ImplementationStatus[] = ['partial', 'notStarted']

export const actionUnfinishedWithoutComment: StrategyRule = {
  code: 'action-unfinished-without-comment',
  title: { lv: 'Nepabeigta darbība bez paskaidrojuma', en: 'An unfinished action without a comment' },
  explain: {
    lv: 'Meklē daļēji īstenotas un neīstenotas darbības bez paskaidrojuma plānā, kurā citas tādas darbības ir paskaidrotas. Bez paskaidrojuma nav zināms, kas vēl jāpaveic.',
    en: 'Looks for actions partly done or not done that have no comment, in a plan that comments on others of the same status. Without a comment nobody knows what is left to do.',
  },
  check: ({ tree }) =>
    UNFINISHED.flatMap((status) => {
      const all = standingActionsOf(tree).filter((action) => currentReport(action)?.status === status)
      const silent = all.filter((action) => !currentReport(action)?.comment)
      // A document that comments on no action of a status does not carry comments on it.
      if (silent.length === 0 || silent.length === all.length) return []
      return [
        {
          severity: 'notice' as const,
          subjects: silent.map((action: Action) => ({ kind: 'action', code: action.code }) as const),
          explanation: inBoth((say) => {
            const codes = say.list(silent.map(({ code }) => code))
            const [some, among] = [say.number(silent.length), say.number(all.length)]
            return say.language === 'lv'
              ? `No ${among} darbībām ar statusu ${say.quoted(sayStatus(status, say))} bez paskaidrojuma ${silent.length === 1 ? 'ir' : 'palikušas'} ${some}: ${codes}.`
              : `Of ${among} actions that are ${say.quoted(sayStatus(status, say))}, ${some} ${silent.length === 1 ? 'has' : 'have'} no comment: ${codes}.`
          }),
        },
      ]
    }),
}
