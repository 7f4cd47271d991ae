import { z } from 'zod'
import {
  actionsOf,
  currentReport,
  filterActions,
  IMPLEMENTATION_STATUSES,
  type Action as PlannedAction,
  type StatusReport,
} from '#modules/strategy'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import { demandKnown, figureParameters, goalParameter } from '../parameters.ts'
import { readStrategy } from '../read-strategy.server.ts'
import { cited, day, Local, period, revised, strategyId } from '../schemas/shared.ts'

const status = z.enum(IMPLEMENTATION_STATUSES)
const statuses = [...IMPLEMENTATION_STATUSES, 'unreported'] as const

const StatusReportShown = z
  .object({
    asOf: period.describe('Period that the report is about.'),
    status,
    comment: Local.nullable(),
    decidedBy: Local.nullable(),
    evidence: Local.nullable(),
    ...revised,
    revisionReason: z.string().nullable(),
    ...cited,
  })
  .register(components, { id: 'StatusReport' })

const Action = z
  .object({
    code: z.string(),
    goal: z.string(),
    direction: z.string(),
    title: Local,
    deliverable: Local.nullable(),
    status: status.nullable().describe('By the newest report; null when nobody has reported.'),
    asOf: z.string().nullable().describe('Period of that report.'),
    comment: Local.nullable(),
    responsible: z.string().nullable(),
    involved: z.string().nullable(),
    funding: z.string().nullable(),
    startsOn: day.nullable(),
    dueOn: day.nullable(),
    ...cited,
    history: z.array(StatusReportShown).describe('Every report in every revision, the newest last.'),
  })
  .register(components, { id: 'Action' })
type Action = z.infer<typeof Action>

export const actionList = defineList({
  path: '/strategies/{id}/actions',
  name: 'ActionList',
  operation: 'listActions',
  tag: 'strategies',
  summary: 'Actions of a strategy with how far each has come',
  parameters: {
    ...figureParameters,
    goal: goalParameter,
    status: z
      .enum(statuses, `must be one of ${statuses.join(', ')}`)
      .optional()
      .describe('Newest status; `unreported` finds those about which nobody has reported.'),
  },
  item: Action,
  more: { strategy: strategyId },
  keyOf: (action) => action.code,
  table: tableOf((action: Action) => [action], {
    code: (row) => row.code,
    goal: (row) => row.goal,
    direction: (row) => row.direction,
    title_lv: (row) => row.title.lv,
    title_en: (row) => row.title.en,
    deliverable_lv: (row) => row.deliverable?.lv,
    deliverable_en: (row) => row.deliverable?.en,
    status: (row) => row.status,
    as_of: (row) => row.asOf,
    comment_lv: (row) => row.comment?.lv,
    comment_en: (row) => row.comment?.en,
    responsible: (row) => row.responsible,
    involved: (row) => row.involved,
    funding: (row) => row.funding,
    starts_on: (row) => row.startsOn,
    due_on: (row) => row.dueOn,
    source: (row) => row.source,
    locator: (row) => row.locator,
  }),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const { goal, status } = asked.query
    const goals = state.tree.goals.map(({ code }) => code)
    demandKnown(asked.complain, 'goal', goal, goals)
    const items = filterActions(actionsOf(state.tree), { goal, status }).map(showAction)
    return { strategy: state.summary.key, asOf: state.asOf, items }
  },
})

function showAction(action: PlannedAction): Action {
  const { code, goal, direction, title, deliverable, responsible, involved, funding } = action
  const { startsOn, dueOn, source, locator, history } = action
  const report = currentReport(action)
  return {
    code,
    goal,
    direction,
    title,
    deliverable,
    status: report?.status ?? null,
    asOf: report?.asOf ?? null,
    comment: report?.comment ?? null,
    responsible,
    involved,
    funding,
    startsOn,
    dueOn,
    source,
    locator,
    history: history.map(showReport),
  }
}

function showReport({ recordedBy, recordedAt, origin, ...report }: StatusReport) {
  return { ...report, recordedAt: recordedAt.toISOString() }
}
