import type { Programme, Site } from './institution.ts'
import { holdsOn, type Present, spanOf } from './institution-on.ts'

/** An institution as it was on a day, with where it taught and what it offered then. */
export type Described = Present & { sites: readonly Site[]; programmes: readonly Programme[] }

/** Adds to institutions what holds of them on the day. */
export function describeOn(
  presents: readonly Present[],
  { sites, programmes }: { sites: readonly Site[]; programmes: readonly Programme[] },
  day: string,
): Described[] {
  const holds = (one: Site | Programme) => holdsOn(one, day)
  const sitesOf = Map.groupBy(sites.filter(holds), ({ institution }) => institution)
  const programmesOf = Map.groupBy(programmes.filter(holds), ({ institution }) => institution)
  return presents.map((present) => ({
    ...present,
    sites: sitesOf.get(present.institution.key) ?? [],
    programmes: programmesOf.get(present.institution.key) ?? [],
  }))
}

/** What a reader wants to know of an institution besides its name. */
export const FACTS = [
  'type',
  'founder',
  'legalForm',
  'registrationNumber',
  'since',
  'sites',
  'programmes',
] as const
export type Fact = (typeof FACTS)[number]

/** Which of its facts no source states. That nothing is stated does not mean that there is none. */
export const unstatedOf = (described: Described): Fact[] =>
  FACTS.filter((fact) => isUnstated[fact](described))

const isUnstated: Readonly<Record<Fact, (described: Described) => boolean>> = {
  type: ({ version }) => version.type === null,
  founder: ({ version: { founder } }) => founder.kind === null && founder.name === null,
  legalForm: ({ version }) => version.legalForm === null,
  registrationNumber: ({ institution }) => institution.registrationNumber === null,
  since: ({ institution }) => spanOf(institution).validFrom === null,
  sites: ({ sites }) => sites.length === 0,
  programmes: ({ programmes }) => programmes.length === 0,
}

/** Of how many institutions each fact is not stated; facts that are stated of all are left out. */
export function countUnstated(all: readonly Described[]): { fact: Fact; count: number }[] {
  const missing = all.flatMap(unstatedOf)
  return FACTS.map((fact) => ({ fact, count: missing.filter((one) => one === fact).length })).filter(
    ({ count }) => count > 0,
  )
}
