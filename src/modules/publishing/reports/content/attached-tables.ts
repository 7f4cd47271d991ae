import {
  actionsOf,
  type FundingSum,
  type Goal,
  inOrderOfRisk,
  type Milestone,
  type Risk,
  sumFunding,
} from '#modules/strategy'
import type { Inline, ReportTable } from '#platform/reports/report.ts'
import { actionLink, dueDay } from './action-tables.ts'
import { table } from './blocks.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'

/** Steps and results of a goal's actions on their way; nothing where none were set. */
export function milestoneTable(pen: Pen, { attached }: PlanData, goal: Goal): ReportTable[] {
  const { word, local, speech, data } = pen
  const actions = new Map(actionsOf({ goals: [goal] }).map((action) => [action.code, action]))
  const standing = ({ dueOn, doneOn }: Milestone): Inline => {
    if (doneOn !== null)
      return [{ text: word('publishing.milestones.done', { day: speech.say.day(doneOn) }) }]
    if (dueOn === null) return [{ text: word('publishing.milestones.open') }]
    return dueDay(pen, word('publishing.milestones.due', { day: speech.say.day(dueOn) }), dueOn < data.on)
  }
  return table<Milestone>({
    key: `milestones-${goal.code}`,
    caption: word('publishing.milestones.caption'),
    says: word('publishing.milestones.says'),
    columns: [
      {
        heading: word('publishing.actions.action'),
        share: 2,
        cell: ({ action }) => {
          const found = actions.get(action)
          return found ? actionLink(pen, found) : action
        },
      },
      { heading: word('publishing.milestones.step'), share: 3, cell: ({ title }) => local(title) },
      { heading: word('publishing.milestones.standing'), share: 2, cell: standing },
    ],
    rows: attached.milestones.filter(({ action }) => actions.has(action)),
  })
}

type MoneyRow = { name: string; scope: string; planned: FundingSum; spent: FundingSum }

/** What the actions of each goal cost, and of how many of them that is known; nothing while no sum is. */
export function fundingTable(pen: Pen, { tree, attached }: PlanData): ReportTable[] {
  const { word, named, speech, figure, data } = pen
  if (attached.funding.length === 0) return []
  const rowOf = (name: string, scope: string, codes: readonly string[]): MoneyRow => ({
    name,
    scope,
    planned: sumFunding(codes, attached.funding, 'planned'),
    spent: sumFunding(codes, attached.funding, 'spent'),
  })
  const codesOf = (goals: readonly Goal[]) => actionsOf({ goals }).map(({ code }) => code)
  const money =
    (kind: 'planned' | 'spent') =>
    (row: MoneyRow): Inline => {
      const { sum, known, partly } = row[kind]
      const address = `${data.home}/ricibas-plans`
      if (sum === null) return [{ text: word('publishing.funding.unknown') }]
      return [
        figure(`money:${kind}${row.scope}`, `${speech.say.number(sum)}\u00a0€`, address),
        { text: ` (${speech.say.number(known + partly)})` },
      ]
    }
  return table<MoneyRow>({
    key: 'funding',
    caption: word('publishing.funding.caption'),
    says: word('publishing.funding.says'),
    columns: [
      { heading: word('strategy.goal'), share: 3, cell: ({ name }) => name },
      {
        heading: word('publishing.funding.actions'),
        isNumber: true,
        cell: ({ planned }) => speech.say.number(planned.actions),
      },
      { heading: word('publishing.funding.planned'), share: 1.4, isNumber: true, cell: money('planned') },
      { heading: word('publishing.funding.spent'), share: 1.4, isNumber: true, cell: money('spent') },
    ],
    rows: tree.goals.map((goal) => rowOf(named(goal), `@${goal.code}`, codesOf([goal]))),
    total: rowOf(word('publishing.together'), '', codesOf(tree.goals)),
    note: pen.line('publishing.funding.note'),
  })
}

/** What a risk or an external factor hits, by codes; that nobody has said, in words. */
export function hitWords(
  { word, speech }: Pen,
  { attached, set }: PlanData,
  cause: 'risk' | 'factor',
  code: string,
): string {
  const indicators = new Map(set.indicators.map((one) => [one.id, one.code]))
  const hit = attached.riskLinks
    .filter((link) => link.cause === cause && link.causeCode === code)
    .map((link) =>
      link.kind === 'indicator'
        ? word('publishing.risks.indicator', { code: indicators.get(link.code) ?? link.code })
        : link.code,
    )
  return hit.length === 0 ? word('publishing.risks.hitsNothing') : speech.say.list(hit)
}

/** Risks of the plan, those that weigh most first. */
export function riskTable(pen: Pen, plan: PlanData): ReportTable[] {
  const { word, local } = pen
  return table<Risk>({
    key: 'risks',
    caption: word('publishing.risks.caption'),
    says: word('publishing.risks.says'),
    columns: [
      { heading: word('publishing.risks.risk'), share: 3, cell: ({ title }) => local(title) },
      {
        heading: word('publishing.risks.likelihood'),
        cell: ({ likelihood }) => word(`publishing.degree.${likelihood ?? 'unknown'}`),
      },
      {
        heading: word('publishing.risks.impact'),
        cell: ({ impact }) => word(`publishing.degree.${impact ?? 'unknown'}`),
      },
      {
        heading: word('publishing.risks.state'),
        cell: ({ state }) => word(`publishing.risks.state.${state}`),
      },
      {
        heading: word('publishing.factors.hits'),
        share: 1.6,
        cell: ({ code }) => hitWords(pen, plan, 'risk', code),
      },
    ],
    rows: inOrderOfRisk(plan.attached.risks),
  })
}
