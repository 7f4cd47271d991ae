import type { Rule } from '#modules/findings'
import type { SurveyGroup, SurveyTable } from '../model.ts'
import { bestPopulation } from '../population.ts'
import { LOW_RESPONSE, responseOf } from '../response.ts'
import { en, lv, NOUNS, type Words } from '../words/say.ts'

/** By how many percentage points those who did not answer might differ, to show what that would do. */
const ASSUMED_DIFFERENCE = 10

/** Groups of which few answered, above all where the source calls the survey representative. */
export const surveyLowResponse: Rule<SurveyTable> = {
  code: 'survey-low-response',
  title: { lv: 'Zema atsaucība', en: 'Low response' },
  explain: {
    lv: `Ja atbildēja mazāk nekā ${LOW_RESPONSE}\u00a0% grupas, rezultāts vairāk ir atkarīgs no tā, kuri atbildēja, nekā no tā, ko grupa domā; liels atbilžu skaits to nelabo. Ja avots šādu aptauju sauc par reprezentatīvu, tas jāpierāda, salīdzinot atbildējušos ar visu grupu.`,
    en: `When less than ${LOW_RESPONSE}% of a group answered, the result depends more on who answered than on what the group thinks; a large number of answers does not correct that. A source that calls such a survey representative has to show it by comparing those who answered with the whole group.`,
  },
  check({ survey, groups }) {
    const low = groups.flatMap((group) => {
      const percent = responseOf(group)?.percent
      return percent !== undefined && percent < LOW_RESPONSE ? [{ group, percent }] : []
    })
    const lowest = low.toSorted((a, b) => a.percent - b.percent)[0]
    if (!lowest) return []
    const isClaimed = survey.claimedRepresentative === true
    const shift = ASSUMED_DIFFERENCE * (1 - lowest.percent / 100)
    return [
      {
        severity: isClaimed ? 'obstacle' : 'notice',
        subjects: low.map(({ group }) => ({
          kind: 'surveyGroup' as const,
          survey: survey.key,
          group: group.code,
        })),
        explanation: {
          lv: `Aptaujā ${lv.quoted(survey.title)} atbildēja mazāk nekā ${lv.percent(LOW_RESPONSE)} cilvēku ${low.length > 1 ? 'grupās' : 'grupā'} ${groupsIn(low, lv, 'no', 'aptuveni')}.${isClaimed ? ' Avots aptauju sauc par reprezentatīvu, bet tik zema atsaucība to neapliecina.' : ''} Ja grupā ${lv.quoted(lowest.group.label)} neatbildējušie no atbildējušajiem atšķirtos par ${lv.counted(ASSUMED_DIFFERENCE, NOUNS.byPointsLv)}, visas grupas īpatsvars atšķirtos par ${lv.counted(shift, NOUNS.byPointsLv)}.`,
          en: `In the survey ${en.quoted(survey.title)} less than ${en.percent(LOW_RESPONSE)} of the people answered in the ${low.length > 1 ? 'groups' : 'group'} ${groupsIn(low, en, 'of', 'about')}.${isClaimed ? ' The source calls the survey representative, which such a low response does not support.' : ''} If in the group ${en.quoted(lowest.group.label)} those who did not answer differed by ${en.counted(ASSUMED_DIFFERENCE, NOUNS.pointEn)} from those who did, the share of the whole group would differ by ${en.counted(shift, NOUNS.pointEn)}.`,
        },
      },
    ]
  },
}

function groupsIn(low: { group: SurveyGroup; percent: number }[], words: Words, of: string, about: string) {
  return words.list(
    low.map(({ group, percent }) => {
      const size = bestPopulation(group.population)
      const isRough = group.population.kind === 'feasible' && group.population.low < group.population.high
      const outOf =
        size === undefined || group.respondents === null
          ? ''
          : `, ${words.number(group.respondents)} ${of} ${isRough ? `${about} ` : ''}${words.number(size)}`
      return `${words.quoted(group.label)} (${words.percent(percent)}${outOf})`
    }),
  )
}
