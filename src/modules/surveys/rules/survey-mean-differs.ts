import type { Found, Rule } from '#modules/findings'
import { type GroupMean, type Means, meansOfGroups, meansOfItems } from '../means.ts'
import type { PrintedMean, PrintedPercent, Survey, SurveyGroup, SurveyItem, SurveyTable } from '../model.ts'
import { couldPrintAs, printsAs } from '../printed.ts'
import { en, lv, type Words } from '../words/say.ts'

/** Means that the source prints beside shares of which they are not the mean. */
export const surveyMeanDiffers: Rule<SurveyTable> = {
  code: 'survey-mean-differs',
  title: { lv: 'Aptaujas vidējais nesakrīt ar tabulu', en: 'Survey mean differs from its table' },
  explain: {
    lv: 'Pārbaude no tabulas īpatsvariem pārrēķina katru iespiesto vidējo – grupas, jautājuma un mērķa – un pārbauda, vai tas sakrīt līdz noapaļošanai. Jautājuma vidējais drīkst būt nesvērts vai svērts. Ja nesakrīt, kļūdains ir vidējais vai kāds no īpatsvariem; ja starpību izskaidro tas, ka rēķināts no nenoapaļotiem īpatsvariem, tas ir tikai norādījums.',
    en: 'The check recomputes every printed mean – of a group, an item, a goal – from the shares of the table and checks that it agrees up to rounding. The mean of an item may be weighted or not. If it does not agree, the mean or one of the shares is wrong; if the difference can come from shares that were not yet rounded, it is only a note.',
  },
  check: (table) => [...checkGroupMeans(table), ...checkItemMeans(table)],
}

function checkGroupMeans(table: SurveyTable): Found[] {
  const means = meansOfGroups(table)
  return table.printedMeans.flatMap(({ percent, ...rest }) => {
    if (percent === null) return []
    const printed = { ...rest, percent }
    const group = table.groups.find((one) => one.code === printed.group)
    const mean = means.find((one) => one.group === printed.group && one.scope === printed.scope)
    if (!group || !mean || printsAs(mean.percent, printed)) return []
    return aboutGroup(table, group, printed, mean)
  })
}

function aboutGroup(
  table: SurveyTable,
  group: SurveyGroup,
  printed: PrintedMean & PrintedPercent,
  { items, percent }: GroupMean,
): Found {
  const { survey } = table
  const isRounding = couldPrintAs(percent, printed, fewestDecimals(table, { group: group.code, items }))
  const isAll = printed.scope === 'all'
  return {
    severity: isRounding ? 'notice' : 'contradiction',
    subjects: [{ kind: 'surveyGroup', survey: survey.key, group: group.code }],
    explanation: {
      lv: `Aptaujā ${lv.quoted(survey.title)} grupai ${lv.quoted(group.label)} ${isAll ? 'visu jautājumu' : `mērķa ${printed.scope} jautājumu`} vidējais norādīts ${lv.percent(printed.percent, printed.decimals)}, bet tabulas īpatsvaru (${shares(lv, items.length)}) vidējais ir ${lv.percent(percent, printed.decimals + 2)}.${isRounding ? ROUNDING.lv : ''}`,
      en: `In the survey ${en.quoted(survey.title)}, the mean of the group ${en.quoted(group.label)} over ${isAll ? 'all items' : `the items of goal ${printed.scope}`} is given as ${en.percent(printed.percent, printed.decimals)}, but the mean of the table’s shares (${shares(en, items.length)}) is ${en.percent(percent, printed.decimals + 2)}.${isRounding ? ROUNDING.en : ''}`,
    },
  }
}

function checkItemMeans(table: SurveyTable): Found[] {
  const means = new Map(meansOfItems(table).map((one) => [one.item, one.means]))
  return table.items.flatMap((item) => {
    const found = means.get(item.code)
    if (!found || item.printedMean === null || isOneOf(found, item.printedMean)) return []
    return aboutItem(table, item, item.printedMean, found)
  })
}

/** Whether the mean prints as any of the kinds. */
function isOneOf({ unweighted, byRespondents, byPopulation }: Means, printed: PrintedPercent): boolean {
  const kinds = [unweighted, byRespondents, ...(byPopulation ? [byPopulation.percent] : [])]
  return kinds.some((percent) => printsAs(percent, printed))
}

function aboutItem(table: SurveyTable, item: SurveyItem, printed: PrintedPercent, means: Means): Found {
  const survey: Survey = table.survey
  const { percent, decimals } = printed
  const { unweighted, byRespondents, groups } = means
  const fewest = Math.min(...groups.map((group) => fewestDecimals(table, { group, items: [item.code] })))
  const isRounding = couldPrintAs(unweighted, printed, fewest)
  return {
    severity: isRounding ? 'notice' : 'contradiction',
    subjects: [{ kind: 'surveyItem', survey: survey.key, item: item.code }],
    explanation: {
      lv: `Aptaujā ${lv.quoted(survey.title)} jautājumam ${lv.quoted(item.title)} norādīts vidējais ${lv.percent(percent, decimals)}, bet tabulas īpatsvaru (${shares(lv, groups.length)}) nesvērtais vidējais ir ${lv.percent(unweighted, decimals + 2)} un pēc respondentiem svērtais – ${lv.percent(byRespondents, decimals + 2)}.${isRounding ? ROUNDING.lv : ''}`,
      en: `In the survey ${en.quoted(survey.title)}, the mean of the item ${en.quoted(item.title)} is given as ${en.percent(percent, decimals)}, but the table’s shares (${shares(en, groups.length)}) have an unweighted mean of ${en.percent(unweighted, decimals + 2)} and one weighted by respondents of ${en.percent(byRespondents, decimals + 2)}.${isRounding ? ROUNDING.en : ''}`,
    },
  }
}

const ROUNDING = {
  lv: ' Starpību var izskaidrot tas, ka vidējais rēķināts no nenoapaļotiem īpatsvariem.',
  en: ' The difference can come from computing the mean before the shares were rounded.',
}

const shares = (words: Words, count: number) =>
  words === lv
    ? lv.counted(count, { zero: 'skaitļu', one: 'skaitlis', other: 'skaitļi' })
    : en.counted(count, { one: 'figure', other: 'figures' })

function fewestDecimals({ results }: SurveyTable, { group, items }: { group: string; items: string[] }) {
  const found = results.filter((one) => one.group === group && items.includes(one.item))
  return Math.min(...found.map(({ decimals }) => decimals))
}
