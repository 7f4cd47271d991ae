import { findGaps } from '../gaps.ts'
import { meansOfGroups, meansOfItems, meansOfScopes } from '../means.ts'
import type { SurveyTable } from '../model.ts'
import { findSurveyFindings } from '../rules/index.ts'
import { cellFinder } from './cell.ts'

/** A survey with everything computed from it, for programs. Bounds of intervals are shares of 1. */
export function surveyRecord(table: SurveyTable) {
  const find = cellFinder(table)
  const { id: _, position, ...survey } = table.survey
  return {
    survey,
    groups: table.groups,
    items: table.items,
    results: table.items.flatMap((item) =>
      table.groups.map((group) => {
        const { result, estimate, missing } = find(group, item)
        return {
          group: group.code,
          item: item.code,
          percent: result?.share ?? null,
          decimals: result?.decimals ?? null,
          missing,
          interval: estimate && {
            low: estimate.low,
            high: estimate.high,
            level: 0.95,
            method: estimate.method,
            successes: estimate.successes,
          },
          source: result?.source ?? null,
          locator: result?.locator ?? null,
          revision: result?.revision ?? null,
          recordedAt: result?.recordedAt ?? null,
        }
      }),
    ),
    means: {
      printed: table.printedMeans,
      ofItems: meansOfItems(table),
      ofGroups: meansOfGroups(table),
      ofScopes: meansOfScopes(table),
    },
    gaps: findGaps(table),
    findings: findSurveyFindings([table]),
  }
}
