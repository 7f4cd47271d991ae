import type { Rule } from '#modules/findings'
import { type Estimate, estimateTable } from '../estimate.ts'
import { SMALL_GROUP } from '../gaps.ts'
import type { SurveyGroup, SurveyTable } from '../model.ts'
import { en, lv, NOUNS } from '../words/say.ts'

/** Groups in which one person's answer moves the share by more than three percentage points. */
export const surveySmallGroup: Rule<SurveyTable> = {
  code: 'survey-small-group',
  title: { lv: 'Maza grupa', en: 'Small group' },
  explain: {
    lv: `Ja atbildēja mazāk nekā ${SMALL_GROUP} cilvēku, viena cilvēka atbilde maina īpatsvaru par vairāk nekā trim procentpunktiem. Tādas grupas procentus nevar salīdzināt tikpat sīki kā lielu grupu procentus; labāk rakstīt, cik no cik cilvēkiem piekrita.`,
    en: `When fewer than ${SMALL_GROUP} people answered, one person’s answer moves the share by more than three percentage points. The percentages of such a group cannot be compared as finely as those of large groups; better write how many of how many people agreed.`,
  },
  check(table) {
    const { survey } = table
    const estimates = estimateTable(table)
    return table.groups.flatMap((group) => {
      const widest = widestOf(estimates.filter((one) => one.group === group.code))
      if (group.respondents >= SMALL_GROUP || !widest) return []
      const points = 100 / group.respondents
      return {
        severity: 'notice' as const,
        subjects: [{ kind: 'surveyGroup' as const, survey: survey.key, group: group.code }],
        explanation: {
          lv: `Aptaujā ${lv.quoted(survey.title)} grupā ${lv.quoted(group.label)} atbildēja ${lv.counted(group.respondents, NOUNS.personLv)}, tāpēc viens cilvēks sver ${lv.counted(points, NOUNS.pointLv)}. ${reachLv(group, widest)}`,
          en: `In the survey ${en.quoted(survey.title)}, ${en.counted(group.respondents, NOUNS.personEn)} of the group ${en.quoted(group.label)} answered, so one person weighs ${en.counted(points, NOUNS.pointEn)}. ${reachEn(group, widest)}`,
        },
      }
    })
  },
}

const widestOf = (estimates: Estimate[]) => estimates.toSorted((a, b) => b.high - b.low - (a.high - a.low))[0]

function reachLv({ population, respondents }: SurveyGroup, { share, low, high }: Estimate): string {
  const range = `${lv.percent(share * 100)} var nozīmēt no ${lv.percent(low * 100, 0)} līdz ${lv.percent(high * 100, 0)}`
  if (population.kind === 'unknown') return `Nav zināms, cik cilvēku grupā ir pavisam, tāpēc ${range}.`
  if (population.best === respondents) return 'Atbildēja visi, tāpēc par grupu kopumā tas ir zināms droši.'
  return `Tā kā atbildēja ${lv.number(respondents)} no ${lv.number(population.best)}, visā grupā ${range}.`
}

function reachEn({ population, respondents }: SurveyGroup, { share, low, high }: Estimate): string {
  const range = `${en.percent(share * 100)} can mean anything from ${en.percent(low * 100, 0)} to ${en.percent(high * 100, 0)}`
  if (population.kind === 'unknown') return `How many people the group has is not known, so ${range}.`
  if (population.best === respondents)
    return 'Everybody answered, so of the group as a whole it is known for sure.'
  return `Since ${en.number(respondents)} of ${en.number(population.best)} answered, in the whole group ${range}.`
}
