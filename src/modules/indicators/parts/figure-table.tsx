import { useLocation } from 'react-router'
import { CitedPlace } from '#modules/sources/parts'
import { type Speech, useSpeech } from '#platform/i18n.tsx'
import { Confidential } from '#platform/ui/confidential.tsx'
import { Table } from '#platform/ui/table.tsx'
import { figureAnchor, NO_YEAR } from '../anchors.ts'
import { certaintyOf } from '../certainty.ts'
import type { NamedFinding } from '../findings.ts'
import type { Indicator, Observation, Series, Target } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { CertaintyNote } from './certainty-note.tsx'
import { FindingMarks } from './finding-marks.tsx'
import { TargetText } from './target-text.tsx'
import { ValueText } from './value-text.tsx'

type Props = {
  indicator: Indicator
  series: Series
  findings: readonly NamedFinding[]
  /** Keys of the cited documents, in the order in which the page numbers them. */
  sources: readonly string[]
  /** The municipality’s address. */
  place: string
}

type Row =
  | { kind: 'baseline' | 'result'; place: string; figure: Observation }
  | { kind: 'target'; place: number | typeof NO_YEAR; figure: Target }

/** Every figure of a series: as we read it, as the source prints it, and where it came from. */
export function FigureTable({ indicator, series, findings, sources, place }: Props) {
  const speech = useSpeech()
  const { text, local } = speech
  const anchorOf = ({ place }: Row) => figureAnchor(series.key, place)
  const isUnknown = isUnknownOfAll(indicator, series)
  return (
    <Table
      caption={[
        text('indicators.figures.caption', { name: local(series.label ?? indicator.title) }),
        isUnknown && text('indicators.certainty.nUnknownAll'),
      ]
        .filter(Boolean)
        .join(' ')}
      columns={[
        {
          heading: text('indicators.figures.what'),
          cell: (row) => (
            <>
              {nameOf(row, speech)} <FindingMarks findings={findings} anchor={anchorOf(row)} />
            </>
          ),
        },
        {
          heading: text('indicators.figures.value'),
          className: 'n',
          cellClass: 'strong',
          cell: ({ kind, figure }) =>
            kind === 'target' ? (
              <TargetText indicator={indicator} series={series} target={figure} />
            ) : (
              <>
                <ValueText value={figure.value} />
                <CertaintyNote
                  indicator={indicator}
                  observation={figure}
                  saysUnknown={!isUnknown}
                  place={place}
                />
              </>
            ),
        },
        {
          heading: text('indicators.figures.printed'),
          cell: ({ figure: { printed, ...figure } }) =>
            'isCovered' in figure ? (
              <Confidential />
            ) : printed === null ? (
              <span className="quiet">{text('indicators.figures.notPrinted')}</span>
            ) : (
              <span lang="lv">“{printed}”</span>
            ),
        },
        {
          heading: text('indicators.figures.note'),
          label: null,
          cell: (row) => notesOn(row, series, speech).filter(Boolean).join(' '),
        },
        {
          heading: text('platform.source'),
          cellClass: 'source',
          cell: (row) => (
            <>
              <FigureOrigin figure={row.figure} sources={sources} />
              <ReportFigure
                anchor={anchorOf(row)}
                name={`${local(series.label ?? indicator.title)}, ${nameOf(row, speech)}`}
              />
            </>
          ),
        },
      ]}
      rows={rowsOf(series)}
      rowKey={({ kind, place }) => `${kind} ${place}`}
      rowId={anchorOf}
    />
  )
}

/** Whether n is known of none of the figures that rest on answers or are means: then it is said once. */
function isUnknownOfAll(indicator: Indicator, series: Series): boolean {
  const all = observationsOf(series).flatMap((one) => certaintyOf(indicator, one) ?? [])
  return all.length > 0 && all.every(({ n, interval }) => n === null && interval === null)
}

function rowsOf(series: Series): Row[] {
  return [
    ...observationsOf(series).map((figure) => ({
      kind: figure === series.baseline?.observation ? ('baseline' as const) : ('result' as const),
      place: figure.period,
      figure,
    })),
    ...series.targets.map((figure) => ({ kind: 'target' as const, place: figure.year ?? NO_YEAR, figure })),
  ]
}

function nameOf({ kind, place }: Row, { text, say }: Speech) {
  return kind === 'target'
    ? place === NO_YEAR
      ? text('indicators.figures.target.noYear')
      : text('indicators.figures.target', { year: String(place) })
    : text(`indicators.figures.${kind}`, { period: say.period(place) })
}

function notesOn({ kind, figure }: Row, { baseline }: Series, { text, local }: Speech) {
  const note = figure.note && local(figure.note)
  if (kind === 'target') return [note]
  const { methodology: version } = figure
  return [
    note,
    version !== null && text('indicators.figures.method', { version: String(version) }),
    kind === 'baseline' && baseline?.isRecomputed && text('indicators.figures.recomputed'),
  ]
}

/** Where a figure stands in its document, where it entered, and which state of it this is. */
function FigureOrigin({ figure, sources }: { figure: Observation | Target; sources: readonly string[] }) {
  const { text, date } = useSpeech()
  const { origin, revision, recordedAt } = figure
  return (
    <>
      <CitedPlace citation={figure} sources={sources} />
      {origin.file !== null && origin.row !== null ? (
        <span className="line">
          {text('indicators.figures.file', { file: origin.file, row: String(origin.row) })}
        </span>
      ) : null}
      <span className="line">
        {text('indicators.figures.revision', { revision: String(revision), day: date(recordedAt) })}
      </span>
    </>
  )
}

/** The way to say that one figure is wrong; the form names it in the words of its row. */
function ReportFigure({ anchor, name }: { anchor: string; name: string }) {
  const { text, path } = useSpeech()
  const { pathname } = useLocation()
  const query = new URLSearchParams({ par: `${pathname}#${anchor}` })
  return (
    <a
      className="line"
      rel="nofollow"
      href={`${path('/zinot')}?${query}`}
      aria-label={text('indicators.figures.reportOne.name', { name })}
    >
      {text('indicators.figures.reportOne')}
    </a>
  )
}
