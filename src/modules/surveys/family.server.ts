import { z } from 'zod'
import { defineFamily, overWhole, type Reading } from '#modules/findings'
import type { LocalText } from '#platform/texts/text.ts'
import { surveyAnchor } from './anchors.ts'
import type { SurveyTable } from './model.ts'
import { surveyRules } from './rules/index.ts'
import { findAllSurveyTables, findSurveys } from './store.server.ts'
import { surveyAddress } from './subjects.ts'
import { findUnprotectedTables } from './unprotected-store.server.ts'

/** Every survey of the municipality, in the state asked for; with figures about few people if the reading has them. */
export const readSurveyTables = ({ tx, once, municipalityId, asOf, view }: Reading) =>
  once('surveys.tables', async () => {
    const find = view === 'unprotected' ? findUnprotectedTables : findAllSurveyTables
    const tables = await find(tx, municipalityId, { asOf })
    return tables.length === 0 ? undefined : tables
  })

/** What surveys say about themselves. */
export const surveyFamily = defineFamily({
  name: 'surveys',
  title: 'surveys.family',
  rules: surveyRules.map(overWhole),
  isThere: async ({ tx, municipalityId }) => (await findSurveys(tx, municipalityId)).length > 0,
  read: readSurveyTables,
  subjects: {
    surveyGroup: {
      schema: { survey: z.string(), group: z.string() },
      address: (subject) =>
        `${surveyAddress(subject.survey)}#${surveyAnchor({ kind: 'surveyGroup', ...subject })}`,
      names: async (reading) => namesOf((await readSurveyTables(reading)) ?? []),
    },
    surveyItem: {
      schema: { survey: z.string(), item: z.string(), group: z.string().optional() },
      address: (subject) =>
        `${surveyAddress(subject.survey)}#${surveyAnchor({ kind: 'surveyItem', ...subject })}`,
      names: async (reading) => namesOf((await readSurveyTables(reading)) ?? []),
    },
  },
  belongings: async (reading) => {
    const tables = (await readSurveyTables(reading)) ?? []
    const goals = new Map(
      tables.flatMap(({ survey, items }) => items.map(({ code, goal }) => [`${survey.key}·${code}`, goal])),
    )
    return (subject): Record<string, string> => {
      const goal = subject.kind === 'surveyItem' ? goals.get(`${subject.survey}·${subject.item}`) : undefined
      return goal ? { goal } : {}
    }
  },
})

/** The survey by its title, with the item and the group that are meant. */
function namesOf(tables: readonly SurveyTable[]) {
  const surveys = new Map(tables.map((table) => [table.survey.key, table]))
  return (subject: { survey: string; item?: string; group?: string }): LocalText => {
    const table = surveys.get(subject.survey)
    const item = table?.items.find(({ code }) => code === subject.item)
    const group = table?.groups.find(({ code }) => code === subject.group)
    const names = [table?.survey.title, item?.title, group?.label].filter((name) => name !== undefined)
    return { lv: names.map(({ lv }) => lv).join(', '), en: names.map(({ en }) => en).join(', ') }
  }
}
