import { feasibleCounts, feasiblePopulations, nearestFeasibleShares } from '@izaugsme/statistics'
import type { Found, Rule } from '#modules/findings'
import type { Survey, SurveyGroup, SurveyItem, SurveyResult, SurveyTable } from '../model.ts'
import { printsAs } from '../printed.ts'
import { en, lv, NOUNS, type Words } from '../words/say.ts'
import { cellsOf } from './cells.ts'

/** Printed shares that no whole count of the group's respondents gives. */
export const shareImpossible: Rule<SurveyTable> = {
  code: 'survey-share-impossible',
  title: { lv: 'Neiespējams īpatsvars', en: 'Impossible share' },
  explain: {
    lv: 'Cilvēkus skaita veselos skaitļos, tāpēc mazā grupā iespējami tikai daži īpatsvari: no 29 respondentiem var būt 62\u00a0% (18) vai 66\u00a0% (19), bet ne 65\u00a0%. Pārbaude pārbauda katru aptaujas īpatsvaru un atsaucību. Neiespējams skaitlis nozīmē kļūdu aprēķinā vai pārrakstīšanā, vai arī to, ka uz jautājumu atbildēja mazāk cilvēku, nekā norādīts.',
    en: 'People are counted in whole numbers, so a small group allows only a few shares: of 29 respondents 62% (18) and 66% (19) can be, 65% cannot. The check checks every share of a survey and every response rate. An impossible figure means an error in computing or copying, or that fewer people answered the question than stated.',
  },
  check: (table) => [
    ...table.groups.flatMap((group) => checkResponse(table.survey, group)),
    ...cellsOf(table).flatMap(({ group, item, result }) => checkShare(table.survey, group, item, result)),
  ],
}

type Answered = SurveyResult & { share: number }

function checkShare(survey: Survey, group: SurveyGroup, item: SurveyItem, result: Answered): Found[] {
  const { share, decimals } = result
  const { respondents: total } = group
  if (total === null || feasibleCounts(share / 100, total, decimals).length > 0) return []
  const { below, above } = nearestFeasibleShares(share / 100, total, decimals)
  const neighbours = [below, above].filter((one) => one !== undefined)
  const possible = (words: Words, of: string, is: string) =>
    words.list(
      neighbours.map(
        (one) => `${one.successes} ${of} ${total} ${is} ${words.percent(one.share * 100, decimals)}`,
      ),
    )
  const ofLv = `${lv.number(total)} ${lv.form(total, NOUNS.ofRespondentsLv)}`
  const ofEn = en.counted(total, NOUNS.respondentEn)
  return [
    {
      severity: 'contradiction',
      subjects: [{ kind: 'surveyItem', survey: survey.key, item: item.code, group: group.code }],
      explanation: {
        lv: `Aptaujā ${lv.quoted(survey.title)} jautājumā ${lv.quoted(item.title)} grupai ${lv.quoted(group.label)} norādīts īpatsvars ${lv.percent(share, decimals)}, bet no ${ofLv} tādu nevar iegūt: ${possible(lv, 'no', 'ir')}. Ja uz šo jautājumu atbildēja mazāk cilvēku, jānorāda, cik.`,
        en: `In the survey ${en.quoted(survey.title)}, the group ${en.quoted(group.label)} is given ${en.percent(share, decimals)} for ${en.quoted(item.title)}, but no count out of ${ofEn} gives such a share: ${possible(en, 'of', 'is')}. If fewer people answered this question, it should be said how many.`,
      },
    },
  ]
}

/** The printed response rate against the known size of the group, or against every whole size. */
function checkResponse(survey: Survey, group: SurveyGroup): Found[] {
  const { respondents, responseShare, population } = group
  if (respondents === null || responseShare === null || responseShare.percent === 0) return []
  const { percent, decimals } = responseShare
  const real = population.kind === 'given' ? (100 * respondents) / population.best : null
  const isPossible =
    real === null
      ? feasiblePopulations(respondents, percent / 100, decimals) !== undefined
      : printsAs(real, responseShare)
  if (isPossible) return []
  const why = (words: Words, of: string, is: string, none: string) =>
    real === null || population.kind !== 'given'
      ? none
      : `${words.number(respondents)} ${of} ${words.number(population.best)} ${is} ${words.percent(real)}`
  return [
    {
      severity: 'contradiction',
      subjects: [{ kind: 'surveyGroup', survey: survey.key, group: group.code }],
      explanation: {
        lv: `Aptaujā ${lv.quoted(survey.title)} norādīts, ka grupā ${lv.quoted(group.label)} ${lv.form(respondents, { one: 'atbildējis', other: 'atbildējuši' })} ${lv.counted(respondents, NOUNS.personLv)} jeb ${lv.percent(percent, decimals)}, bet ${why(lv, 'no', 'ir', 'nav tāda vesela kopskaita, no kura tas iznāktu')}.`,
        en: `The survey ${en.quoted(survey.title)} says that ${en.counted(respondents, NOUNS.personEn)} of the group ${en.quoted(group.label)} answered, or ${en.percent(percent, decimals)}, but ${why(en, 'of', 'is', 'there is no whole total that yields both')}.`,
      },
    },
  ]
}
