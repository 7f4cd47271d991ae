import type { Speech } from '#platform/i18n.tsx'
import type { Column } from '#platform/ui/table.tsx'
import type { JudgedSeries } from '../list.ts'
import { BaselineText } from './baseline-text.tsx'
import { TargetRange } from './target-range.tsx'
import { TargetText } from './target-text.tsx'
import { ValueText } from './value-text.tsx'
import { VerdictChip } from './verdict-chip.tsx'

type Asked = { periods: readonly string[]; period: string; year: string }

/** Figures, target and verdict of a series: what stands in its row after its name. */
export function seriesColumns(
  { text, say }: Speech,
  { periods, period, year }: Asked,
): Column<JudgedSeries>[] {
  return [
    {
      heading: text('indicators.column.baseline'),
      className: 'n',
      cell: ({ series }) => <BaselineText baseline={series.baseline} />,
    },
    ...periods.map(
      (one): Column<JudgedSeries> => ({
        heading: say.period(one, 'tick'),
        label: say.period(one, 'short'),
        className: 'n',
        headingClass: one === period ? 'strong' : undefined,
        cellClass: ({ verdict }) => (one === verdict.period ? 'strong' : undefined),
        cell: ({ series }) => (
          <ValueText value={series.results.find((result) => result.period === one)?.value} isCompact />
        ),
      }),
    ),
    {
      heading: text('indicators.column.target', { year }),
      className: 'n',
      cell: ({ indicator, series, verdict }) => (
        <TargetText indicator={indicator} series={series} target={verdict.target} />
      ),
    },
    {
      heading: text('indicators.column.range'),
      label: null,
      className: 'drawing',
      cell: (judged) => <TargetRange {...judged} />,
    },
    {
      heading: text('indicators.column.verdict'),
      label: null,
      className: 'verdict',
      cell: ({ verdict }) => <VerdictChip verdict={verdict} />,
    },
  ]
}
