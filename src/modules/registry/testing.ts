import type { Institution, InstitutionVersion, Network, Succession } from './institution.ts'

/** A version of which nothing is stated but a name. */
export function aVersion(given: Partial<InstitutionVersion> = {}): InstitutionVersion {
  const { version = 1 } = given
  return {
    version,
    name: { lv: `Skola ${version}`, en: `School ${version}` },
    shortName: null,
    type: null,
    legalForm: null,
    founder: { kind: null, name: null },
    validFrom: null,
    validTo: null,
    reason: null,
    endReason: null,
    source: null,
    locator: null,
    ...given,
  }
}

/** An institution with one version after another, parted by the days given. */
export function anInstitution(key: string, days: readonly (string | null)[] = [null, null]): Institution {
  return {
    id: key,
    key,
    registrationNumber: null,
    versions: days
      .slice(1)
      .map((validTo, place) => aVersion({ version: place + 1, validFrom: days[place] ?? null, validTo })),
  }
}

/** One institution that goes on as another, on a day that is not stated unless it is given. */
export function aSuccession(from: string, to: string, given: Partial<Succession> = {}): Succession {
  return { from, to, kind: 'continuedAs', day: null, source: null, locator: null, ...given }
}

export const aNetwork = (institutions: Institution[], successions: Succession[] = []): Network => ({
  institutions,
  successions,
})
