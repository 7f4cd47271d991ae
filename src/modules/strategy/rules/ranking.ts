import type { FindingSubject } from '#modules/findings'
import type { LocalText } from '#platform/texts/text.ts'
import { actionsOf, type Claim, currentStatus, type ImplementationStatus } from '../model.ts'
import type { ClaimData, SurveyFigures } from './rule.ts'

/** What a claim ranks: an item or a group of a survey, or a goal, with its figure in per cent. */
export type Place = { code: string; name: LocalText; number: number; subject: FindingSubject }

/** Everything that a claim ranks, in the order that it speaks of; undefined where that cannot be said. */
export function placesOf(data: ClaimData, claim: Claim): Place[] | undefined {
  if (claim.kind !== 'ranking' || restsOnCovered(data, claim)) return undefined
  const table = surveyOf(data, claim)
  const all = claim.survey === null ? goalsRanked(data, claim) : table ? answersRanked(table, claim) : []
  const among = claim.filter.among?.split('+')
  const places = all
    .filter(({ code }) => !among || among.includes(code))
    .sort((a, b) => (claim.direction === 'lowest' ? a.number - b.number : b.number - a.number))
  const isKnown = (code: string) => places.some((place) => place.code === code)
  return claim.subjects.every(isKnown) && places.length > 1 ? places : undefined
}

const surveyOf = ({ surveyed }: ClaimData, { survey }: Claim) =>
  surveyed.find((table) => table.survey.key === survey)

/** Whether anything that a claim ranks is a figure about people that is not shown here. */
export function restsOnCovered(data: ClaimData, claim: Claim): boolean {
  const table = claim.kind === 'ranking' ? surveyOf(data, claim) : undefined
  if (!table) return false
  const { filter } = claim
  const among = filter.among?.split('+')
  const isMeant = (code: string) => !among || among.includes(code)
  const isHidden = (group: string | undefined, item: string) =>
    table.results.some(
      (one) =>
        one.group === group && one.item === item && one.share === null && one.missing === 'confidential',
    )
  const groups = table.groups.filter(({ code }) => isMeant(code))
  const { item, scope } = filter
  if (item !== undefined) return groups.some(({ code }) => isHidden(code, item))
  if (scope !== undefined) {
    const means = table.printedMeans.filter((one) => one.scope === scope && isMeant(one.group))
    return means.some(({ percent }) => percent === null)
  }
  const compared = filter.gap?.split('+') ?? [filter.group]
  return table.items.some(
    ({ code, printedMean, isMeanCovered }) =>
      isMeant(code) &&
      (compared.some((group) => isHidden(group, code)) ||
        (filter.group === 'all' && printedMean === null && isMeanCovered === true)),
  )
}

/** Goals by how many of a hundred of their actions have one of the statuses. */
function goalsRanked({ tree }: ClaimData, { filter, toPeriod }: Claim): Place[] {
  const statuses = (filter.status?.split('+') ?? []) as ImplementationStatus[]
  return tree.goals.flatMap((goal) => {
    const actions = actionsOf({ goals: [goal] })
    const counted = actions.filter((action) => {
      const status = currentStatus(action, toPeriod ?? undefined)
      return status !== undefined && statuses.includes(status)
    })
    if (actions.length === 0) return []
    const number = (100 * counted.length) / actions.length
    const name = { lv: goal.code, en: goal.code }
    return [{ code: goal.code, name, number, subject: { kind: 'strategy', part: 'goal', code: goal.code } }]
  })
}

/**
 * Answers of a survey. `item` compares groups by one item and `scope` by their printed means; `group`
 * compares items by one group, or by their printed means over `all`; `gap` compares items by how far two
 * groups are apart.
 */
function answersRanked(table: SurveyFigures, { filter }: Claim): Place[] {
  const { survey, groups, items, results, printedMeans } = table
  const shareOf = (group: string | undefined, item: string | undefined) =>
    results.find((result) => result.group === group && result.item === item)?.share ?? null
  const asPlace = (code: string, name: LocalText, number: number | null, rest: SurveyPlace): Place[] =>
    number === null ? [] : [{ code, name, number, subject: { survey: survey.key, ...rest } }]
  if (filter.item !== undefined || filter.scope !== undefined) {
    return groups.flatMap(({ code, label }) => {
      const mean = printedMeans.find(({ group, scope }) => group === code && scope === filter.scope)
      if (filter.item === undefined)
        return asPlace(code, label, mean?.percent ?? null, { kind: 'surveyGroup', group: code })
      const subject = { kind: 'surveyItem' as const, item: filter.item, group: code }
      return asPlace(code, label, shareOf(code, filter.item), subject)
    })
  }
  const [one, other] = filter.gap?.split('+') ?? []
  return items.flatMap(({ code, title, printedMean }) => {
    if (one === undefined) {
      const number = filter.group === 'all' ? (printedMean?.percent ?? null) : shareOf(filter.group, code)
      return asPlace(code, title, number, { kind: 'surveyItem', item: code })
    }
    const [a, b] = [shareOf(one, code), shareOf(other, code)]
    const gap = a === null || b === null ? null : Math.round(Math.abs(a - b) * 1e6) / 1e6
    return asPlace(code, title, gap, { kind: 'surveyItem', item: code })
  })
}

type SurveyPlace =
  | { kind: 'surveyGroup'; group: string }
  | { kind: 'surveyItem'; item: string; group?: string }
