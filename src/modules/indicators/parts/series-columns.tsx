import type { Speech } from '#platform/i18n.tsx'
import type { Column } from '#platform/ui/table.tsx'
import type { JudgedTime } from '../judged-time.ts'
import type { JudgedSeries } from '../list.ts'
import { BaselineText } from './baseline-text.tsx'
import { CertaintyNote } from './certainty-note.tsx'
import { OwnResult } from './own-result.tsx'
import { TargetRange } from './target-range.tsx'
import { TargetText } from './target-text.tsx'
import { ValueText } from './value-text.tsx'
import { VerdictChip } from './verdict-chip.tsx'

/** Figures, target and verdict of a series: what stands in its row after its name. */
export function seriesColumns({ text, say }: Speech, time: JudgedTime | null): Column<JudgedSeries>[] {
  const results = time === null ? [ownResult(text('indicators.column.result'))] : resultsOf(say, time)
  return [
    {
      heading: text('indicators.column.baseline'),
      label: null,
      className: 'n baseline',
      cell: ({ indicator, series }) => <BaselineText indicator={indicator} baseline={series.baseline} />,
    },
    ...results,
    {
      heading:
        time === null
          ? text('indicators.column.ownTarget')
          : text('indicators.column.target', { year: String(time.year) }),
      label: null,
      className: 'n aim',
      cell: ({ indicator, series, verdict: { target } }) => (
        <>
          <TargetText indicator={indicator} series={series} target={target} />
          {target !== null && (time === null || target.year === null) ? (
            <span className="note">
              {target.year === null
                ? text('indicators.target.noYear')
                : say.period(String(target.year), 'short')}
            </span>
          ) : null}
        </>
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

/** A column for each of the periods shown, that of the judged one strong. */
const resultsOf = (say: Speech['say'], { periods, period }: JudgedTime) =>
  periods.map(
    (one): Column<JudgedSeries> => ({
      heading: say.period(one, 'tick'),
      label: null,
      className: one === period ? 'n result' : 'n earlier',
      headingClass: one === period ? 'strong' : undefined,
      cellClass: ({ verdict }) => (one === verdict.period ? 'strong' : undefined),
      cell: ({ indicator, series, verdict }) => {
        const observation = series.results.find((result) => result.period === one)
        return (
          <>
            <ValueText value={observation?.value} isCompact />
            <CertaintyNote
              indicator={indicator}
              observation={observation}
              saysUnknown={one === verdict.period}
            />
          </>
        )
      },
    }),
  )

/** One column for all, where every series is judged in a period of its own. */
const ownResult = (heading: string): Column<JudgedSeries> => ({
  heading,
  label: null,
  className: 'n result',
  cellClass: 'strong',
  cell: ({ indicator, verdict }) => <OwnResult indicator={indicator} verdict={verdict} />,
})
