import type { ReachOf } from '#platform/rights/declaration.ts'
import type { SourcesTables } from './tables.server.ts'

export const sourcesReach: ReachOf<SourcesTables> = {
  'sources.document': {
    from: 'country',
    reach: 'municipality',
    read: 'sources.read',
    write: 'sources.edit',
    published: 'flag',
    writing: 'change',
    audit: 'audit',
  },
}
