import {
  cellFinder,
  findGaps,
  formatEstimate,
  type Gap,
  INTERVAL_ASSUMPTION,
  itemsByGoal,
  meansOfGroups,
  meansOfItems,
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
import type { Pen } from './pen.ts'

/** Surveys that ask about the plan as a whole, and those that ask about its goals. */
export const surveysAbout = (surveys: readonly SurveyTable[], what: 'values' | 'goals') =>
  surveys.filter(({ items }) => items.some(({ goal }) => goal !== null) === (what === 'goals'))

/** A survey: who answered, every share with its interval, means that say how they are weighted, and sure gaps. */
export function surveyBlocks(pen: Pen, survey: SurveyTable, plan: PlanData | null): Block[] {
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

function answerTable(pen: Pen, survey: SurveyTable, plan: PlanData | null): ReportTable[] {
  const { word, local, data } = pen
  const { key, title } = survey.survey
  const goals = new Map(plan?.tree.goals.map((goal) => [goal.code, goal]))
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
            lead: [
              pen.link(
                `${goal} ${local(goals.get(goal)?.title ?? { lv: '', en: '' })}`.trim(),
                `${data.home}/strategija#${goal}`,
              ),
            ],
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

function meanTable(pen: Pen, survey: SurveyTable): ReportTable[] {
  const { word, local, counted, speech } = pen
  const { key, title } = survey.survey
  const rows = meansOfItems(survey).flatMap(({ item: code, means }) => {
    const item = survey.items.find((one) => one.code === code)
    return item && means && means.groups.length > 1 ? [{ item, means }] : []
  })
  return table<(typeof rows)[number]>({
    key: `means-${key}`,
    caption: word('publishing.means.caption', { survey: local(title) }),
    says: word('publishing.means.says'),
    columns: [
      { heading: word('publishing.survey.item'), share: 3, cell: ({ item }) => local(item.title) },
      {
        heading: word('publishing.means.unweighted'),
        isNumber: true,
        cell: ({ item }) => [counted(`mean:${key}/items/${item.code}`)],
      },
      {
        heading: word('publishing.means.byRespondents'),
        isNumber: true,
        cell: ({ item }) => [counted(`weighted:${key}/items/${item.code}`)],
      },
      {
        heading: word('publishing.means.groups'),
        isNumber: true,
        cell: ({ means }) =>
          word('publishing.means.of', {
            some: speech.say.number(means.groups.length),
            all: speech.say.number(survey.groups.length),
          }),
      },
    ],
    rows,
    note: pen.line('publishing.means.note'),
  })
}

/** The mean of each group over the items of each goal, and over all of them. */
function goalMeanTable(pen: Pen, survey: SurveyTable, plan: PlanData | null): ReportTable[] {
  const { word, local, counted, speech } = pen
  const { key, title } = survey.survey
  const means = meansOfGroups(survey)
  const scopes = [...new Set(means.map(({ scope }) => scope))]
  const goals = new Map(plan?.tree.goals.map((goal) => [goal.code, goal]))
  const nameOf = (scope: string) => {
    if (scope === 'all') return word('publishing.groupMeans.all')
    const goal = goals.get(scope)
    return goal ? `${scope} ${local(goal.title)}` : scope
  }
  return table<SurveyGroup>({
    key: `groupMeans-${key}`,
    caption: word('publishing.groupMeans.caption', { survey: local(title) }),
    says: word('publishing.groupMeans.says'),
    columns: [
      { heading: word('publishing.survey.group'), share: 2, cell: ({ label }) => local(label) },
      ...scopes.map(
        (scope): Column<SurveyGroup> => ({
          heading: nameOf(scope),
          isNumber: true,
          cell: ({ code }) => {
            const mean = means.find((one) => one.group === code && one.scope === scope)
            if (!mean) return word('publishing.none')
            const all = mean.items.length + mean.withoutItems.length
            const figure = counted(`mean:${key}/${code}@${scope}`)
            if (mean.withoutItems.length === 0) return [figure]
            const some = { some: speech.say.number(mean.items.length), all: speech.say.number(all) }
            return [figure, { text: ` (${word('publishing.means.of', some)})` }]
          },
        }),
      ),
    ],
    rows: survey.groups.filter(({ code }) => means.some(({ group }) => group === code)),
    note: pen.line('publishing.groupMeans.note'),
  })
}

/** No more gaps than a reader takes in. */
const MOST_GAPS = 8

function gapTable(pen: Pen, survey: SurveyTable): ReportTable[] {
  const { word, local, speech } = pen
  const { key } = survey.survey
  const sure = findGaps(survey).filter(({ verdict }) => verdict === 'certain')
  const titleOf = (
    list: readonly { code: string; title?: { lv: string; en: string }; label?: { lv: string; en: string } }[],
    code: string,
  ) => {
    const found = list.find((one) => one.code === code)
    return local(found?.title ?? found?.label ?? { lv: code, en: code })
  }
  return table<Gap>({
    key: `gaps-${key}`,
    caption: word('publishing.gaps.caption'),
    says: word('publishing.gaps.says', {
      count: sure.length,
      shown: speech.say.number(Math.min(MOST_GAPS, sure.length)),
    }),
    columns: [
      { heading: word('publishing.survey.item'), share: 2, cell: ({ item }) => titleOf(survey.items, item) },
      {
        heading: word('publishing.gaps.first'),
        share: 2,
        cell: ({ first, item }) => [
          { text: `${titleOf(survey.groups, first.group)}: ` },
          pen.counted(`answers:${key}/${item}/${first.group}`),
        ],
      },
      {
        heading: word('publishing.gaps.second'),
        share: 2,
        cell: ({ second, item }) => [
          { text: `${titleOf(survey.groups, second.group)}: ` },
          pen.counted(`answers:${key}/${item}/${second.group}`),
        ],
      },
      {
        heading: word('publishing.gaps.points'),
        share: 1.4,
        isNumber: true,
        cell: ({ item, first, second, points, lowPoints, highPoints }) => [
          pen.figure(
            `gap:${key}/${item}/${first.group}-${second.group}`,
            speech.say.fixed(points, 0),
            `/${pen.data.municipality.slug}${surveyAddress(key)}`,
          ),
          { text: ` (${speech.say.fixed(lowPoints, 0)}–${speech.say.fixed(highPoints, 0)})` },
        ],
      },
    ],
    rows: sure.slice(0, MOST_GAPS),
    note: pen.line('publishing.gaps.note'),
  })
}
