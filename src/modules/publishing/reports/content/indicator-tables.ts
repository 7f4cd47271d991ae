import { type JudgedSeries, REASONS, seriesName } from '#modules/indicators'
import type { Goal } from '#modules/strategy'
import type { ReportTable } from '#platform/reports/report.ts'
import { type Column, table } from './blocks.ts'
import type { PlanData } from './data.ts'
import { goalLink } from './goal-words.ts'
import type { Pen } from './pen.ts'
import {
  indicatorLink,
  observed,
  promised,
  resultBefore,
  seriesLink,
  sureWords,
  verdictWords,
} from './series-words.ts'

/** Verdicts counted, one goal a row. */
export function verdictTable(pen: Pen, plan: PlanData, { isShort = false } = {}): ReportTable[] {
  const { word, counted } = pen
  type Row = { goal: Goal | null; scope: string }
  const number = (name: string): Pick<Column<Row>, 'isNumber' | 'cell'> => ({
    isNumber: true,
    cell: ({ scope }) => [counted(`count:${name}${scope}`)],
  })
  return table<Row>({
    key: 'verdicts',
    caption: word('publishing.verdicts.caption'),
    says: word('publishing.verdicts.says'),
    columns: [
      {
        heading: word('strategy.goal'),
        share: 3,
        cell: ({ goal }) => (goal === null ? word('publishing.together') : goalLink(pen, goal)),
      },
      { heading: word('publishing.verdicts.indicators'), ...number('indicators') },
      { heading: word('publishing.verdicts.series'), ...number('series') },
      { heading: word('publishing.verdicts.judged'), ...number('series/judged') },
      { heading: word('publishing.verdicts.good'), ...number('series/good') },
      { heading: word('publishing.verdicts.bad'), ...number('series/bad') },
      { heading: word('publishing.verdicts.withinChance'), ...number('series/withinChance') },
      { heading: word('publishing.verdicts.sureUnknown'), ...number('series/sureUnknown') },
    ],
    rows: plan.tree.goals.map((goal) => ({ goal, scope: `@${goal.code}` })),
    total: { goal: null, scope: '' },
    ...(isShort ? {} : { note: pen.line('publishing.verdicts.note') }),
  })
}

/** Indicators of a goal, or all that are given, one series a row. */
export function seriesTable(
  pen: Pen,
  rows: readonly JudgedSeries[],
  { key, caption }: { key: string; caption: string },
): ReportTable[] {
  const { word, speech } = pen
  return table<JudgedSeries>({
    key,
    caption,
    says: word('publishing.series.says', { count: rows.length }),
    columns: [
      {
        heading: word('publishing.series.indicator'),
        share: 3,
        cell: ({ indicator, series }) =>
          indicator.seriesCount > 1 ? seriesName(series, speech) : indicatorLink(pen, indicator),
      },
      {
        heading: word('publishing.series.baseline'),
        share: 1.4,
        isNumber: true,
        cell: ({ indicator, series }) =>
          observed(pen, indicator, series, series.baseline?.observation ?? null, { place: 'baseline' }),
      },
      {
        heading: word('publishing.series.before'),
        share: 1.4,
        isNumber: true,
        cell: (one) => observed(pen, one.indicator, one.series, resultBefore(one)),
      },
      ...resultColumns(pen),
      {
        heading: word('publishing.series.verdict'),
        share: 2.2,
        cell: ({ verdict }) => verdictWords(pen, verdict),
      },
      sureColumn(pen),
    ],
    groups: [...Map.groupBy(rows, ({ indicator }) => indicator)].map(([indicator, series]) => ({
      ...(indicator.seriesCount > 1 ? { lead: indicatorLink(pen, indicator) } : {}),
      rows: series,
    })),
    note: pen.line('publishing.series.note'),
  })
}

/** The figure that is judged, and what was promised. */
const resultColumns = (pen: Pen): Column<JudgedSeries>[] => [
  {
    heading: pen.word('publishing.series.result'),
    share: 1.4,
    isNumber: true,
    cell: ({ indicator, series, verdict }) => observed(pen, indicator, series, verdict.observation),
  },
  {
    heading: pen.word('publishing.series.target'),
    share: 1.4,
    isNumber: true,
    cell: (one) => promised(pen, one),
  },
]

const sureColumn = (pen: Pen): Column<JudgedSeries> => ({
  heading: pen.word('publishing.series.sure'),
  share: 2,
  cell: (one) => sureWords(pen, one),
})

/** Why series cannot be judged, by reason. */
export function reasonTable(pen: Pen, { judged, set }: PlanData): ReportTable[] {
  const { word } = pen
  const without = judged.filter(({ verdict }) => verdict.status === 'notEvaluable')
  const rows = REASONS.flatMap((reason) => {
    const some = without.filter(
      ({ verdict }) => verdict.status === 'notEvaluable' && verdict.reason === reason,
    )
    return some.length > 0 ? [{ reason, some }] : []
  })
  const codes = new Map(set.indicators.map(({ code, id }) => [id, code]))
  return table<(typeof rows)[number]>({
    key: 'reasons',
    caption: word('publishing.reasons.caption'),
    says: word('publishing.reasons.says'),
    columns: [
      {
        heading: word('publishing.reasons.reason'),
        share: 3,
        cell: ({ reason }) => word(`indicators.reason.${reason}`),
      },
      {
        heading: word('publishing.reasons.count'),
        isNumber: true,
        cell: ({ reason, some }) => [
          pen.figure(
            `count:series/reason/${reason}`,
            pen.speech.say.number(some.length),
            `${pen.data.home}/raditaji?reason=${reason}`,
          ),
        ],
      },
      {
        heading: word('publishing.reasons.indicators'),
        share: 2,
        cell: ({ some }) =>
          pen.speech.say.list([
            ...new Set(some.map(({ indicator }) => codes.get(indicator.id) ?? indicator.code)),
          ]),
      },
    ],
    rows,
  })
}

/** The judged series that are furthest from what was asked for, the sure ones first. */
export function missTable(pen: Pen, rows: readonly JudgedSeries[], key: string): ReportTable[] {
  const { word } = pen
  return table<JudgedSeries>({
    key,
    caption: word('publishing.misses.caption'),
    says: word('publishing.misses.says', { count: rows.length }),
    columns: [
      { heading: word('publishing.series.indicator'), share: 3, cell: (one) => seriesLink(pen, one) },
      ...resultColumns(pen),
      ...(rows.some(({ verdict }) => verdict.certainty !== 'none') ? [sureColumn(pen)] : []),
    ],
    rows,
  })
}
