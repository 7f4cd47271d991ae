import { z } from 'zod'
import { findMunicipality } from '#modules/registry.server'
import { defineList, type Endpoint } from '#platform/api/endpoint.ts'
import { Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { findCountryPoll, findCountryPolls } from '../campaigns/country-poll-store.server.ts'
import { findInstitutionPoll, findInstitutionPolls } from '../campaigns/institution-poll-store.server.ts'
import { findResults } from '../campaigns/poll-result-store.server.ts'
import type { Option } from '../model.ts'

type Poll = { id: string; key: string; title: LocalText; question: LocalText; choices: readonly Option[] }
const share = z.number().min(0).max(1).nullable()

const Summary = z.object({
  key: z.string(),
  title: Local,
  question: Local,
  closedAt: z.iso.datetime(),
  answered: z.int().describe('How many have answered.'),
  asked: z.int().describe('How many were asked, as of the day on which it closed.'),
})
type Summary = z.infer<typeof Summary>

const Choice = z.object({
  key: z.string(),
  name: Local,
  answers: z.int(),
  ofAnswers: share.describe('Share of 1 of those who have answered; null where nobody has.'),
  ofAsked: share.describe('Share of 1 of those who were asked.'),
})
type Choice = z.infer<typeof Choice>

/** Polls that have closed: of others there is nothing to tell yet. */
async function summaries(tx: DatabaseTransaction, municipalityId: string, polls: readonly Poll[]) {
  const results = await findResults(tx, municipalityId, polls)
  return polls.flatMap(({ id, key, title, question }): Summary[] => {
    const result = results.get(id)
    if (!result) return []
    const { answered, asked, closedAt } = result
    return [{ key, title, question, closedAt: closedAt.toISOString(), answered, asked }]
  })
}

/** What one poll has come to; undefined until it has closed. */
async function outcome(tx: DatabaseTransaction, municipalityId: string, poll: Poll | undefined) {
  if (!poll) return undefined
  const result = (await findResults(tx, municipalityId, [poll])).get(poll.id)
  const [summary] = await summaries(tx, municipalityId, [poll])
  return result && summary && { ...summary, silent: result.silent, items: [...result.choices], asOf: null }
}

const summaryTable = tableOf((one: Summary) => [one], {
  key: (row) => row.key,
  title_lv: (row) => row.title.lv,
  title_en: (row) => row.title.en,
  closed_at: (row) => row.closedAt,
  answered: (row) => row.answered,
  asked: (row) => row.asked,
})
const choiceTable = tableOf((one: Choice) => [one], {
  key: (row) => row.key,
  name_lv: (row) => row.name.lv,
  name_en: (row) => row.name.en,
  answers: (row) => row.answers,
  share_of_answers: (row) => row.ofAnswers,
  share_of_asked: (row) => row.ofAsked,
})
const ofList = { item: Summary, keyOf: ({ key }: Summary) => key, table: summaryTable }
const ofOne = {
  item: Choice,
  keyOf: ({ key }: Choice) => key,
  table: choiceTable,
  more: { ...Summary.shape, silent: z.int().describe('How many were asked and have not answered.') },
}

/** Results of polls, of the country and of a municipality. */
export const pollLists: readonly Endpoint[] = [
  defineList({
    ...ofList,
    path: '/polls',
    name: 'PollList',
    operation: 'listPolls',
    tag: 'polls',
    title: 'collection.polls.api.country',
    summary: 'Polls of all municipalities that have closed',
    find: async ({ tx }) => ({ items: await summaries(tx, COUNTRY, await findCountryPolls(tx)), asOf: null }),
  }),
  defineList({
    ...ofOne,
    path: '/polls/{key}/result',
    name: 'Poll',
    operation: 'showPoll',
    tag: 'polls',
    title: 'collection.polls.api.country',
    summary: 'What municipalities have answered; absent until the poll has closed',
    find: async ({ tx, path }) => outcome(tx, COUNTRY, await findCountryPoll(tx, path.key ?? '')),
  }),
  defineList({
    ...ofList,
    path: '/municipalities/{slug}/polls',
    name: 'MunicipalityPollList',
    operation: 'listMunicipalityPolls',
    tag: 'municipalities',
    title: 'collection.polls.api.municipality',
    summary: 'Polls of the institutions of a municipality that have closed',
    find: async ({ tx, path, noteGenerated }) => {
      const municipality = await findMunicipality(tx, path.slug ?? '')
      if (!municipality) return undefined
      noteGenerated(municipality.isGenerated)
      const polls = await findInstitutionPolls(tx, municipality.id)
      return { items: await summaries(tx, municipality.id, polls), asOf: null }
    },
  }),
  defineList({
    ...ofOne,
    path: '/municipalities/{slug}/polls/{key}/result',
    name: 'MunicipalityPoll',
    operation: 'showMunicipalityPoll',
    tag: 'municipalities',
    title: 'collection.polls.api.municipality',
    summary: 'What institutions have answered; absent until the poll has closed',
    find: async ({ tx, path, noteGenerated }) => {
      const municipality = await findMunicipality(tx, path.slug ?? '')
      if (!municipality) return undefined
      noteGenerated(municipality.isGenerated)
      return outcome(tx, municipality.id, await findInstitutionPoll(tx, municipality.id, path.key ?? ''))
    },
  }),
]
