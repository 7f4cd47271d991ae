import { useSpeech } from '#platform/i18n.tsx'
import type { NamedFinding } from '../findings.ts'
import type { Indicator } from '../model.ts'
import { seriesName } from '../words/series.ts'
import { FigureTable } from './figure-table.tsx'

type Props = {
  indicator: Indicator
  findings: readonly NamedFinding[]
  sources: readonly string[]
  /** The municipality’s address. */
  place: string
}

/** The figures of every series, each in a fold, so that the page stays readable. */
export function FigureTables({ indicator, findings, sources, place }: Props) {
  const speech = useSpeech()
  const { series, seriesCount } = indicator
  const tableOf = (one: (typeof series)[number]) => (
    <FigureTable indicator={indicator} series={one} findings={findings} sources={sources} place={place} />
  )
  return series.map((one) => (
    <details key={one.key}>
      <summary>
        {seriesCount === 1 ? speech.text('indicators.figures.open') : seriesName(one, speech)}
      </summary>
      {tableOf(one)}
    </details>
  ))
}
