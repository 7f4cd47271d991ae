import { findSourceKeys, readSources } from '#modules/sources.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { AboutInstitution, AboutSection, AskedInstitution } from './about-institution.ts'
import { describeOn } from './institution-facts.ts'
import { institutionNear, institutionsOn, presenceOn } from './institution-on.ts'
import { findInstitution, findNetwork, findProgrammes, findSites } from './institution-store.server.ts'
import { heirsOn, predecessorsOf, successorsOf } from './succession.ts'

/** The institutions of a municipality as they were on a day. Five statements, however many there are. */
export async function readInstitutions(tx: DatabaseTransaction, municipalityId: string, day: string) {
  const sourceKeys = await findSourceKeys(tx, municipalityId)
  const network = await findNetwork(tx, municipalityId, sourceKeys)
  const places = {
    sites: await findSites(tx, municipalityId, { sourceKeys }),
    programmes: await findProgrammes(tx, municipalityId, { sourceKeys }),
  }
  const { there, notSaid, absent } = institutionsOn(network, day)
  return {
    network,
    there: describeOn(there, places, day),
    notSaid: describeOn(notSaid, places, day),
    absent,
  }
}

/** How many institutions of a municipality are known to exist on a day, as far as the reader may see them. */
export async function countInstitutions(
  tx: DatabaseTransaction,
  municipalityId: string,
  day: string = municipalDay(),
): Promise<number> {
  const network = await findNetwork(tx, municipalityId)
  return institutionsOn(network, day).there.length
}

type Asked = {
  key: string
  day: string
  about: readonly AboutInstitution[]
  speech: AskedInstitution['speech']
}

/**
 * One institution as it was on a day, or else the nearest that is known of it, with everything that other modules
 * know of it. Undefined when the municipality never had one of that key.
 */
export async function readInstitution(
  tx: DatabaseTransaction,
  municipalityId: string,
  { key, day, about, speech }: Asked,
) {
  const sources = await readSources(tx, municipalityId)
  const sourceKeys = sources.keys
  const institution = await findInstitution(tx, municipalityId, key, sourceKeys)
  if (!institution) return undefined
  const network = await findNetwork(tx, municipalityId, sourceKeys)
  const mine = { institution: key, sourceKeys }
  const sites = await findSites(tx, municipalityId, mine)
  const programmes = await findProgrammes(tx, municipalityId, mine)
  const present = { institution, version: institutionNear(institution, day) }
  const named = new Map(network.institutions.map((one) => [one.key, one]))
  const asked = {
    municipalityId,
    institutionId: institution.id,
    key,
    names: institution.versions.flatMap(({ name, shortName }) => (shortName ? [name, shortName] : [name])),
    type: present.version.type?.code ?? null,
    stages: [...new Set(programmes.flatMap(({ stage }) => stage ?? []))],
    speech,
  }
  const sections: AboutSection[] = []
  for (const { find } of about) sections.push(...(await find(tx, asked)))
  return {
    described: describeOn([present], { sites, programmes }, day)[0] ?? {
      ...present,
      sites: [],
      programmes: [],
    },
    presence: presenceOn(institution, network.successions, day),
    all: { sites, programmes },
    predecessors: predecessorsOf(network, key),
    successors: successorsOf(network, key),
    heirs: heirsOn(network, key, day).filter((heir) => heir !== key),
    named,
    sections,
    documents: sources.documents,
  }
}
