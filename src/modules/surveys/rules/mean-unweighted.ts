import type { Rule } from '#modules/findings'
import { type Means, meansOfItems } from '../means.ts'
import type { PrintedPercent, SurveyGroup, SurveyItem, SurveyTable } from '../model.ts'
import { printsAs } from '../printed.ts'
import { en, lv, NOUNS, type Words } from '../words/say.ts'

/** From this many times as many respondents on, two groups are of very different size. */
const VERY_DIFFERENT = 3

/** Means of percentages over groups of very different size, printed without weights. */
export const meanUnweighted: Rule<SurveyTable> = {
  code: 'mean-unweighted',
  title: { lv: 'Nesvērts procentu vidējais', en: 'Unweighted mean of percentages' },
  explain: {
    lv: 'Ja grupu īpatsvarus saskaita un izdala ar grupu skaitu, desmit cilvēki sver tikpat, cik tūkstotis. Tāds vidējais nestāsta, cik liela daļa cilvēku piekrīt. Pārbaude atrod nesvērtus vidējos, kas, svērti pēc respondentiem vai grupas lieluma, būtu citādi, un nosauc visus trīs.',
    en: 'When the shares of groups are added up and divided by the number of groups, ten people weigh as much as a thousand. Such a mean does not tell what share of the people agree. The check finds unweighted means that would be different when weighted by respondents or by the size of the groups, and names all three.',
  },
  check(table) {
    const means = new Map(meansOfItems(table).map((one) => [one.item, one.means]))
    const found = table.items.flatMap((item) => {
      const own = means.get(item.code)
      const { printedMean } = item
      return own && printedMean && isMisleading(table, own, printedMean)
        ? [{ item, printed: printedMean, means: own }]
        : []
    })
    const [smallest, largest] = extremesOf(
      groupsOf(
        table,
        found.flatMap(({ means }) => means.groups),
      ),
    )
    if (found.length === 0 || !smallest || !largest) return []
    const { survey } = table
    return [
      {
        severity: 'notice',
        subjects: found.map(({ item }) => ({
          kind: 'surveyItem' as const,
          survey: survey.key,
          item: item.code,
        })),
        explanation: {
          lv: `Aptaujas ${lv.quoted(survey.title)} jautājumu vidējie ir nesvērti: grupa ${lv.quoted(smallest.label)} ar ${lv.counted(smallest.respondents, NOUNS.withRespondentsLv)} sver tikpat, cik grupa ${lv.quoted(largest.label)} ar ${lv.counted(largest.respondents, NOUNS.withRespondentsLv)}. ${found.map((one) => sayLv(one)).join('; ')}.${leftOut(table, found, lv, 'Pēc lieluma svērtajos vidējos nav grupu, kuru lielums nav zināms')}`,
          en: `The item means of the survey ${en.quoted(survey.title)} are unweighted: the group ${en.quoted(smallest.label)} with ${en.counted(smallest.respondents, NOUNS.respondentEn)} weighs as much as the group ${en.quoted(largest.label)} with ${en.counted(largest.respondents, NOUNS.respondentEn)}. ${found.map((one) => sayEn(one)).join('; ')}.${leftOut(table, found, en, 'Of unknown size, and left out of the weighting by size')}`,
        },
      },
    ]
  },
}

type Found = { item: SurveyItem; printed: PrintedPercent; means: Means }

function isMisleading(table: SurveyTable, means: Means, printed: PrintedPercent): boolean {
  const [smallest, largest] = extremesOf(groupsOf(table, means.groups))
  if (!smallest || !largest || largest.respondents < VERY_DIFFERENT * smallest.respondents) return false
  if (!printsAs(means.unweighted, printed)) return false
  const weighted = [means.byRespondents, ...(means.byPopulation ? [means.byPopulation.percent] : [])]
  return weighted.some((percent) => !printsAs(percent, printed))
}

const groupsOf = (table: SurveyTable, codes: string[]) =>
  table.groups.filter(({ code }) => codes.includes(code))

type Sized = SurveyGroup & { respondents: number }

function extremesOf(groups: SurveyGroup[]): [Sized | undefined, Sized | undefined] {
  const isSized = (group: SurveyGroup): group is Sized => group.respondents !== null
  const bySize = groups.filter(isSized).toSorted((a, b) => a.respondents - b.respondents)
  return [bySize[0], bySize.at(-1)]
}

function sayLv({ item, means: { unweighted, byRespondents, byPopulation } }: Found): string {
  const bySize = byPopulation ? `, ${lv.percent(byPopulation.percent)} pēc grupu lieluma` : ''
  return `${lv.quoted(item.title)}: ${lv.percent(unweighted)} nesvērti, ${lv.percent(byRespondents)} pēc respondentiem${bySize}`
}

function sayEn({ item, means: { unweighted, byRespondents, byPopulation } }: Found): string {
  const bySize = byPopulation ? `, ${en.percent(byPopulation.percent)} by the size of the groups` : ''
  return `${en.quoted(item.title)}: ${en.percent(unweighted)} unweighted, ${en.percent(byRespondents)} by respondents${bySize}`
}

function leftOut(table: SurveyTable, found: Found[], words: Words, said: string): string {
  const codes = found.flatMap(({ means }) => means.byPopulation?.withoutGroups ?? [])
  const labels = groupsOf(table, codes).map(({ label }) => words.quoted(label))
  return labels.length === 0 ? '' : ` ${said}: ${words.list(labels)}.`
}
