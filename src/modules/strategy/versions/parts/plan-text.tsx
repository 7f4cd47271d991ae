import { useSpeech } from '#platform/i18n.tsx'
import type { Goal } from '../../model.ts'
import { DirectionSummary } from '../../parts/direction-summary.tsx'

/** A plan as one version of it reads: goals, directions and actions with what is expected of them and when. */
export function PlanText({ goals }: { goals: readonly Goal[] }) {
  const { text, local, date } = useSpeech()
  return goals.map((goal) => (
    <article key={goal.code} className="branch">
      <h3>
        <span className="nr">{goal.code}</span> {local(goal.title)}
      </h3>
      {goal.aim ? <p>{local(goal.aim)}</p> : null}
      {goal.directions.map((direction) => (
        <details key={direction.code}>
          <DirectionSummary direction={direction} />
          <ul className="list">
            {direction.actions.map(({ code, title, deliverable, responsible, dueOn, ended }) => (
              <li key={code}>
                <span className="nr">{code}</span> {local(title)}
                <small>
                  {ended
                    ? ended.into === null
                      ? text('strategy.versions.endsOn', { on: date(ended.on) })
                      : text('strategy.versions.mergesOn', { on: date(ended.on), into: ended.into })
                    : [deliverable && local(deliverable), responsible, dueOn && date(dueOn)]
                        .filter(Boolean)
                        .join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </article>
  ))
}
