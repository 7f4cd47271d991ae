import { unweightedMean, weightedMean } from '@izaugsme/statistics'
import type { LocalText } from '#platform/texts/text.ts'
import { resultFinder } from './estimate.ts'
import type { SurveyGroup, SurveyTable } from './model.ts'
import { bestPopulation } from './population.ts'

export type MeanKind = 'unweighted' | 'byRespondents' | 'byPopulation'

/** The kinds of mean over groups, each with the question it answers. They are never mixed. */
export const MEAN_KINDS: readonly { kind: MeanKind; name: LocalText; answers: LocalText }[] = [
  {
    kind: 'unweighted',
    name: { lv: 'nesvērts', en: 'unweighted' },
    answers: {
      lv: 'Katra grupa skaitās vienādi, lai cik cilvēku tajā būtu.',
      en: 'Every group counts alike, however many people it has.',
    },
  },
  {
    kind: 'byRespondents',
    name: { lv: 'svērts pēc respondentiem', en: 'weighted by respondents' },
    answers: {
      lv: 'Katrs respondents skaitās vienādi; grupas, kas atbildēja cītīgāk, sver vairāk.',
      en: 'Every respondent counts alike; groups that answered more weigh more.',
    },
  },
  {
    kind: 'byPopulation',
    name: { lv: 'svērts pēc grupas lieluma', en: 'weighted by group size' },
    answers: {
      lv: 'Katrs cilvēks grupās skaitās vienādi, arī tie, kas neatbildēja.',
      en: 'Every person of the groups counts alike, those who did not answer included.',
    },
  },
]

/** Means over the same groups in the three ways, in per cent. */
export type Means = {
  /** Codes of the groups that have a share. */
  groups: string[]
  unweighted: number
  byRespondents: number
  /** Over the groups whose size is known; `withoutGroups` are left out. Null when none is known. */
  byPopulation: { percent: number; withoutGroups: string[] } | null
}

/** The means of each item over the groups that answered it; null when none did. */
export function meansOfItems(table: SurveyTable): { item: string; means: Means | null }[] {
  const find = resultFinder(table)
  return table.items.map((item) => {
    const parts = table.groups.flatMap((group) => {
      const share = find(group.code, item.code)?.share ?? null
      return share === null ? [] : partOf(group, share)
    })
    return { item: item.code, means: meansOver(parts) }
  })
}

/** `all` and the codes of goals, in the order of the items. */
function scopesOf({ items }: Pick<SurveyTable, 'items'>): string[] {
  return ['all', ...new Set(items.flatMap((item) => item.goal ?? []))]
}

/** Mean of a group over the items of a scope. */
export type GroupMean = {
  group: string
  scope: string
  /** Over the items that the group answered, in per cent. */
  percent: number
  items: string[]
  /** Items of the scope for which the group has no share. */
  withoutItems: string[]
}

/**
 * The mean of each group over the items of each scope. There is only one kind: the same people answered
 * every item, so weighting by respondents or by group size changes nothing.
 */
export function meansOfGroups(table: SurveyTable): GroupMean[] {
  const find = resultFinder(table)
  return table.groups.flatMap((group) =>
    scopesOf(table).flatMap((scope) => {
      const items = table.items.filter((item) => scope === 'all' || item.goal === scope)
      const answered = items.flatMap((item) => {
        const share = find(group.code, item.code)?.share ?? null
        return share === null ? [] : [{ item: item.code, share }]
      })
      if (answered.length === 0) return []
      const codes = answered.map(({ item }) => item)
      return {
        group: group.code,
        scope,
        percent: unweightedMean(answered.map(({ share }) => share)),
        items: codes,
        withoutItems: items.map((item) => item.code).filter((code) => !codes.includes(code)),
      }
    }),
  )
}

/**
 * The means of each scope over the groups' means. Only groups that answered every item of the scope take
 * part, so that all of them speak about the same questions; null when there is none.
 */
export function meansOfScopes(table: SurveyTable): { scope: string; means: Means | null }[] {
  const groups = new Map(table.groups.map((group) => [group.code, group]))
  const all = meansOfGroups(table)
  return scopesOf(table).map((scope) => ({
    scope,
    means: meansOver(
      all.flatMap(({ group: code, percent, ...mean }) => {
        const group = groups.get(code)
        return group && mean.scope === scope && mean.withoutItems.length === 0 ? partOf(group, percent) : []
      }),
    ),
  }))
}

type Part = { group: SurveyGroup; respondents: number; percent: number }

/** A group of which it is covered how many answered has no share, and takes part in no mean. */
const partOf = (group: SurveyGroup, percent: number): Part[] =>
  group.respondents === null ? [] : [{ group, respondents: group.respondents, percent }]

function meansOver(parts: readonly Part[]): Means | null {
  if (parts.length === 0) return null
  const percents = parts.map(({ percent }) => percent)
  const sized = parts.flatMap(({ group, percent }) => {
    const size = bestPopulation(group.population)
    return size === undefined ? [] : [{ code: group.code, percent, size }]
  })
  const codes = parts.map(({ group }) => group.code)
  return {
    groups: codes,
    unweighted: unweightedMean(percents),
    byRespondents: weightedMean(
      percents,
      parts.map(({ respondents }) => respondents),
    ),
    byPopulation:
      sized.length === 0
        ? null
        : {
            percent: weightedMean(
              sized.map(({ percent }) => percent),
              sized.map(({ size }) => size),
            ),
            withoutGroups: codes.filter((code) => !sized.some((one) => one.code === code)),
          },
  }
}
