import { useSpeech } from '#platform/i18n.tsx'
import type { ExternalFactor } from '../../model.ts'
import type { RiskLink } from '../model.ts'
import { HitList } from './hit-list.tsx'

type Props = {
  factors: readonly ExternalFactor[]
  links: readonly RiskLink[]
  /** Codes of indicators by their ids. */
  indicators: ReadonlyMap<string, string>
  home: string
  /** Where a factor is edited; without it nobody is led there. */
  editAt?: (code: string) => string
}

/** What weighed on the work from outside, how, and on what of the plan. */
export function FactorList({ factors, links, indicators, home, editAt }: Props) {
  const { text, local, path } = useSpeech()
  return (
    <ul className="list">
      {factors.map((factor) => {
        const own = links.filter(({ cause, causeCode }) => cause === 'factor' && causeCode === factor.code)
        return (
          <li key={factor.code}>
            {local(factor.title)}
            <small>{factor.effect ? local(factor.effect) : text('strategy.factor.noEffect')}</small>
            {editAt ? (
              <a
                href={path(editAt(factor.code))}
                aria-label={`${text('strategy.national.edit')}: ${local(factor.title)}`}
              >
                {text('strategy.national.edit')}
              </a>
            ) : null}
            {own.length > 0 ? <HitList links={own} indicators={indicators} home={home} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
