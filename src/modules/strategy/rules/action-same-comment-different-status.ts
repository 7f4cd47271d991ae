import { inBoth } from '#platform/say/index.ts'
import { fold } from '#platform/texts/fold.ts'
import { type Action, currentReport, type StatusReport, standingActionsOf } from '../model.ts'
import { sayStatus } from '../words/say.ts'
import type { StrategyRule } from './rule.ts'

export const actionSameCommentDifferentStatus: StrategyRule = {
  code: 'action-same-comment-different-status',
  title: { lv: 'Vienāds paskaidrojums, dažāds statuss', en: 'The same comment, different statuses' },
  explain: {
    lv: 'Meklē darbības, kuru paskaidrojums sākas vienādi (līdz semikolam), bet statuss atšķiras. Vienāds stāvoklis jāvērtē vienādi, citādi darbību kopskaits pa statusiem neko neizsaka.',
    en: 'Looks for actions whose comments begin alike (up to the semicolon) while their statuses differ. The same state should be rated the same, or the count by status says nothing.',
  },
  check: ({ tree }) => {
    const reported = standingActionsOf(tree).flatMap((action) => {
      const report = currentReport(action)
      return report?.comment ? [{ action, report, comment: report.comment }] : []
    })
    const alike = Map.groupBy(reported, ({ comment }) =>
      fold(firstClause(comment.lv))
        .replace(/[.\s]+/g, ' ')
        .trim(),
    )
    return [...alike.values()].flatMap((group) => {
      const byStatus = Map.groupBy(group, ({ report }) => report.status)
      const [first] = group
      if (!first || byStatus.size < 2) return []
      const shared = { lv: firstClause(first.comment.lv), en: firstClause(first.comment.en) }
      return [
        {
          severity: 'contradiction',
          subjects: group.map(({ action }) => ({ kind: 'action', code: action.code }) as const),
          explanation: inBoth((say) => {
            const ratings = [...byStatus].map(
              ([status, members]) => `${say.list(members.map(codeOf))} – ${sayStatus(status, say)}`,
            )
            return say.language === 'lv'
              ? `Ar vienādu paskaidrojumu (mūsu vārdiem: ${shared[say.language]}) darbības ir novērtētas dažādi: ${ratings.join('; ')}.`
              : `With the same comment (in our words: ${shared[say.language]}) actions are rated differently: ${ratings.join('; ')}.`
          }),
        },
      ]
    })
  },
}

const codeOf = ({ action }: { action: Action; report: StatusReport }) => action.code

const firstClause = (comment: string) => comment.split(';')[0]?.trim().replace(/\.$/, '') ?? ''
