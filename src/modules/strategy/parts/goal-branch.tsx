import type { IndicatorName } from '#modules/indicators'
import { OwnWords } from '#modules/sources/parts'
import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { currentStatus, type Goal } from '../model.ts'
import { actionAddress } from '../subjects.ts'
import { DirectionSummary } from './direction-summary.tsx'
import { OverdueMark } from './overdue-mark.tsx'
import { StatusChip } from './status-chip.tsx'

/** A goal names no more indicators than this; the others are in their list. */
const SHOWN = 60

type Props = {
  goal: Goal
  indicators: readonly IndicatorName[]
  home: string
  asOf: string | undefined
  today: string
}

/** A goal with its directions and their actions, and the indicators that measure it. */
export function GoalBranch({ goal, indicators, home, asOf, today }: Props) {
  const { text, local, path } = useSpeech()
  return (
    <article className="branch" id={goal.code}>
      <h3>
        <span className="nr">{goal.code}</span> {local(goal.title)}
      </h3>
      <OwnWords wording={goal} />
      {goal.aim ? <p>{local(goal.aim)}</p> : null}
      {goal.directions.map((direction) => (
        <details key={direction.code}>
          <DirectionSummary direction={direction} />
          <OwnWords wording={direction} />
          <ul className="list">
            {direction.actions.map((action) => (
              <li key={action.code} className="spread">
                <span>
                  <span className="nr">{action.code}</span>{' '}
                  <a href={addressAsOf(path(`${home}${actionAddress(action.code)}`), asOf)}>
                    {local(action.title)}
                  </a>
                </span>
                <span>
                  <OverdueMark action={action} today={today} />{' '}
                  {action.ended ? (
                    <span className="quiet">{text('strategy.status.ended')}</span>
                  ) : (
                    <StatusChip status={currentStatus(action)} />
                  )}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <details>
        <summary>
          {text('strategy.goal.indicators')}{' '}
          <span className="quiet">{text('strategy.goal.indicatorCount', { count: indicators.length })}</span>
        </summary>
        <ul className="list">
          {indicators.slice(0, SHOWN).map((indicator) => (
            <li key={indicator.code}>
              <span className="nr">{indicator.code}</span>{' '}
              <a href={addressAsOf(path(`${home}/raditaji/${indicator.code}`), asOf)}>
                {local(indicator.title)}
              </a>
            </li>
          ))}
        </ul>
        {indicators.length > SHOWN ? (
          <p>
            <a href={path(`${home}/raditaji`)}>
              {text('strategy.goal.moreIndicators', { count: indicators.length - SHOWN })}
            </a>
          </p>
        ) : null}
      </details>
    </article>
  )
}
