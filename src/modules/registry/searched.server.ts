import { municipalDay } from '#platform/rights/day.ts'
import type { Findable, Searched } from '#platform/searched.ts'
import { institutionAddress, OWN_INSTITUTION_CALLED, ownInstitutionAddress } from './institution-address.ts'
import { institutionNear } from './institution-on.ts'
import { findNetwork, findProgrammes, findSites } from './institution-store.server.ts'
import { findMunicipalitiesOn } from './store.server.ts'

/** Municipalities, and their institutions under every name that they have had. */
export const searchedRegistry: Searched = {
  kinds: [
    { code: 'municipality', label: 'registry.kind.municipalities', weight: 3 },
    { code: 'institution', label: 'registry.kind.institutions', weight: 1.6 },
  ],
  find: async ({ tx, municipality, texts }) => {
    if (!municipality) {
      return (await findMunicipalitiesOn(tx, municipalDay())).map(
        ({ slug, name, code, region }): Findable => ({
          kind: 'municipality',
          address: `/${slug}`,
          name,
          called: [code],
          within: region.name,
        }),
      )
    }
    const day = municipalDay()
    const none = new Map<string, string>()
    const { institutions } = await findNetwork(tx, municipality.id, none)
    const sites = await findSites(tx, municipality.id, { sourceKeys: none })
    const programmes = await findProgrammes(tx, municipality.id, { sourceKeys: none })
    const found = institutions.map((institution): Findable => {
      const { name, type } = institutionNear(institution, day)
      const own = ({ institution: key }: { institution: string }) => key === institution.key
      return {
        kind: 'institution',
        address: institutionAddress(institution.key),
        name,
        called: [
          institution.registrationNumber,
          ...institution.versions.flatMap(({ shortName }) => [shortName?.lv ?? null, shortName?.en ?? null]),
        ],
        within: type?.name ?? null,
        words: [
          ...institution.versions.map((version) => version.name),
          ...sites
            .filter(own)
            .flatMap(({ name: site, address }) => [
              site,
              address === null ? null : { lv: address, en: address },
            ]),
          ...programmes.filter(own).map((programme) => programme.name),
        ],
      }
    })
    const title = 'registry.own.title'
    const own: Findable = {
      kind: 'page',
      address: ownInstitutionAddress,
      name: { lv: texts('lv')(title), en: texts('en')(title) },
      called: OWN_INSTITUTION_CALLED,
    }
    return found.length === 0 ? [] : [own, ...found]
  },
}
