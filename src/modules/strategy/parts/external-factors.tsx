import { useSpeech } from '#platform/i18n.tsx'
import type { ExternalFactor } from '../model.ts'

/** What weighed on the work from outside, and how. */
export function ExternalFactors({ factors }: { factors: readonly ExternalFactor[] }) {
  const { text, local } = useSpeech()
  return (
    <ul className="list">
      {factors.map((factor) => (
        <li key={factor.code}>
          {local(factor.title)}
          <small>{factor.effect ? local(factor.effect) : text('strategy.factor.noEffect')}</small>
        </li>
      ))}
    </ul>
  )
}
