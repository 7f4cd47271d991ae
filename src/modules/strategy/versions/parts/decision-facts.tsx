import { useSpeech } from '#platform/i18n.tsx'
import { OrUnknown } from '../../parts/or-unknown.tsx'
import type { Version } from '../version.ts'

/** What a version is for, and what the council has decided on it. */
export function DecisionFacts({ version }: { version: Version }) {
  const { text, local, date } = useSpeech()
  const { kind, reason, decision, adoptedAt } = version
  return (
    <dl className="facts">
      <div>
        <dt>{text('strategy.versions.why')}</dt>
        <dd>
          {local(reason)}
          <span className="note">{text(`strategy.versions.kindOf.${kind}`)}</span>
        </dd>
      </div>
      <div>
        <dt>{text('strategy.decision')}</dt>
        <dd>
          <OrUnknown>
            {decision ? text('strategy.decision.number', { number: decision.number }) : null}
          </OrUnknown>
          {decision?.minutes ? (
            <span className="note">{text('strategy.decision.minutes', { minutes: decision.minutes })}</span>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>{text('strategy.decidedOn')}</dt>
        <dd>
          <OrUnknown>{decision ? date(decision.decidedOn) : null}</OrUnknown>
        </dd>
      </div>
      <div>
        <dt>{text('strategy.versions.inForceOn')}</dt>
        <dd>
          <OrUnknown>{decision ? date(decision.inForceOn) : null}</OrUnknown>
        </dd>
      </div>
      {adoptedAt ? (
        <div>
          <dt>{text('strategy.versions.adoptedAt')}</dt>
          <dd>{date(adoptedAt)}</dd>
        </div>
      ) : null}
    </dl>
  )
}
