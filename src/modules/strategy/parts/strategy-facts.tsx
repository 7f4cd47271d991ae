import { useSpeech } from '#platform/i18n.tsx'
import type { Strategy } from '../model.ts'
import { OrUnknown } from './or-unknown.tsx'

/** How long a strategy holds, which version it is and what the council decided. */
export function StrategyFacts({ strategy }: { strategy: Strategy }) {
  const { text, date } = useSpeech()
  const { startsOn, endsOn } = strategy.period
  const { number, minutes, decidedOn } = strategy.decision ?? {}
  return (
    <dl className="facts">
      <div>
        <dt>{text('strategy.period')}</dt>
        <dd>{text('strategy.period.fromTo', { from: date(startsOn), to: date(endsOn) })}</dd>
      </div>
      <div>
        <dt>{text('strategy.version')}</dt>
        <dd>{text(`strategy.version.${strategy.version}`)}</dd>
      </div>
      <div id="decision">
        <dt>{text('strategy.decision')}</dt>
        <dd>
          <OrUnknown>{number ? text('strategy.decision.number', { number }) : null}</OrUnknown>
          {minutes ? <span className="note">{text('strategy.decision.minutes', { minutes })}</span> : null}
        </dd>
      </div>
      <div>
        <dt>{text('strategy.decidedOn')}</dt>
        <dd>
          <OrUnknown>{decidedOn ? date(decidedOn) : null}</OrUnknown>
        </dd>
      </div>
    </dl>
  )
}
