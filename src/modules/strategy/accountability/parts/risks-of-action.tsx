import { useSpeech } from '#platform/i18n.tsx'
import type { Action, ExternalFactor } from '../../model.ts'
import { type Attached, inOrderOfRisk } from '../model.ts'

type Props = {
  action: Pick<Action, 'code' | 'direction' | 'goal'>
  attached: Attached
  factors: readonly ExternalFactor[]
}

/** Risks and external factors that hit an action, its direction or its goal. */
export function RisksOfAction({ action, attached, factors }: Props) {
  const { text, local } = useSpeech()
  const hitting = attached.riskLinks.filter(
    ({ kind, code }) => kind !== 'indicator' && action[kind === 'action' ? 'code' : kind] === code,
  )
  const isHitting = (cause: 'risk' | 'factor') => (one: { code: string }) =>
    hitting.some((link) => link.cause === cause && link.causeCode === one.code)
  const risks = inOrderOfRisk(attached.risks.filter(isHitting('risk')))
  const own = factors.filter(isHitting('factor'))
  if (risks.length + own.length === 0) return null
  return (
    <section>
      <h2>{text('strategy.risk.ofAction')}</h2>
      <ul className="list">
        {risks.map((risk) => (
          <li key={risk.code}>
            {local(risk.title)} <span className="quiet">{text(`strategy.risk.state.${risk.state}`)}</span>
            {risk.mitigation ? <small>{local(risk.mitigation)}</small> : null}
          </li>
        ))}
        {own.map((factor) => (
          <li key={`factor ${factor.code}`}>
            {local(factor.title)} <span className="quiet">{text('strategy.risk.factor')}</span>
            {factor.effect ? <small>{local(factor.effect)}</small> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
