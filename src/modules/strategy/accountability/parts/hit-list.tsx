import { useSpeech } from '#platform/i18n.tsx'
import { actionAddress } from '../../subjects.ts'
import type { NationalLink, PlanPartKind, RiskLink } from '../model.ts'

type Props = {
  links: readonly (RiskLink | NationalLink)[]
  indicators: ReadonlyMap<string, string>
  home: string
}

type Shown = { key: string; kind: PlanPartKind; code: string; address: string }

/** The parts of a plan that something is linked to, each leading to its page. */
export function HitList({ links, indicators, home }: Props) {
  const { text, path } = useSpeech()
  const shown = links.flatMap(({ key, kind, code }): Shown[] => {
    if (kind === 'indicator') {
      const own = indicators.get(code)
      return own === undefined
        ? []
        : [{ key, kind, code: own, address: `/raditaji/${encodeURIComponent(own)}` }]
    }
    const address =
      kind === 'goal'
        ? `/strategija#${code}`
        : kind === 'direction'
          ? `/ricibas-plans?direction=${encodeURIComponent(code)}#darbibas`
          : actionAddress(code)
    return [{ key, kind, code, address }]
  })
  if (shown.length === 0) return <span className="quiet">{text('strategy.risk.hitsNothing')}</span>
  return (
    <ul className="links">
      {shown.map(({ key, kind, code, address }) => (
        <li key={key}>
          <a href={path(`${home}${address}`)}>{text(`strategy.risk.hit.${kind}`, { code })}</a>
        </li>
      ))}
    </ul>
  )
}
