import { useSpeech } from '#platform/i18n.tsx'
import { Sign, swatch } from '#platform/ui/chart/legend-list.tsx'
import type { Look } from '#platform/ui/chart/looks.ts'
import type { Series } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { formatValue } from '../words/value.ts'
import { DistributionBar, distributionParts } from './distribution-bar.tsx'

/** Distributions of a series, a bar for each period with its figures. */
export function DistributionChart({ series }: { series: Series }) {
  const speech = useSpeech()
  const bars = observationsOf(series).flatMap(({ period, value }) =>
    value.kind === 'distribution' ? [{ period, value }] : [],
  )
  return (
    <div className="bars">
      {bars.map(({ period, value }) => {
        const name = speech.say.period(period)
        const points = formatValue(value, speech)
        return (
          <div key={period}>
            <p className="note">{name}</p>
            <DistributionBar
              parts={value.parts}
              label={speech.text('indicators.range.label', { name, points })}
              isLarge
            />
            <ul className="legend">
              {distributionParts(value.parts, speech).map((part) => (
                <li key={part.key}>
                  <Sign marks={swatch(`fill-${part.key}` as Look)} />
                  {part.label} {speech.say.quantity(part.count, value.unit)}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}
