import { methodologyState, promisedIndicators } from '#modules/indicators'
import { standingActionsOf } from '#modules/strategy'
import type { ReportTable } from '#platform/reports/report.ts'
import { table } from './blocks.ts'
import type { PlanData } from './data.ts'
import { isMeasured } from './measured.ts'
import type { Pen } from './pen.ts'

/** What a plan has to say so that it can be carried out and judged. */
const LACKS = [
  'goalsWithoutIndicator',
  'directionsWithoutAction',
  'actionsWithoutResponsible',
  'actionsWithoutDue',
  'actionsWithoutResult',
  'actionsWithoutFunding',
  'indicatorsWithoutMethodology',
  'indicatorsWithoutData',
  'indicatorsWithoutOwner',
] as const
type Lack = (typeof LACKS)[number]

/** How many of how many lack each of the things by which a plan can be carried out and judged. */
export function planLackTable(pen: Pen, plan: PlanData): ReportTable[] {
  const { word, speech, figure, data, line } = pen
  const counts = countLacks(plan)
  return table<Lack>({
    key: 'lacks',
    caption: word('publishing.lacks.caption'),
    says: word('publishing.lacks.says'),
    columns: [
      { heading: word('publishing.lacks.what'), share: 4, cell: (lack) => word(`publishing.lacks.${lack}`) },
      {
        heading: word('publishing.lacks.count'),
        isNumber: true,
        cell: (lack) => [
          figure(`lack:${lack}`, speech.say.number(counts[lack].some), `${data.home}${PAGES[lack]}`),
        ],
      },
      {
        heading: word('publishing.lacks.of'),
        isNumber: true,
        cell: (lack) => [
          figure(`lack:${lack}/of`, speech.say.number(counts[lack].all), `${data.home}${PAGES[lack]}`),
        ],
      },
    ],
    rows: LACKS.filter((lack) => counts[lack].all > 0),
    note: line('publishing.lacks.note'),
  })
}

const PAGES: Readonly<Record<Lack, string>> = {
  goalsWithoutIndicator: '/strategija',
  directionsWithoutAction: '/strategija',
  actionsWithoutResponsible: '/ricibas-plans',
  actionsWithoutDue: '/ricibas-plans',
  actionsWithoutResult: '/ricibas-plans',
  actionsWithoutFunding: '/ricibas-plans',
  indicatorsWithoutMethodology: '/raditaji',
  indicatorsWithoutData: '/raditaji',
  indicatorsWithoutOwner: '/raditaji',
}

function countLacks({ tree, set, attached }: PlanData): Record<Lack, { some: number; all: number }> {
  const measured = new Set(tree.goalOfIndicator.values())
  const directions = tree.goals.flatMap((goal) => goal.directions)
  const actions = standingActionsOf(tree)
  const indicators = promisedIndicators(set)
  const funded = new Set(attached.funding.map(({ action }) => action))
  const of = <One>(all: readonly One[], lacks: (one: One) => boolean) => ({
    some: all.filter(lacks).length,
    all: all.length,
  })
  return {
    goalsWithoutIndicator: of(tree.goals, ({ code }) => !measured.has(code)),
    directionsWithoutAction: of(directions, (direction) => direction.actions.length === 0),
    actionsWithoutResponsible: of(actions, ({ responsible }) => responsible === null),
    actionsWithoutDue: of(actions, ({ dueOn }) => dueOn === null),
    actionsWithoutResult: of(actions, ({ deliverable }) => deliverable === null),
    actionsWithoutFunding: of(actions, ({ code, funding }) => funding === null && !funded.has(code)),
    indicatorsWithoutMethodology: of(indicators, (one) => methodologyState(one) !== 'described'),
    indicatorsWithoutData: of(indicators, (one) => !isMeasured(one)),
    indicatorsWithoutOwner: of(indicators, ({ owner }) => owner === null),
  }
}
