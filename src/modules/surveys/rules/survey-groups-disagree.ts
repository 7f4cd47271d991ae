import type { Rule } from '#modules/findings'
import { findGaps, type Gap } from '../gaps.ts'
import { partGaps } from '../large-groups.ts'
import type { SurveyTable } from '../model.ts'
import { en, lv, NOUNS, type Words } from '../words/say.ts'

/** How many items of a survey are named, the widest gaps first. */
const NAMED = 3

/** Items on which two groups certainly see the same thing differently. */
export const surveyGroupsDisagree: Rule<SurveyTable> = {
  code: 'survey-groups-disagree',
  title: { lv: 'Grupas redz vienu un to pašu atšķirīgi', en: 'Groups see the same thing differently' },
  explain: {
    lv: `Ja, piemēram, pedagogi un pārvalde uz vienu un to pašu jautājumu atbild ļoti atšķirīgi, lēmumi balstās uz dažādiem priekšstatiem: tas ir pārvaldības risks. Pārbaude salīdzina grupas, kam uzdots viens un tas pats jautājums, un nosauc plašākās atšķirības, kas ir drošas arī pēc visu salīdzinājumu ievērošanas, – ne vairāk kā ${NAMED} jautājumus aptaujā. Kur grupas ir pārāk mazas, tā klusē.`,
    en: `When, say, teachers and the education department answer the same question very differently, decisions rest on different pictures: that is a risk to governance. The check compares groups that were asked the same question and names the widest differences that are certain even after all comparisons are accounted for – at most ${NAMED} items of a survey. Where groups are too small it keeps silent.`,
  },
  check(table) {
    const { survey } = table
    return widestCertain(table).map((gap) => {
      const { item, first, second } = gap
      return {
        severity: 'notice' as const,
        subjects: [first, second].map(({ group }) => ({
          kind: 'surveyItem' as const,
          survey: survey.key,
          item,
          group,
        })),
        explanation: {
          lv: `Aptaujā ${lv.quoted(survey.title)} jautājumā ${itemIn(table, item, lv)} pozitīvi atbild ${sides(table, gap, lv)}. Starpība ir ${lv.counted(gap.points, NOUNS.pointLv)} (95\u00a0% intervāls no ${lv.number(gap.lowPoints, 0)} līdz ${lv.number(gap.highPoints, 0)})${gap.comparisons > 1 ? ` un ir droša arī tad, ja ievēro visus aptaujas salīdzinājumus` : ''}. Lēmums, kas balstās tikai uz vienas grupas skatījumu, ir pārvaldības risks.`,
          en: `In the survey ${en.quoted(survey.title)}, positive answers to ${itemIn(table, item, en)} come from ${sides(table, gap, en)}. The difference is ${en.counted(gap.points, NOUNS.pointEn)} (95% interval from ${en.number(gap.lowPoints, 0)} to ${en.number(gap.highPoints, 0)})${gap.comparisons > 1 ? ` and is certain even when all comparisons of the survey are accounted for` : ''}. A decision that rests on the view of one group only is a risk to governance.`,
        },
      }
    })
  },
}

/** The widest certain gap of each item, of the few items where it is widest. */
function widestCertain(table: SurveyTable): Gap[] {
  const seen = new Set<string>()
  return partGaps(table, findGaps(table))
    .large.filter(({ verdict, item }) => verdict === 'certain' && !seen.has(item) && seen.add(item))
    .slice(0, NAMED)
}

function itemIn({ items }: SurveyTable, code: string, words: Words): string {
  const item = items.find((one) => one.code === code)
  return words.quoted(item?.title ?? { lv: code, en: code })
}

function sides({ groups }: SurveyTable, { first, second }: Gap, words: Words): string {
  return words.list(
    [first, second].map(({ group: code, percent }) => {
      const group = groups.find((one) => one.code === code)
      const label = words.quoted(group?.label ?? { lv: code, en: code })
      const count = group?.respondents ?? 0
      return words === lv
        ? `${words.percent(percent)} grupā ${label} (${lv.counted(count, NOUNS.respondentLv)})`
        : `${words.percent(percent)} of the group ${label} (${en.counted(count, NOUNS.respondentEn)})`
    }),
  )
}
