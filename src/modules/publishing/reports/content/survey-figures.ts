import {
  cellFinder,
  groupAnchor,
  itemAnchor,
  meansOfGroups,
  meansOfItems,
  resultAnchor,
  type SurveyTable,
  surveyAddress,
} from '#modules/surveys'
import type { CountedFigure } from './counted-figure.ts'

/** Figures of a survey by their ids, as the public may see them; what is covered is not among them. */
export function surveyFigures(table: SurveyTable, place: string): [string, CountedFigure][] {
  const { key } = table.survey
  const page = `${place}${surveyAddress(key)}`
  const find = cellFinder(table)
  const groups = table.groups.flatMap((group): [string, CountedFigure][] => {
    const address = `${page}#${groupAnchor(group.code)}`
    const answered = group.respondents
    return [
      ...(answered === null ? [] : [named(`respondents:${key}/${group.code}`, answered, 'count', address)]),
      ...(group.responseShare === null
        ? []
        : [
            named(
              `response:${key}/${group.code}`,
              group.responseShare.percent,
              'percent',
              address,
              group.responseShare.decimals,
            ),
          ]),
    ]
  })
  const shares = table.items.flatMap((item) =>
    table.groups.flatMap((group): [string, CountedFigure][] => {
      const { result, estimate } = find(group, item)
      if (!result || estimate === null) return []
      const address = `${page}#${resultAnchor(group.code, item.code)}`
      return [
        named(
          `answers:${key}/${item.code}/${group.code}`,
          estimate.share * 100,
          'percent',
          address,
          result.decimals,
        ),
      ]
    }),
  )
  const groupMeans = meansOfGroups(table).map(({ group, scope, percent }) =>
    named(`mean:${key}/${group}@${scope}`, percent, 'percent', `${page}#${groupAnchor(group)}`, 0),
  )
  const itemMeans = meansOfItems(table).flatMap(({ item, means }) =>
    means === null
      ? []
      : [
          named(`mean:${key}/items/${item}`, means.unweighted, 'percent', `${page}#${itemAnchor(item)}`, 0),
          named(
            `weighted:${key}/items/${item}`,
            means.byRespondents,
            'percent',
            `${page}#${itemAnchor(item)}`,
            0,
          ),
        ],
  )
  return [...groups, ...shares, ...groupMeans, ...itemMeans]
}

const named = (
  id: string,
  value: number,
  unit: CountedFigure['unit'],
  address: string,
  decimals?: number,
): [string, CountedFigure] => [id, { value, unit, address, ...(decimals === undefined ? {} : { decimals }) }]
