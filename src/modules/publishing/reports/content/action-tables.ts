import {
  type Action,
  actionAddress,
  actionsOf,
  currentReport,
  type Direction,
  type Goal,
  IMPLEMENTATION_STATUSES,
  isOverdue,
} from '#modules/strategy'
import type { Block, Inline, ReportTable } from '#platform/reports/report.ts'
import { type Column, note, table } from './blocks.ts'
import type { PlanData } from './data.ts'
import { goalLink } from './goal-words.ts'
import type { Pen } from './pen.ts'

/** An action by its code and title, with a link to its page. */
export const actionLink = ({ link, named, data }: Pen, action: Action): Inline => [
  link(named(action), `${data.home}${actionAddress(action.code)}`),
]

type Scope = { name: Inline; scope: string }

const goalScope = (pen: Pen, goal: Goal): Scope => ({
  name: goalLink(pen, goal),
  scope: `@${goal.code}`,
})

const directionScope = ({ link, named, data }: Pen, direction: Direction): Scope => ({
  name: [link(named(direction), `${data.home}/ricibas-plans?direction=${direction.code}`)],
  scope: `@${direction.code}`,
})

/** What actions are counted by; that nobody has reported, only where it is so of some. */
const statusesIn = ({ sizeOf }: Pen) => [
  ...IMPLEMENTATION_STATUSES,
  ...(sizeOf('count:actions/unreported') > 0 ? (['unreported'] as const) : []),
]

/** How many actions have each status, with the share of all and what the status means. */
export function statusTable(pen: Pen, key = 'statuses'): ReportTable[] {
  const { word, counted, sizeOf } = pen
  if (sizeOf('count:actions') === 0) return []
  const statuses = statusesIn(pen)
  return table<(typeof statuses)[number]>({
    key,
    caption: word('publishing.statuses.caption'),
    says: word('publishing.statuses.says', { count: sizeOf('count:actions') }),
    columns: [
      { heading: word('strategy.status'), cell: (status) => word(`strategy.status.${status}`) },
      {
        heading: word('strategy.statuses.count'),
        isNumber: true,
        cell: (status) => [counted(`count:actions/${status}`)],
      },
      {
        heading: word('publishing.statuses.share'),
        isNumber: true,
        cell: (status) => [counted(`share:actions/${status}`)],
      },
      {
        heading: word('strategy.statuses.meaning'),
        share: 3,
        cell: (status) => word(`strategy.status.${status}.meaning`),
      },
    ],
    rows: statuses,
  })
}

/** How many actions of each goal have each status; with its directions under each goal where asked. */
export function statusByGoal(
  pen: Pen,
  { tree }: Pick<PlanData, 'tree'>,
  { key = 'statusesByGoal', hasDirections = false, isShort = false } = {},
): ReportTable[] {
  const { word, counted, sizeOf } = pen
  if (sizeOf('count:actions') === 0) return []
  const statuses = statusesIn(pen)
  const rows = tree.goals.map((goal) => goalScope(pen, goal))
  return table<Scope>({
    key,
    caption: word(hasDirections ? 'publishing.statuses.byDirection' : 'publishing.statuses.byGoal'),
    says: word('publishing.statuses.byGoal.says'),
    columns: [
      {
        heading: word(hasDirections ? 'strategy.direction' : 'strategy.goal'),
        share: 3,
        cell: ({ name }) => name,
      },
      {
        heading: word('publishing.statuses.all'),
        isNumber: true,
        cell: ({ scope }) => [counted(`count:actions${scope}`)],
      },
      ...statuses.map(
        (status): Column<Scope> => ({
          heading: word(`strategy.status.${status}.many`),
          isNumber: true,
          cell: ({ scope }) => [counted(`count:actions/${status}${scope}`)],
        }),
      ),
      {
        heading: word('publishing.statuses.positive'),
        isNumber: true,
        cell: ({ scope }) =>
          sizeOf(`count:actions${scope}`) === 0
            ? word('publishing.none')
            : [counted(`share:actions/implemented+inProgress${scope}`)],
      },
    ],
    ...(hasDirections
      ? {
          groups: tree.goals.map((goal) => ({
            lead: goalLink(pen, goal),
            rows: goal.directions.map((direction) => directionScope(pen, direction)),
          })),
        }
      : { rows }),
    total: { name: [{ text: word('publishing.together') }], scope: '' },
    ...(isShort ? {} : { note: pen.line('publishing.statuses.note') }),
  })
}

/** Actions with where they stand, one a row. */
export function actionTable(
  pen: Pen,
  plan: PlanData,
  actions: readonly Action[],
  { key, caption }: { key: string; caption: string },
): ReportTable[] {
  const { word, local, speech, data } = pen
  const { hasDates, hasResponsible, hasEvidence } = statedOf(plan)
  return table<Action>({
    key,
    caption,
    says: word('publishing.actions.says'),
    columns: [
      { heading: word('publishing.actions.action'), share: 3, cell: (action) => actionLink(pen, action) },
      { heading: word('strategy.status'), share: 1.3, cell: (action) => statusWords(pen, action) },
      {
        heading: word('strategy.comment'),
        share: 3,
        cell: (action) => {
          const comment = currentReport(action)?.comment
          return comment ? local(comment) : word('publishing.actions.noComment')
        },
      },
      ...(hasResponsible
        ? [
            {
              heading: word('publishing.actions.responsible'),
              share: 1.6,
              cell: ({ responsible }: Action) => responsible ?? word('publishing.notStated'),
            },
          ]
        : []),
      ...(hasDates
        ? [
            {
              heading: word('publishing.actions.due'),
              share: 1.3,
              cell: (action: Action): Inline =>
                action.dueOn === null
                  ? [{ text: word('publishing.notStated') }]
                  : dueDay(pen, speech.say.day(action.dueOn), isOverdue(action, data.on)),
            },
          ]
        : []),
      ...(hasEvidence
        ? [
            {
              heading: word('publishing.actions.evidence'),
              isNumber: true as const,
              cell: ({ code }: Action) => [
                pen.figure(
                  `count:evidence@${code}`,
                  speech.say.number(plan.evidence.filter(({ action }) => action === code).length),
                  `${data.home}${actionAddress(code)}`,
                ),
              ],
            },
          ]
        : []),
    ],
    rows: actions,
  })
}

/** A day by which something has to be done, and that it has passed. */
export const dueDay = ({ word }: Pen, day: string, isLate: boolean): Inline => [
  { text: day },
  ...(isLate ? [{ text: ' – ' }, { text: word('publishing.actions.overdue'), isStrong: true as const }] : []),
]

/** What the plan states of its actions; a column that nowhere holds anything is left out and said once. */
const statedOf = ({ tree, evidence }: PlanData) => {
  const actions = actionsOf(tree)
  return {
    hasDates: actions.some(({ dueOn }) => dueOn !== null),
    hasResponsible: actions.some(({ responsible }) => responsible !== null),
    hasEvidence: evidence.length > 0,
  }
}

/** What nowhere stands beside the plan's actions. */
export function absentColumns({ line, word, speech }: Pen, plan: PlanData): Block[] {
  const { hasDates, hasResponsible, hasEvidence } = statedOf(plan)
  const absent = [
    ...(hasDates ? [] : [word('publishing.actions.absent.dates')]),
    ...(hasResponsible ? [] : [word('publishing.actions.absent.responsible')]),
    ...(hasEvidence ? [] : [word('publishing.actions.absent.evidence')]),
  ]
  return absent.length === 0
    ? []
    : [note(line('publishing.actions.absent', { what: speech.say.list(absent) }))]
}

/** Where an action stands, and as of when. */
export function statusWords({ word, speech }: Pen, action: Action): string {
  const report = currentReport(action)
  if (!report) return word('strategy.status.unreported')
  return `${word(`strategy.status.${report.status}`)} (${speech.say.period(report.asOf, 'short')})`
}

/** Actions whose day has passed and that are not done, the longest overdue first. */
export function overdueTable(pen: Pen, actions: readonly Action[]): ReportTable[] {
  const { word, speech, data } = pen
  const late = actions
    .filter((action) => isOverdue(action, data.on))
    .toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
  return table<Action>({
    key: 'overdue',
    caption: word('publishing.overdue.caption'),
    says: word('publishing.overdue.says', { count: late.length }),
    columns: [
      { heading: word('publishing.actions.action'), share: 3, cell: (action) => actionLink(pen, action) },
      { heading: word('publishing.actions.due'), cell: ({ dueOn }) => (dueOn ? speech.say.day(dueOn) : '') },
      { heading: word('strategy.status'), cell: (action) => statusWords(pen, action) },
      {
        heading: word('publishing.actions.responsible'),
        share: 2,
        cell: ({ responsible }) => responsible ?? word('publishing.notStated'),
      },
    ],
    rows: late,
  })
}
