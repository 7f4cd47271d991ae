import { useSpeech } from '#platform/i18n.tsx'
import { OrUnknown } from '../../parts/or-unknown.tsx'
import { inOrderOfRisk, type Risk, type RiskLink, weightOf } from '../model.ts'
import { HitList } from './hit-list.tsx'

type Props = {
  risks: readonly Risk[]
  links: readonly RiskLink[]
  /** Codes of indicators by their ids; of others the reader sees nothing. */
  indicators: ReadonlyMap<string, string>
  home: string
  /** Where a risk is edited; without it nobody is led there. */
  editAt?: (code: string) => string
}

/** The register of risks: those that nobody has judged first, then the weightiest. */
export function RiskList({ risks, links, indicators, home, editAt }: Props) {
  const { text, local, date, path } = useSpeech()
  const degree = (of: Risk['impact']) =>
    of === null ? (
      <span className="quiet">{text('strategy.risk.notJudged')}</span>
    ) : (
      text(`strategy.risk.degree.${of}`)
    )
  return (
    <ul className="list">
      {inOrderOfRisk(risks).map((risk) => {
        const weight = weightOf(risk)
        return (
          <li key={risk.code} id={`risks-${risk.code}`}>
            <h3>
              {risk.code} {local(risk.title)}
            </h3>
            <p>
              {text(`strategy.risk.state.${risk.state}`)}
              {weight === null ? null : <> · {text('strategy.risk.weight', { weight })}</>}
              {editAt ? (
                <>
                  {' · '}
                  <a
                    href={path(editAt(risk.code))}
                    aria-label={`${text('strategy.national.edit')}: ${local(risk.title)}`}
                  >
                    {text('strategy.national.edit')}
                  </a>
                </>
              ) : null}
            </p>
            <dl className="facts">
              <div>
                <dt>{text('strategy.risk.likelihood')}</dt>
                <dd>{degree(risk.likelihood)}</dd>
              </div>
              <div>
                <dt>{text('strategy.risk.impact')}</dt>
                <dd>{degree(risk.impact)}</dd>
              </div>
              <div>
                <dt>{text('strategy.risk.mitigation')}</dt>
                <dd>
                  <OrUnknown>{risk.mitigation && local(risk.mitigation)}</OrUnknown>
                </dd>
              </div>
              <div>
                <dt>{text('strategy.risk.responsible')}</dt>
                <dd>
                  <OrUnknown>{risk.responsible}</OrUnknown>
                  {risk.reviewedOn ? (
                    <small className="note">
                      {text('strategy.risk.reviewed')}: {date(risk.reviewedOn)}
                    </small>
                  ) : null}
                </dd>
              </div>
              <div>
                <dt>{text('strategy.risk.hits')}</dt>
                <dd>
                  <HitList
                    links={links.filter((one) => one.cause === 'risk' && one.causeCode === risk.code)}
                    indicators={indicators}
                    home={home}
                  />
                </dd>
              </div>
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
