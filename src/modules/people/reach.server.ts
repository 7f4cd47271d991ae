import type { ReachOf, TenantTable } from '#platform/rights/declaration.ts'
import type { PeopleTables } from './tables.server.ts'

/** Who belongs where: no grant over the whole country shows it. */
const directory: TenantTable = {
  from: 'municipality',
  reach: 'person',
  read: 'people.read',
  write: 'people.edit',
  published: 'no',
  writing: 'change',
  audit: 'audit',
}

const identifiers = 'identifiers are kept in one place, and only as they are now'

export const peopleReach: ReachOf<PeopleTables> = {
  'people.person': { ...directory, own: { column: 'account_id' } },
  'people.learner_group': { ...directory, reach: 'group' },
  'people.enrolment': directory,
  'people.move': directory,
  'people.post': { ...directory, reach: 'institution', own: { column: 'account_id' } },
  'people.assignment': { ...directory, reach: 'institution', own: { column: 'account_id' } },
  'identity.name': { ...directory, forgets: identifiers },
  'identity.record': {
    ...directory,
    from: 'institution',
    read: 'people.record.read',
    write: 'people.record.edit',
    opened: true,
    forgets: identifiers,
  },
}
