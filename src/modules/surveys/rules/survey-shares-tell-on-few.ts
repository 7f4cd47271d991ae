import type { Rule } from '#modules/findings'
import type { SurveyItem, SurveyTable } from '../model.ts'
import { en, lv, type Words } from '../words/say.ts'

/** How many of the items are named in the explanation. */
const NAMED = 3

/**
 * Shares that the source prints though they tell how a few people answered. It looks at all that is covered and at
 * nothing else, in the order of the items: what it named or left out would tell more than the covering does.
 */
export const surveySharesTellOnFew: Rule<SurveyTable> = {
  code: 'survey-shares-tell-on-few',
  title: { lv: 'Īpatsvari atklāj dažu cilvēku atbildes', en: 'Shares tell on a few people' },
  explain: {
    lv: 'Ja zināms, cik cilvēku atbildēja, no procentiem var aprēķināt skaitu: 40\u00a0% no 10 ir 4 cilvēki. Ja vienā pusē ir tikai daži cilvēki vai visi atbildēja vienādi, kolēģi uzzina, kurš kā atbildēja, un nākamreiz atbildēs piesardzīgāk. Avotā šādi skaitļi ir nodrukāti; šī vietne tos nerāda. Pirms publicēšanas mazu grupu labāk apvienot ar citu.',
    en: 'When it is known how many people answered, percentages give counts away: 40% of 10 are 4 people. When there are only a few people on one side, or all answered alike, colleagues learn who answered how, and will answer more cautiously next time. The source has printed such figures; this site does not show them. A small group is better merged with another before publishing.',
  },
  tellsNoFigure: true,
  check: ({ survey, groups, items, results }) =>
    groups.flatMap(({ code, label }) => {
      const covered = new Set(
        results.flatMap(({ group, item, isCovered }) => (group === code && isCovered ? item : [])),
      )
      const found = items.filter((item) => covered.has(item.code))
      if (found.length === 0) return []
      const more = found.length - NAMED
      const moreLv = lv.counted(more, { zero: 'jautājumu', one: 'jautājums', other: 'jautājumi' })
      const moreEn = en.counted(more, { one: 'more item', other: 'more items' })
      return {
        severity: 'notice' as const,
        subjects: [
          { kind: 'surveyGroup' as const, survey: survey.key, group: code },
          ...found.map((item) => ({
            kind: 'surveyItem' as const,
            survey: survey.key,
            item: item.code,
            group: code,
          })),
        ],
        explanation: {
          lv: `Aptaujā ${lv.quoted(survey.title)} no grupas ${lv.quoted(label)} īpatsvariem, kas nodrukāti avotā, var uzzināt, kā atbildēja daži cilvēki vai visi; šajā vietnē tie nav rādīti: ${listed(found, more > 0 ? `vēl ${moreLv}` : undefined, lv)}.`,
          en: `In the survey ${en.quoted(survey.title)}, shares of the group ${en.quoted(label)} that the source has printed tell how a few people or all of them answered; this site does not show them: ${listed(found, more > 0 ? moreEn : undefined, en)}.`,
        },
      }
    }),
}

const listed = (items: readonly SurveyItem[], more: string | undefined, words: Words): string =>
  words.list([...items.slice(0, NAMED).map(({ title }) => words.quoted(title)), ...(more ? [more] : [])])
