import type { Citation } from '#modules/sources'
import type { SurveyTable } from './model.ts'

const PARTS = ['survey', 'groups', 'items', 'results', 'means'] as const
type Part = (typeof PARTS)[number]

/** A document with the places in it that each part of a survey was taken from. */
export type CitedDocumentParts = { source: string | null; parts: { part: Part; locators: string[] }[] }

/** Where the parts of a survey stand, document by document, each place once. */
export function citationsOf(table: SurveyTable): CitedDocumentParts[] {
  const citations: Record<Part, readonly Citation[]> = {
    survey: [table.survey],
    groups: table.groups,
    items: table.items,
    results: table.results,
    means: table.printedMeans,
  }
  const places = PARTS.flatMap((part) =>
    citations[part].flatMap(({ source, locator }) =>
      source === null && locator === null ? [] : [{ part, source, locator: locator ?? '' }],
    ),
  )
  return [...Map.groupBy(places, ({ source }) => source)].map(([source, ofSource]) => ({
    source,
    parts: PARTS.flatMap((part) => {
      const found = ofSource.filter((one) => one.part === part && one.locator !== '')
      const locators = [...new Set(found.map(({ locator }) => locator))]
      return locators.length === 0 ? [] : [{ part, locators }]
    }),
  }))
}
