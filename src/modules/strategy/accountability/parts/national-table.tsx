import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import type { NationalGoal, NationalLink } from '../model.ts'
import { HitList } from './hit-list.tsx'

type Props = {
  goals: readonly NationalGoal[]
  links: readonly NationalLink[]
  home: string
  /** Where links are edited; without it nobody is led there. */
  editAt?: (goal: NationalGoal) => string
}

const NOTHING = new Map<string, string>()

/** Goals of national plans and what of the plan serves each. */
export function NationalTable({ goals, links, home, editAt }: Props) {
  const { text, local, path } = useSpeech()
  const linksOf = ({ plan, code }: NationalGoal) =>
    links.filter((link) => link.plan === plan && link.nationalGoal === code)
  const linked = goals.filter((goal) => linksOf(goal).length > 0).length
  const plans = Map.groupBy(goals, ({ plan }) => plan)
  return (
    <Table
      caption={text('strategy.national.caption', { linked, count: goals.length })}
      groups={[...plans].map(([key, rows]) => ({
        key,
        lead: rows[0] ? local(rows[0].planTitle) : key,
        rows,
      }))}
      rowKey={({ plan, code }) => `${plan} ${code}`}
      columns={[
        {
          heading: text('strategy.national.goal'),
          cell: (goal) => (
            <>
              {local(goal.title)}
              {goal.official ? <small className="note">“{goal.official}”</small> : null}
              <small className="note">{goal.url ? <a href={goal.url}>{goal.source}</a> : goal.source}</small>
              {editAt ? (
                <a
                  href={path(editAt(goal))}
                  aria-label={`${text('strategy.national.edit')}: ${local(goal.title)}`}
                >
                  {text('strategy.national.edit')}
                </a>
              ) : null}
            </>
          ),
        },
        {
          heading: text('strategy.national.serves'),
          cell: (goal) => {
            const own = linksOf(goal)
            if (own.length === 0)
              return <span className="quiet">{text('strategy.national.servesNothing')}</span>
            return <HitList links={own} indicators={NOTHING} home={home} />
          },
        },
      ]}
    />
  )
}
