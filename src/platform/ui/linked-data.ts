import type { Crumb } from './place.ts'
import { absolute, type SiteFacts } from './site-facts.ts'

export const CC_BY = 'https://creativecommons.org/licenses/by/4.0/'
/** What is known of these once the page is drawn, see `finishPage`. */
export const LATER = { description: '@description@', distribution: '@distribution@' } as const

export type Dataset = {
  name: string
  address: string
  language: string
  /** Whose data they are. */
  creator: string
  place: { name: string; code: string }
  /** First and last day of what they are about. */
  period?: { startsOn: string; endsOn: string } | undefined
  measures: readonly string[]
  modified?: string | undefined
}

/** A set of data as search engines know it (schema.org). */
export const describeDataset = (facts: SiteFacts, data: Dataset) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: data.name,
  description: LATER.description,
  url: absolute(facts, data.address),
  inLanguage: data.language,
  isAccessibleForFree: true,
  license: CC_BY,
  creator: { '@type': 'Organization', name: data.creator },
  ...(facts.operator ? { publisher: { '@type': 'Organization', name: facts.operator } } : {}),
  spatialCoverage: { '@type': 'Place', name: data.place.name, identifier: data.place.code },
  ...(data.period ? { temporalCoverage: `${data.period.startsOn}/${data.period.endsOn}` } : {}),
  variableMeasured: data.measures,
  ...(data.modified ? { dateModified: data.modified } : {}),
  distribution: LATER.distribution,
})

/** The site itself, as search engines know it. */
export const describeSite = (
  facts: SiteFacts,
  { name, language, home }: Record<'name' | 'language' | 'home', string>,
) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name,
  inLanguage: language,
  url: absolute(facts, home),
  ...(facts.operator ? { publisher: { '@type': 'Organization', name: facts.operator } } : {}),
})

/** The way down to a page, as search engines know it; what has no page of its own is left out. */
export const describeCrumbs = (facts: SiteFacts, crumbs: readonly Crumb[]) => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: crumbs
    .filter(({ address }) => address !== undefined)
    .map(({ label, address = '' }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name: label,
      item: absolute(facts, address),
    })),
})
