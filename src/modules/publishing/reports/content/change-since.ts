import { isFigure, type JudgedSeries } from '#modules/indicators'
import { type Action, actionsOf, currentStatus } from '#modules/strategy'
import type { Block, ReportTable } from '#platform/reports/report.ts'
import { actionLink } from './action-tables.ts'
import { note, paragraph, table } from './blocks.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'
import { observed, seriesLink, verdictWords } from './series-words.ts'

/** An action that stands elsewhere than it did, or is new in the plan. */
export type ChangedAction = { action: Action; before: Action | null }
/** A series whose judged figure, or verdict, is another than it was. */
export type ChangedSeries = { now: JudgedSeries; before: JudgedSeries | null }

/** What changed between two states of a plan: statuses, and the figures by which it is judged. */
export function changesBetween(
  before: Pick<PlanData, 'tree' | 'judged'>,
  now: Pick<PlanData, 'tree' | 'judged'>,
): { actions: ChangedAction[]; gone: Action[]; series: ChangedSeries[] } {
  const had = new Map(actionsOf(before.tree).map((action) => [action.code, action]))
  const has = new Set(actionsOf(now.tree).map(({ code }) => code))
  const judgedThen = new Map(before.judged.map((one) => [one.series.key, one]))
  return {
    actions: actionsOf(now.tree).flatMap((action) => {
      const old = had.get(action.code) ?? null
      return old !== null && currentStatus(old) === currentStatus(action) ? [] : [{ action, before: old }]
    }),
    gone: [...had.values()].filter(({ code }) => !has.has(code)),
    series: now.judged.flatMap((one) => {
      const old = judgedThen.get(one.series.key) ?? null
      return old !== null && isSame(old, one) ? [] : [{ now: one, before: old }]
    }),
  }
}

function isSame({ verdict: a }: JudgedSeries, { verdict: b }: JudgedSeries): boolean {
  const said = ({ observation }: JudgedSeries['verdict']) =>
    isFigure(observation) ? JSON.stringify([observation.period, observation.value]) : null
  return a.status === b.status && said(a) === said(b)
}

/** What changed since the time asked for; that nothing changed is said. Nothing where no time was asked for. */
export function changeBlocks(pen: Pen, plan: PlanData): Block[] {
  const { line, speech, data, figure } = pen
  const { since } = data
  if (data.sinceAsked === null) return []
  if (!since) return [note(line('publishing.change.notYet', { day: speech.say.day(data.sinceAsked) }))]
  const changed = changesBetween(since, plan)
  const day = speech.say.day(since.on)
  const home = data.home
  const counts = {
    day,
    actions: figure(
      'count:changed/actions',
      speech.say.number(changed.actions.length),
      `${home}/ricibas-plans`,
    ),
    series: figure('count:changed/series', speech.say.number(changed.series.length), `${home}/raditaji`),
    gone: figure('count:changed/gone', speech.say.number(changed.gone.length), `${home}/ricibas-plans`),
  }
  return [
    paragraph(line('publishing.change.intro', counts)),
    ...changedActions(pen, changed.actions),
    ...changedSeries(pen, changed.series),
  ]
}

function changedActions(pen: Pen, rows: readonly ChangedAction[]): ReportTable[] {
  const { word } = pen
  const said = (action: Action) => word(`strategy.status.${currentStatus(action) ?? 'unreported'}`)
  return table<ChangedAction>({
    key: 'changedActions',
    caption: word('publishing.change.actions.caption'),
    says: word('publishing.change.actions.says'),
    columns: [
      { heading: word('publishing.actions.action'), share: 3, cell: ({ action }) => actionLink(pen, action) },
      {
        heading: word('publishing.change.before'),
        share: 1.5,
        cell: ({ before }) => (before ? said(before) : word('publishing.change.new')),
      },
      { heading: word('publishing.change.now'), share: 1.5, cell: ({ action }) => said(action) },
    ],
    rows,
  })
}

function changedSeries(pen: Pen, rows: readonly ChangedSeries[]): ReportTable[] {
  const { word } = pen
  return table<ChangedSeries>({
    key: 'changedSeries',
    caption: word('publishing.change.series.caption'),
    says: word('publishing.change.series.says'),
    columns: [
      { heading: word('publishing.series.indicator'), share: 3, cell: ({ now }) => seriesLink(pen, now) },
      {
        heading: word('publishing.change.before'),
        share: 2,
        cell: ({ before }) => (before ? saidThen(pen, before) : word('publishing.change.new')),
      },
      {
        heading: word('publishing.change.now'),
        share: 2,
        cell: ({ now }) => [
          ...observed(pen, now.indicator, now.series, now.verdict.observation),
          { text: ` – ${verdictWords(pen, now.verdict)}` },
        ],
      },
    ],
    rows,
  })
}

/** A figure of then is not today's figure, so it has an id of its own. */
function saidThen(pen: Pen, { indicator, series, verdict }: JudgedSeries) {
  const { data, word } = pen
  const runs = observed(pen, indicator, series, verdict.observation).map((run) =>
    run.figure ? { ...run, figure: { ...run.figure, id: `${run.figure.id}#${data.since?.on}` } } : run,
  )
  return [...runs, { text: ` – ${word(`indicators.verdict.${verdict.status}`)}` }]
}
