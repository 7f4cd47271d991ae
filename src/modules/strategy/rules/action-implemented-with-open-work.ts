import { inBoth } from '#platform/say/index.ts'
import { fold } from '#platform/texts/fold.ts'
import { currentReport, standingActionsOf } from '../model.ts'
import { sayStatus } from '../words/say.ts'
import type { StrategyRule } from './rule.ts'

/**
 * Words by which a Latvian comment says that work is left: `vēl jāattīsta`, `jāuzlabo`, `nav izstrādāta`. The
 * debitive with the stem of its verb, folded as the comment is; `jāatzīst` and the like are no work.
 */
const WORK_LEFT =
  /\bja(?:attista|uzlabo|pilnveido|izstrada|izveido|turpina|ievies|pabeidz|papildina|paplasina)|\bnav (?:izstrada|izveido|ievies|pabeig|sakt|uzsakt)/

export const actionImplementedWithOpenWork: StrategyRule = {
  code: 'action-implemented-with-open-work',
  title: {
    lv: 'Darbība īstenota, bet paskaidrojums min nepaveikto',
    en: 'Implemented, but the comment names work left',
  },
  explain: {
    lv: 'Meklē darbības ar statusu “īstenota”, kuru paskaidrojumā teikts, ka kaut kas vēl jāattīsta, jāuzlabo vai nav izstrādāts. Ja darbs vēl priekšā, statuss ir cits; ja tas ir jauns darbs, tam vajag savu darbību.',
    en: 'Looks for actions called implemented whose comment says that something is still to be developed, improved or written. If work is left, the status is another; if it is new work, it needs an action of its own.',
  },
  check: ({ tree }) =>
    standingActionsOf(tree).flatMap((action) => {
      const report = currentReport(action)
      const comment = report?.comment
      if (report?.status !== 'implemented' || !comment || !WORK_LEFT.test(fold(comment.lv))) return []
      return [
        {
          severity: 'contradiction' as const,
          subjects: [{ kind: 'action' as const, code: action.code }],
          explanation: inBoth((say) => {
            const [status, said] = [
              say.quoted(sayStatus('implemented', say)),
              comment[say.language].replace(/\.$/, ''),
            ]
            return say.language === 'lv'
              ? `Darbības ${action.code} statuss ir ${status}, bet paskaidrojumā teikts: ${say.quoted(said)}.`
              : `Action ${action.code} is ${status}, but its comment says: ${say.quoted(said)}.`
          }),
        },
      ]
    }),
}
