import {
  holdsOn,
  type Institution,
  institutionsOn,
  type Network,
  type Present,
  type Site,
} from '#modules/registry'
import { fold } from '#platform/texts/fold.ts'
import type { Audience } from '../model.ts'

/** Institutions, how they took each other's places, and where they teach, of all times. */
export type Places = { network: Network; sites: readonly Site[] }

/** Whom an audience asks on a day. */
export type Asked = {
  /** Institutions that are there, by name. */
  asked: readonly Present[]
  /** Those it would ask, but no source says whether they are there: a person decides. */
  notSaid: readonly Present[]
  /** Keys that it names and nobody has. */
  unknown: readonly string[]
}

/** Whether an audience names nobody in particular, and so asks every institution. */
export const asksEverybody = ({ types, institutions, places }: Audience) =>
  types.length + institutions.length + places.length === 0

/**
 * The institutions that an audience asks, as they are on a day. What it lists is added together: those of a type,
 * those called by name, those with a site at a place. Those named that nobody says are there are asked only when
 * they are named.
 */
export function askedOn({ network, sites }: Places, audience: Audience, day: string): Asked {
  const { there, notSaid } = institutionsOn(network, day)
  const isAsked = chooses(audience, sites, day)
  const named = new Set(audience.institutions)
  const known = new Set(network.institutions.map(({ key }) => key))
  const unsure = notSaid.filter(isAsked)
  return {
    asked: [...there.filter(isAsked), ...unsure.filter(({ institution }) => named.has(institution.key))],
    notSaid: unsure.filter(({ institution }) => !named.has(institution.key)),
    unknown: audience.institutions.filter((key) => !known.has(key)),
  }
}

function chooses(audience: Audience, sites: readonly Site[], day: string) {
  if (asksEverybody(audience)) return () => true
  const types = new Set(audience.types)
  const named = new Set(audience.institutions)
  const places = audience.places.map(fold)
  const at = new Set(
    sites
      .filter((site) => holdsOn(site, day))
      .filter(({ address }) => address !== null && places.some((place) => isPlaceIn(fold(address), place)))
      .map(({ institution }) => institution),
  )
  return ({ institution, version }: Present) =>
    named.has(institution.key) || at.has(institution.key) || types.has(version.type?.code ?? '')
}

const isPlaceIn = (address: string, place: string) => place !== '' && address.includes(place)

/** Institutions by their ids, for naming them. */
export const institutionsById = ({ institutions }: Network): ReadonlyMap<string, Institution> =>
  new Map(institutions.map((one) => [one.id, one]))
