import { meansOfGroups, meansOfItems, type SurveyGroup, type SurveyTable } from '#modules/surveys'
import type { ReportTable } from '#platform/reports/report.ts'
import { type Column, table } from './blocks.ts'
import type { PlanData } from './data.ts'
import { sayGoal } from './goal-words.ts'
import type { Pen } from './pen.ts'

/** The mean of each item over the groups, each way of weighing it in a column of its own. */
export function meanTable(pen: Pen, survey: SurveyTable): ReportTable[] {
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
export function goalMeanTable(pen: Pen, survey: SurveyTable, plan: PlanData): ReportTable[] {
  const { word, local, counted, speech } = pen
  const { key, title } = survey.survey
  const means = meansOfGroups(survey)
  const scopes = [...new Set(means.map(({ scope }) => scope))]
  return table<SurveyGroup>({
    key: `groupMeans-${key}`,
    caption: word('publishing.groupMeans.caption', { survey: local(title) }),
    says: word('publishing.groupMeans.says'),
    columns: [
      { heading: word('publishing.survey.group'), share: 2, cell: ({ label }) => local(label) },
      ...scopes.map(
        (scope): Column<SurveyGroup> => ({
          heading: scope === 'all' ? word('publishing.groupMeans.all') : sayGoal(pen, plan, scope),
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
