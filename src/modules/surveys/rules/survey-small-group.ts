import type { Rule } from '#modules/findings'
import { SMALL_GROUP } from '../gaps.ts'
import type { SurveyTable } from '../model.ts'
import { en, lv } from '../words/say.ts'

/** Groups in which one person's answer moves the share by more than three percentage points. */
export const surveySmallGroup: Rule<SurveyTable> = {
  code: 'survey-small-group',
  title: { lv: 'Maza grupa', en: 'Small group' },
  explain: {
    lv: `Ja atbildēja mazāk nekā ${SMALL_GROUP} cilvēku, viena cilvēka atbilde maina īpatsvaru par vairāk nekā trim procentpunktiem. Tādas grupas procentus nevar salīdzināt tikpat sīki kā lielu grupu procentus. Ja pēc tiem varētu uzzināt par atsevišķiem cilvēkiem, šī vietne tos nerāda. Pirms publicēšanas mazu grupu labāk apvienot ar citu.`,
    en: `When fewer than ${SMALL_GROUP} people answered, one person’s answer moves the share by more than three percentage points. The percentages of such a group cannot be compared as finely as those of large groups. Where they would tell about single people, this site does not show them. A small group is better merged with another before publishing.`,
  },
  tellsNoFigure: true,
  check: ({ survey, groups, results }) =>
    groups.flatMap(({ code, label, respondents }) => {
      const isSmall = respondents === null || respondents < SMALL_GROUP
      const hasAny = results.some(
        ({ group, share, isCovered }) => group === code && (share !== null || isCovered),
      )
      if (!isSmall || !hasAny) return []
      return {
        severity: 'notice' as const,
        subjects: [{ kind: 'surveyGroup' as const, survey: survey.key, group: code }],
        explanation: {
          lv: `Aptaujā ${lv.quoted(survey.title)} grupā ${lv.quoted(label)} atbildēja mazāk nekā ${SMALL_GROUP} cilvēku, tāpēc viena cilvēka atbilde maina īpatsvaru par vairāk nekā trim procentpunktiem.`,
          en: `In the survey ${en.quoted(survey.title)}, fewer than ${SMALL_GROUP} people of the group ${en.quoted(label)} answered, so one person’s answer moves the share by more than three percentage points.`,
        },
      }
    }),
}
