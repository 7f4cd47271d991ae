import { z } from 'zod'
import { figuresApi } from '#modules/indicators.server'
import { citedShape, officialShape } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { demandKnown } from '#platform/api/parameters.ts'
import { day, Local, revised } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { isOverdue } from '../accountability/overdue.ts'
import { ACTION_STATES, filterActions } from '../action-filter.ts'
import {
  actionsOf,
  currentReport,
  IMPLEMENTATION_STATUSES,
  type Action as PlannedAction,
  type StatusReport,
} from '../model.ts'
import { STANCES } from '../voices.ts'
import { EvidenceShown, readShownEvidence } from './evidence-shape.server.ts'
import { goalParameter, strategyId } from './parameters.ts'
import { planFile } from './plan-file.server.ts'
import { readStrategy } from './read-strategy.server.ts'

const status = z.enum(IMPLEMENTATION_STATUSES)
/** One state, or several with commas between. */
const states = z
  .string()
  .regex(
    new RegExp(`^(${ACTION_STATES.join('|')})(,(${ACTION_STATES.join('|')}))*$`),
    `must be one of ${ACTION_STATES.join(', ')}, or several of them with commas between`,
  )

const StatusReportShown = z
  .object({
    asOf: figuresApi.period.describe('Period that the report is about.'),
    status,
    comment: Local.nullable(),
    decidedBy: Local.nullable(),
    evidence: Local.nullable().describe('In the words of the report.'),
    decidedOn: day.nullable().describe('Day on which the group that decided met.'),
    voices: z
      .array(
        z.object({
          who: z.string().describe('Name or post.'),
          stance: z.enum(STANCES),
          remark: z.string().nullable(),
        }),
      )
      .describe('What members of the group said, objections included.'),
    ...revised,
    revisionReason: z.string().nullable(),
    shownBy: z.array(z.string()).describe('Codes of the evidence that supports the status of this period.'),
    ...citedShape,
  })
  .register(components, { id: 'StatusReport' })

const Action = z
  .object({
    code: z.string(),
    goal: z.string(),
    direction: z.string(),
    title: Local.describe('Short, in our words.'),
    official: officialShape,
    deliverable: Local.nullable(),
    status: status.nullable().describe('By the newest report; null when nobody has reported.'),
    asOf: z.string().nullable().describe('Period of that report.'),
    comment: Local.nullable(),
    responsible: z.string().nullable(),
    involved: z.string().nullable(),
    funding: z.string().nullable(),
    position: z.int().describe('Place in the plan.'),
    startsOn: day.nullable(),
    dueOn: day.nullable(),
    isOverdue: z.boolean().describe('Its last day is over, and by its newest report it is not implemented.'),
    ended: z
      .object({
        on: day.describe('Day from which it is no longer part of the plan.'),
        reason: Local,
        into: z.string().nullable().describe('Code of the action that goes on with it.'),
      })
      .nullable()
      .describe('What became of an action that a later version of the plan no longer has.'),
    continues: z
      .string()
      .nullable()
      .describe('Plan and code of the action of an earlier plan that it continues.'),
    ...citedShape,
    evidence: z.array(EvidenceShown).describe('Links and files that show how far it has come.'),
    history: z.array(StatusReportShown).describe('Every report in every revision, the newest last.'),
  })
  .register(components, { id: 'Action' })
type Action = z.infer<typeof Action>

export const actionList = defineList({
  path: '/strategies/{id}/actions',
  name: 'ActionList',
  operation: 'listActions',
  tag: 'strategies',
  title: 'strategy.api.actions',
  summary: 'Actions of a strategy with how far each has come',
  parameters: {
    ...figuresApi.figureParameters,
    goal: goalParameter,
    status: states
      .optional()
      .describe(
        `Newest status of those that are part of the plan, or several with commas between: ${ACTION_STATES.join(', ')}. \`unreported\` finds those about which nobody has reported, \`ended\` those that a later version no longer has.`,
      ),
    overdue: z
      .enum(['yes'], 'must be yes')
      .optional()
      .describe('Only those that should have been done by now, or by the day that is asked for.'),
    direction: z.string().optional().describe('Code of a direction; only what belongs to it.'),
    responsible: z.string().optional().describe('Who answers for it, as the plan writes it.'),
    text: z.string().optional().describe('Words that occur in the action or its newest comment.'),
  },
  item: Action,
  more: { strategy: strategyId },
  keyOf: (action) => action.code,
  table: tableOf((action: Action) => [action], {
    // As `actions.csv` is read; what follows is computed, and ignored when it is loaded.
    code: (row) => row.code,
    position: (row) => row.position,
    title_lv: (row) => row.title.lv,
    title_en: (row) => row.title.en,
    official_lv: (row) => row.official?.lv,
    official_en: (row) => row.official?.en,
    direction: (row) => row.direction,
    deliverable_lv: (row) => row.deliverable?.lv,
    deliverable_en: (row) => row.deliverable?.en,
    responsible: (row) => row.responsible,
    involved: (row) => row.involved,
    funding: (row) => row.funding,
    starts_on: (row) => row.startsOn,
    due_on: (row) => row.dueOn,
    source: (row) => row.source,
    locator: (row) => row.locator,
    ended_on: (row) => row.ended?.on,
    end_reason_lv: (row) => row.ended?.reason.lv,
    end_reason_en: (row) => row.ended?.reason.en,
    merged_into: (row) => row.ended?.into,
    continues: (row) => row.continues,
    goal: (row) => row.goal,
    is_overdue: (row) => (row.isOverdue ? 'yes' : 'no'),
    status: (row) => row.status,
    as_of: (row) => row.asOf,
    comment_lv: (row) => row.comment?.lv,
    comment_en: (row) => row.comment?.en,
    decided_by_lv: (row) => newest(row)?.decidedBy?.lv,
    decided_by_en: (row) => newest(row)?.decidedBy?.en,
    evidence_lv: (row) => newest(row)?.evidence?.lv,
    evidence_en: (row) => newest(row)?.evidence?.en,
    revision: (row) => newest(row)?.revision,
    recorded_at: (row) => newest(row)?.recordedAt,
  }),
  file: planFile(({ code }: Action) => `/ricibas-plans/${encodeURIComponent(code)}`),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const { status: asksFor, overdue, goal, direction, responsible, text } = asked.query
    const states = ACTION_STATES.filter((one) => asksFor?.split(',').includes(one))
    const filter = { goal, direction, responsible, text, states, isOverdue: overdue === 'yes' }
    const goals = state.tree.goals.map(({ code }) => code)
    demandKnown(asked.complain, 'goal', filter.goal, goals)
    const today = municipalDay(state.earlier)
    const evidenceOf = await readShownEvidence(asked.tx, state)
    const items = filterActions(actionsOf(state.tree), filter, today).map((action) =>
      showAction(action, evidenceOf(action.code), today),
    )
    return { strategy: state.summary.key, asOf: state.asOf, items }
  },
})

/** The report by which an action has its status. */
const newest = ({ history, asOf }: Action) => history.findLast((report) => report.asOf === asOf)

function showAction(action: PlannedAction, evidence: Action['evidence'], today: string): Action {
  const {
    code,
    goal,
    direction,
    short: title,
    official,
    deliverable,
    responsible,
    involved,
    funding,
  } = action
  const { position, startsOn, dueOn, ended, continues, source, locator, history } = action
  const report = currentReport(action)
  return {
    code,
    goal,
    direction,
    title,
    official,
    deliverable,
    status: report?.status ?? null,
    asOf: report?.asOf ?? null,
    comment: report?.comment ?? null,
    responsible,
    involved,
    funding,
    position,
    startsOn,
    dueOn,
    isOverdue: isOverdue(action, today),
    ended,
    continues,
    source,
    locator,
    evidence,
    history: history.map((one) => showReport(one, evidence)),
  }
}

function showReport(
  { recordedBy, recordedAt, origin, ...report }: StatusReport,
  evidence: Action['evidence'],
) {
  const shownBy = evidence.filter(({ asOf }) => asOf === report.asOf).map(({ code }) => code)
  return { ...report, voices: [...report.voices], recordedAt: recordedAt.toISOString(), shownBy }
}
