import {
  cellFinder,
  formatEstimate,
  INTERVAL_ASSUMPTION,
  itemsByGoal,
  type SurveyGroup,
  type SurveyItem,
  type SurveyTable,
  sayRespondents,
  surveyAddress,
} from '#modules/surveys'
import { COVERED } from '#platform/covered.ts'
import type { Block, Inline, ReportTable } from '#platform/reports/report.ts'
import { type Column, note, paragraph, table } from './blocks.ts'
import type { PlanData } from './data.ts'
import { sayGoal } from './goal-words.ts'
import type { Pen } from './pen.ts'
import { gapTable } from './survey-gaps.ts'
import { goalMeanTable, meanTable } from './survey-means.ts'

/** Surveys that ask about the plan as a whole, and those that ask about its goals. */
export const surveysAbout = (surveys: readonly SurveyTable[], what: 'values' | 'goals') =>
  surveys.filter(({ items }) => items.some(({ goal }) => goal !== null) === (what === 'goals'))

/** A survey: who answered, every share with its interval, means that say how they are weighted, and sure gaps. */
export function surveyBlocks(pen: Pen, survey: SurveyTable, plan: PlanData): Block[] {
  const { data, local, line, link } = pen
  const { title, key, question } = survey.survey
  const page = link(local(title), `/${data.municipality.slug}${surveyAddress(key)}`)
  return [
    paragraph(
      line('publishing.survey.intro', { survey: page, period: pen.speech.say.period(survey.survey.period) }),
    ),
    ...(question ? [paragraph(line('publishing.survey.question', { question: local(question) }))] : []),
    ...respondentTable(pen, survey),
    ...answerTable(pen, survey, plan),
    ...meanTable(pen, survey),
    ...goalMeanTable(pen, survey, plan),
    ...gapTable(pen, survey),
    note([{ text: local(INTERVAL_ASSUMPTION) }]),
  ]
}

function respondentTable(pen: Pen, { survey, groups }: SurveyTable): ReportTable[] {
  const { word, local, speech, figures, counted } = pen
  return table<SurveyGroup>({
    key: `respondents-${survey.key}`,
    caption: word('publishing.respondents.caption', { survey: local(survey.title) }),
    says: word('publishing.respondents.says'),
    columns: [
      { heading: word('publishing.survey.group'), share: 3, cell: ({ label }) => local(label) },
      {
        heading: word('publishing.respondents.count'),
        isNumber: true,
        cell: (group) =>
          group.respondents === null
            ? sayRespondents(group, speech)
            : [counted(`respondents:${survey.key}/${group.code}`)],
      },
      {
        heading: word('publishing.respondents.share'),
        isNumber: true,
        cell: ({ code }) =>
          figures.has(`response:${survey.key}/${code}`)
            ? [counted(`response:${survey.key}/${code}`)]
            : word('publishing.respondents.unknown'),
      },
    ],
    rows: groups,
    note: pen.line('publishing.respondents.note'),
  })
}

function answerTable(pen: Pen, survey: SurveyTable, plan: PlanData): ReportTable[] {
  const { word, local, data } = pen
  const { key, title } = survey.survey
  return table<SurveyItem>({
    key: `answers-${key}`,
    caption: word('publishing.answers.caption', { survey: local(title) }),
    says: word('publishing.answers.says'),
    columns: [
      { heading: word('publishing.survey.item'), share: 2.4, cell: (item) => local(item.title) },
      ...survey.groups.map(
        (group): Column<SurveyItem> => ({
          heading: local(group.label),
          isNumber: true,
          cell: (item) => answerOf(pen, survey, group, item),
        }),
      ),
    ],
    groups: itemsByGoal(survey).map(([goal, rows]) => ({
      ...(goal === null
        ? {}
        : {
            lead: [pen.link(sayGoal(pen, plan, goal), `${data.home}/strategija#${goal}`)],
          }),
      rows,
    })),
    note: pen.line('publishing.answers.note'),
  })
}

function answerOf(pen: Pen, survey: SurveyTable, group: SurveyGroup, item: SurveyItem): Inline {
  const { result, estimate, missing } = cellFinder(survey)(group, item)
  if (result?.isCovered) return [{ text: COVERED }]
  if (missing !== null || !result)
    return [{ text: pen.word(`indicators.missing.${missing ?? 'notReported'}`) }]
  const id = `answers:${survey.survey.key}/${item.code}/${group.code}`
  const figure = pen.counted(id)
  const said = formatEstimate(estimate, result.decimals, pen.speech)
  return [figure, { text: said.slice(figure.text.length) }]
}
