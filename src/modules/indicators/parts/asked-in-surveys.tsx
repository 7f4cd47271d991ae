import { useSpeech } from '#platform/i18n.tsx'
import type { GoalSurvey } from '../goals.ts'

type Props = {
  surveys: readonly GoalSurvey[]
  /** The municipality's address. */
  place: string
}

/** Surveys that asked people about what the goal of an indicator wants, with what they asked. */
export function AskedInSurveys({ surveys, place }: Props) {
  const { local, say } = useSpeech()
  return surveys.map(({ key, title, period, address, items }) => (
    <div key={key}>
      <p>
        <a href={`${place}${address}`}>{local(title)}</a> <span className="quiet">{say.period(period)}</span>
      </p>
      <ul>
        {items.map((item) => (
          <li key={item.address}>
            <a href={`${place}${item.address}`}>{local(item.title)}</a>
          </li>
        ))}
      </ul>
    </div>
  ))
}
