import { actionsOf, type Goal } from '#modules/strategy'
import type { Block, ReportSection } from '#platform/reports/report.ts'
import { absentColumns, actionTable, statusByGoal, statusTable } from './action-tables.ts'
import { fundingTable, hitWords, milestoneTable, riskTable } from './attached-tables.ts'
import { list, note, paragraph, section, table } from './blocks.ts'
import { claimTable } from './claim-table.ts'
import { statusChart, verdictChart } from './count-charts.ts'
import type { PlanData } from './data.ts'
import { findingBlocks, findingsOf } from './finding-blocks.ts'
import { reasonTable, seriesTable, verdictTable } from './indicator-tables.ts'
import type { Pen } from './pen.ts'
import { planLackTable } from './plan-lacks.ts'
import { programmeMatrix, programmeTable } from './programme-tables.ts'
import {
  actionQuestions,
  goalQuestions,
  indicatorQuestions,
  programmeQuestions,
  surveyQuestions,
} from './questions.ts'
import { sourceSection } from './sources-section.ts'
import { surveyBlocks, surveysAbout } from './survey-tables.ts'
import { usefulnessBlocks } from './usefulness-table.ts'

/** The evaluation of a plan by eight questions, each answered with what the data hold. */
export function writeEvaluation(pen: Pen, plan: PlanData): ReportSection[] {
  return [
    summary(pen, plan),
    values(pen, plan),
    goals(pen, plan),
    indicators(pen, plan),
    actions(pen, plan),
    programmes(pen, plan),
    scope(pen, plan),
    factors(pen, plan),
    lessons(pen, plan),
    sourceSection(pen, plan),
  ]
}

function summary(pen: Pen, plan: PlanData): ReportSection {
  return section(pen, 'summary', 'publishing.evaluation.summary', [
    ...headlines(pen, plan),
    note(pen.line('publishing.evaluation.howToRead')),
  ])
}

/** What a reader who reads no further should take along. */
export function headlines(pen: Pen, plan: PlanData, { isShort = false } = {}): Block[] {
  const { line, counted, sizeOf, speech } = pen
  const { newest, ofNewest, reported } = plan.evaluation.statusTimes
  return list([
    ...(sizeOf('count:actions') > 0
      ? [
          line('publishing.headline.actions', {
            count: sizeOf('count:actions'),
            all: counted('count:actions'),
            implemented: counted('count:actions/implemented'),
            inProgress: counted('count:actions/inProgress'),
            partial: counted('count:actions/partial'),
            deferred: counted('count:actions/deferred'),
            notStarted: counted('count:actions/notStarted'),
            unreported:
              sizeOf('count:actions/unreported') === 0
                ? []
                : line('publishing.headline.unreported', { n: counted('count:actions/unreported') }),
          }),
        ]
      : [line('publishing.headline.noActions')]),
    ...(newest !== null
      ? [
          line('publishing.headline.times', {
            period: speech.say.period(newest, speech.language === 'lv' ? 'of' : 'short'),
            some: speech.say.number(ofNewest),
            all: speech.say.number(reported),
          }),
        ]
      : []),
    ...(sizeOf('count:series') > 0
      ? [
          line('publishing.headline.series', {
            series: counted('count:series'),
            indicators: counted('count:indicators'),
            judged: counted('count:series/judged'),
            good: counted('count:series/good'),
            missed: counted('count:series/bad'),
            not: counted('count:series/notEvaluable'),
          }),
        ]
      : [line('publishing.headline.noSeries')]),
    ...(sizeOf('count:series/judged') > 0
      ? [
          line('publishing.headline.sure', {
            judged: counted('count:series/judged'),
            chance: counted('count:series/withinChance'),
            unknown: counted('count:series/sureUnknown'),
          }),
        ]
      : []),
    ...(plan.tree.programmes.length > 0 && !isShort
      ? [
          line('publishing.headline.programmes', {
            written: counted('count:programmes/written'),
            planned: counted('count:programmes/planned'),
          }),
        ]
      : []),
    ...(plan.claims.length > 0 && !isShort
      ? [
          line('publishing.headline.claims', {
            claims: counted('count:claims'),
            confirmed: counted('count:claims/confirmed'),
            refuted: counted('count:claims/refuted'),
          }),
        ]
      : []),
  ])
}

function values(pen: Pen, plan: PlanData): ReportSection {
  const { local, line, word, data } = pen
  const { vision, mission, values: held } = plan.tree.strategy
  const stated = [
    ...(vision ? [line('publishing.values.vision', { words: local(vision.title) })] : []),
    ...(mission ? [line('publishing.values.mission', { words: local(mission.title) })] : []),
  ]
  const surveys = surveysAbout(data.surveys, 'values')
  return section(pen, 'values', 'publishing.evaluation.values', [
    paragraph(line('publishing.values.intro')),
    ...stated.map(paragraph),
    ...table<(typeof held)[number]>({
      key: 'values',
      caption: word('publishing.values.caption'),
      says: word('publishing.values.says'),
      columns: [
        { heading: word('publishing.values.value'), cell: ({ title }) => local(title) },
        {
          heading: word('publishing.values.meaning'),
          share: 3,
          cell: ({ meaning }) => (meaning ? local(meaning) : word('publishing.notStated')),
        },
      ],
      rows: held,
    }),
    ...(surveys.length === 0 ? [note(line('publishing.values.noSurvey'))] : []),
    ...surveys.flatMap((survey) => surveyBlocks(pen, survey, plan)),
    ...findingBlocks(
      pen,
      surveyFindings(
        plan,
        surveys.map(({ survey }) => survey.key),
      ),
      4,
    ),
  ])
}

/** Findings about the surveys of some keys. */
const surveyFindings = (plan: PlanData, keys: readonly string[]) =>
  findingsOf(plan, { families: ['surveys'] }).filter(({ subjects }) =>
    subjects.every(({ subject }) => 'survey' in subject && keys.includes(subject.survey)),
  )

function goals(pen: Pen, plan: PlanData): ReportSection {
  const { line, data } = pen
  const surveys = surveysAbout(data.surveys, 'goals')
  return section(
    pen,
    'goals',
    'publishing.evaluation.goals',
    [
      paragraph(line('publishing.goals.intro')),
      ...statusByGoal(pen, plan, { key: 'goalStatuses' }),
      ...statusChart(pen, plan),
      ...verdictTable(pen, plan),
      ...verdictChart(pen, plan),
      ...surveys.flatMap((survey) => surveyBlocks(pen, survey, plan)),
      ...findingBlocks(
        pen,
        surveyFindings(
          plan,
          surveys.map(({ survey }) => survey.key),
        ),
        3,
      ),
      ...goalQuestions(pen, plan),
    ],
    { without: 'publishing.held.nothing' },
  )
}

function indicators(pen: Pen, plan: PlanData): ReportSection {
  const { line } = pen
  const other = plan.judged.filter(({ indicator }) => !plan.tree.goalOfIndicator.has(indicator.id))
  return section(
    pen,
    'indicators',
    'publishing.evaluation.indicators',
    [
      paragraph(line('publishing.indicators.intro')),
      ...reasonTable(pen, plan),
      ...findingBlocks(pen, findingsOf(plan, { isShared: true, families: ['indicators'] }), 4),
      ...indicatorQuestions(pen, plan),
    ],
    {
      without: 'publishing.held.nothing',
      sections: [
        ...plan.tree.goals.flatMap((goal) => goalIndicators(pen, plan, goal)),
        ...(other.length > 0
          ? [
              {
                key: 'indicators-other',
                title: pen.word('publishing.indicators.other'),
                blocks: seriesTable(pen, other, {
                  key: 'series-other',
                  caption: pen.word('publishing.indicators.other'),
                }),
              },
            ]
          : []),
      ],
    },
  )
}

/** The indicators of a goal as a section; none where it has none. */
export function goalIndicators(pen: Pen, plan: PlanData, goal: Goal): ReportSection[] {
  const { word, local, line, counted } = pen
  const rows = plan.judged.filter(
    ({ indicator }) => plan.tree.goalOfIndicator.get(indicator.id) === goal.code,
  )
  if (rows.length === 0) return []
  const scope = `@${goal.code}`
  const title = `${goal.code} ${local(goal.title)}`
  return [
    {
      key: `indicators-${goal.code}`,
      title,
      blocks: [
        paragraph(
          line('publishing.indicators.goal', {
            series: counted(`count:series${scope}`),
            judged: counted(`count:series/judged${scope}`),
            good: counted(`count:series/good${scope}`),
            missed: counted(`count:series/bad${scope}`),
          }),
        ),
        ...seriesTable(pen, rows, {
          key: `series-${goal.code}`,
          caption: word('publishing.indicators.caption', { goal: title }),
        }),
        ...findingBlocks(pen, findingsOf(plan, { goal: goal.code, families: ['indicators'] }), 4),
      ],
    },
  ]
}

function actions(pen: Pen, plan: PlanData): ReportSection {
  const { line, local } = pen
  return section(
    pen,
    'actions',
    'publishing.evaluation.actions',
    [
      paragraph(line('publishing.actions.intro')),
      ...statusTable(pen),
      ...statusByGoal(pen, plan, { key: 'statusesByDirection', hasDirections: true }),
      ...absentColumns(pen, plan),
      ...fundingTable(pen, plan),
      ...sharedActionFindings(pen, plan),
      ...actionQuestions(pen, plan),
    ],
    {
      without: 'publishing.held.nothing',
      sections: plan.tree.goals.map((goal) => ({
        key: `actions-${goal.code}`,
        title: `${goal.code} ${local(goal.title)}`,
        blocks: goalActions(pen, plan, goal),
      })),
    },
  )
}

/** A goal's actions by direction, with what was found in them. */
export function goalActions(pen: Pen, plan: PlanData, goal: Goal): Block[] {
  const { line, counted, sizeOf, local } = pen
  const scope = `@${goal.code}`
  if (sizeOf(`count:actions${scope}`) === 0) return [note(line('publishing.actions.none'))]
  return [
    paragraph(
      line('publishing.actions.goal', {
        count: sizeOf(`count:actions${scope}`),
        all: counted(`count:actions${scope}`),
        implemented: counted(`count:actions/implemented${scope}`),
        inProgress: counted(`count:actions/inProgress${scope}`),
        partial: counted(`count:actions/partial${scope}`),
        deferred: counted(`count:actions/deferred${scope}`),
        notStarted: counted(`count:actions/notStarted${scope}`),
      }),
    ),
    ...goal.directions.flatMap((direction) =>
      actionTable(pen, plan, direction.actions, {
        key: `actions-${direction.code}`,
        caption: `${direction.code} ${local(direction.title)}`,
      }),
    ),
    ...milestoneTable(pen, plan, goal),
    ...findingBlocks(
      pen,
      findingsOf(plan, { goal: goal.code, families: ['strategy'] }).filter(isAboutAction),
      4,
    ),
  ]
}

/** What is found of actions of several goals together, said once. */
export const sharedActionFindings = (pen: Pen, plan: PlanData): Block[] =>
  findingBlocks(pen, findingsOf(plan, { isShared: true, families: ['strategy'] }).filter(isAboutAction), 4)

const isAboutAction = ({ subjects }: PlanData['findings'][number]) =>
  subjects.some(({ subject }) => subject.kind === 'action')

function programmes(pen: Pen, plan: PlanData): ReportSection {
  const { line, counted, sizeOf } = pen
  const blocks =
    plan.tree.programmes.length === 0
      ? []
      : [
          paragraph(
            line('publishing.programmes.intro', {
              written: counted('count:programmes/written'),
              planned: counted('count:programmes/planned'),
            }),
          ),
          ...programmeTable(pen, plan, 'written'),
          ...programmeTable(pen, plan, 'planned'),
          // A table in which every cell says that nothing is known tells less than one sentence.
          ...(sizeOf('count:links') > 0 && sizeOf('count:links/unknown') === sizeOf('count:links')
            ? [note(line('publishing.matrix.lost'), 'warning' as const)]
            : programmeMatrix(pen, plan)),
          ...programmeQuestions(pen, plan),
        ]
  return section(pen, 'programmes', 'publishing.evaluation.programmes', blocks, {
    without: 'publishing.programmes.none',
    sections: [
      {
        key: 'usefulness',
        title: pen.word('publishing.useful.title'),
        blocks: usefulnessBlocks(pen, plan),
      },
    ],
  })
}

function scope(pen: Pen, plan: PlanData): ReportSection {
  const { line } = pen
  return section(pen, 'scope', 'publishing.evaluation.scope', [
    paragraph(line('publishing.scope.intro')),
    ...planLackTable(pen, plan),
    ...findingBlocks(pen, findingsOf(plan, { families: ['strategy'] }).filter(isAboutPlan), 6),
  ])
}

/** What is found of the plan itself, and not of a claim or an action. */
const isAboutPlan = ({ subjects }: PlanData['findings'][number]) =>
  subjects.every(({ subject }) => subject.kind === 'strategy' || subject.kind === 'source')

function factors(pen: Pen, plan: PlanData): ReportSection {
  const { tree } = plan
  const { line, word, local, counted } = pen
  const { externalFactors } = tree
  const blocks =
    externalFactors.length === 0
      ? []
      : [
          paragraph(
            line('publishing.factors.intro', { count: externalFactors.length, n: counted('count:factors') }),
          ),
          ...table<(typeof externalFactors)[number]>({
            key: 'factors',
            caption: word('publishing.factors.caption'),
            says: word('publishing.factors.says'),
            columns: [
              { heading: word('publishing.factors.factor'), share: 2, cell: ({ title }) => local(title) },
              ...(plan.attached.riskLinks.some(({ cause }) => cause === 'factor')
                ? [
                    {
                      heading: word('publishing.factors.hits'),
                      share: 1.6,
                      cell: ({ code }: (typeof externalFactors)[number]) =>
                        hitWords(pen, plan, 'factor', code),
                    },
                  ]
                : []),
              {
                heading: word('publishing.factors.effect'),
                share: 4,
                cell: ({ effect }) => (effect ? local(effect) : word('strategy.factor.noEffect')),
              },
            ],
            rows: externalFactors,
          }),
          note(line('publishing.factors.notMeasured')),
        ]
  const risks = riskTable(pen, plan)
  return section(pen, 'factors', 'publishing.evaluation.factors', [...blocks, ...risks], {
    without: 'publishing.factors.none',
  })
}

function lessons(pen: Pen, plan: PlanData): ReportSection {
  const { line, local, counted } = pen
  const { recommendations } = plan.tree
  const questions = surveyQuestions(pen)
  const unfinished = actionsOf(plan.tree).length
  return section(pen, 'lessons', 'publishing.evaluation.lessons', [
    paragraph(line('publishing.lessons.intro')),
    ...claimTable(pen, plan),
    ...(recommendations.length > 0
      ? [
          paragraph(
            line('publishing.lessons.recommendations', {
              count: recommendations.length,
              n: counted('count:recommendations'),
            }),
          ),
          {
            kind: 'list' as const,
            isOrdered: true as const,
            items: recommendations.map(({ title }) => [{ text: local(title) }]),
          },
        ]
      : [note(line('publishing.lessons.noRecommendations'))]),
    ...(unfinished > 0 ? questions : []),
  ])
}
