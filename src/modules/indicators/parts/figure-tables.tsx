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

/** Series whose figures stand open; with more they are folded, so that the page stays readable. */
const OPEN = 3

/** The figures of every series; each series folds when there are several. */
export function FigureTables({ indicator, findings, sources, place }: Props) {
  const speech = useSpeech()
  const { series, seriesCount } = indicator
  const tableOf = (one: (typeof series)[number]) => (
    <FigureTable indicator={indicator} series={one} findings={findings} sources={sources} place={place} />
  )
  if (seriesCount === 1) return series.map((one) => <div key={one.key}>{tableOf(one)}</div>)
  return series.map((one) => (
    <details key={one.key} open={seriesCount <= OPEN}>
      <summary>{seriesName(one, speech)}</summary>
      {tableOf(one)}
    </details>
  ))
}
