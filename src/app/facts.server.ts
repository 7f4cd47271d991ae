import type { Settings } from '#platform/settings.server.ts'
import type { SiteFacts } from '#platform/ui/site-facts.ts'
import { programVersion } from './system.service.server.ts'

/** What pages tell of the installation: what the settings say, and the version of the program. */
export const factsOf = ({ address, operator, contact, postalAddress }: Settings): SiteFacts => ({
  address,
  operator,
  contact,
  postalAddress,
  version: programVersion(),
})
