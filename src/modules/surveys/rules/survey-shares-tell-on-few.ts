import { feasibleCounts } from '@izaugsme/statistics'
import type { Rule } from '#modules/findings'
import type { SurveyTable } from '../model.ts'
import { en, lv, NOUNS, type Words } from '../words/say.ts'
import { type Cell, cellsOf } from './cells.ts'

/** Fewer people than this on one side of a share can be recognised. */
const FEWEST_TO_SHOW = 5

/** How many of the shares are named in the explanation. */
const NAMED = 3

/** Published shares from which one can tell how one to four people answered. */
export const surveySharesTellOnFew: Rule<SurveyTable> = {
  code: 'survey-shares-tell-on-few',
  title: { lv: 'Īpatsvari atklāj dažu cilvēku atbildes', en: 'Shares tell on a few people' },
  explain: {
    lv: `Ja zināms, cik cilvēku atbildēja, no procentiem var atpazīt skaitu: 40\u00a0% no 10 ir 4 cilvēki. Ja vienā pusē ir mazāk nekā ${FEWEST_TO_SHOW} cilvēki, kolēģi var uzminēt, kuri tie ir, un nākamreiz atbildēs piesardzīgāk. Mazu grupu labāk apvienot ar citu vai tās īpatsvarus nepublicēt.`,
    en: `When it is known how many people answered, percentages give counts away: 40\u00a0% of 10 are 4 people. When there are fewer than ${FEWEST_TO_SHOW} people on one side, colleagues can guess who they are, and will answer more cautiously next time. A small group is better merged with another, or its shares not published.`,
  },
  check(table) {
    const { survey } = table
    const byGroup = Map.groupBy(cellsOf(table).flatMap(fewIn), ({ cell }) => cell.group)
    return [...byGroup].map(([group, found]) => {
      const named = found.toSorted((a, b) => a.few - b.few).slice(0, NAMED)
      const more = found.length - named.length
      const say = (words: Words, of: string) =>
        named.map(({ cell, count }) => {
          const { share, decimals } = cell.result
          return `${words.quoted(cell.item.title)} ${words.percent(share, decimals)} = ${count} ${of} ${group.respondents}`
        })
      const moreLv = lv.counted(more, { zero: 'jautājumu', one: 'jautājums', other: 'jautājumi' })
      const moreEn = en.counted(more, { one: 'more item', other: 'more items' })
      return {
        severity: 'notice' as const,
        subjects: [
          { kind: 'surveyGroup' as const, survey: survey.key, group: group.code },
          ...found.map(({ cell }) => ({
            kind: 'surveyItem' as const,
            survey: survey.key,
            item: cell.item.code,
            group: group.code,
          })),
        ],
        explanation: {
          lv: `Aptaujā ${lv.quoted(survey.title)} no grupas ${lv.quoted(group.label)} īpatsvariem var nolasīt, kā atbildēja viens līdz četri cilvēki no ${lv.counted(group.respondents, NOUNS.ofRespondentsLv)}: ${lv.list([...say(lv, 'no'), ...(more > 0 ? [`vēl ${moreLv}`] : [])])}.`,
          en: `In the survey ${en.quoted(survey.title)}, the shares of the group ${en.quoted(group.label)} tell how one to four people out of ${en.counted(group.respondents, NOUNS.respondentEn)} answered: ${en.list([...say(en, 'of'), ...(more > 0 ? [moreEn] : [])])}.`,
        },
      }
    })
  },
}

/** The share when every count that prints so leaves one to four people on one side. */
function fewIn(cell: Cell): { cell: Cell; few: number; count: number }[] {
  const { respondents } = cell.group
  const counts = feasibleCounts(cell.result.share / 100, respondents, cell.result.decimals)
  const sides = counts.map((count) => Math.min(count, respondents - count))
  const [count] = counts
  if (count === undefined || !sides.every((side) => side > 0 && side < FEWEST_TO_SHOW)) return []
  return [{ cell, few: Math.min(...sides), count }]
}
