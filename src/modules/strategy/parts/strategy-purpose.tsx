import { OwnWords } from '#modules/sources/parts'
import { useSpeech } from '#platform/i18n.tsx'
import type { Strategy } from '../model.ts'
import { OrUnknown } from './or-unknown.tsx'

/** What a strategy wants: vision, mission and the values it stands on. */
export function StrategyPurpose({ strategy }: { strategy: Strategy }) {
  const { text, local } = useSpeech()
  const { vision, mission, values } = strategy
  return (
    <>
      <dl className="statements">
        <dt>{text('strategy.vision')}</dt>
        <dd>
          <OrUnknown form="feminine">{vision && local(vision.title)}</OrUnknown>
          {vision ? <OwnWords wording={vision} /> : null}
        </dd>
        <dt>{text('strategy.mission')}</dt>
        <dd>
          <OrUnknown form="feminine">{mission && local(mission.title)}</OrUnknown>
          {mission ? <OwnWords wording={mission} /> : null}
        </dd>
      </dl>
      {values.length > 0 ? (
        <>
          <h3>{text('strategy.values', { count: values.length })}</h3>
          {values.some(({ meaning }) => meaning) ? (
            <dl className="facts">
              {values.map((value) => (
                <div key={value.code}>
                  <dt className="strong">{local(value.title)}</dt>
                  <dd>
                    {value.meaning ? (
                      local(value.meaning)
                    ) : (
                      <span className="quiet">{text('strategy.value.noMeaning')}</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          ) : (
            <>
              <ul className="links">
                {values.map((value) => (
                  <li key={value.code}>{local(value.title)}</li>
                ))}
              </ul>
              <p className="hint">{text('strategy.values.noMeanings')}</p>
            </>
          )}
        </>
      ) : null}
    </>
  )
}
