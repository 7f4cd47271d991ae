import { PRESENT, type ReachOf, type TenantTable } from '#platform/rights/declaration.ts'
import type { CollectionTables } from './tables.server.ts'

/** What is asked: everybody reads it once it is open, before that whoever prepares it. */
const asked: TenantTable = {
  from: 'municipality',
  reach: 'municipality',
  read: 'collection.read',
  write: 'collection.call.edit',
  published: 'flag',
  writing: 'change',
  audit: 'audit',
}

/** What an institution hands in: its own, and the department's to read. */
const given: TenantTable = {
  from: 'municipality',
  reach: 'institution',
  read: 'collection.read',
  write: 'collection.answer',
  published: 'no',
  writing: 'append',
  audit: 'audit',
}

/** What is worked out as something is accepted. */
const derived: TenantTable = {
  from: 'municipality',
  reach: 'municipality',
  read: PRESENT,
  write: 'collection.accept',
  published: 'no',
  writing: 'change',
  forgets: 'it is worked out anew from what was accepted',
  audit: 'audit',
}

export const collectionReach: ReachOf<CollectionTables> = {
  'collection.element': asked,
  'collection.data_call': asked,
  'collection.call_element': asked,
  'collection.call_check': asked,
  'collection.template': {
    ...asked,
    from: 'country',
    read: 'collection.template.edit',
    write: 'collection.template.edit',
  },
  'collection.submission': {
    ...given,
    write: 'collection.call.edit',
    writing: 'change',
  },
  'collection.edit': {
    ...given,
    audit: { noAudit: 'nothing is handed in by it; what is handed in leaves a change' },
  },
  'collection.handing_in': given,
  'collection.submission_value': given,
  'collection.check_result': given,
  'collection.decision': { ...given, write: 'collection.accept' },
  'collection.attempt': { ...given, audit: { noAudit: 'nothing was handed in' } },
  'collection.reply': { ...given, audit: { noAudit: 'it says when something will come, and nothing else' } },
  'collection.formula': asked,
  'collection.lineage': { ...given, write: 'collection.accept' },
  'collection.call_total': { ...derived, from: 'country', read: 'collection.totals.read' },
  'collection.peer_summary': derived,
  'collection.burden': { ...derived, published: 'copy' },
  'collection.poll_answer': {
    ...derived,
    from: 'country',
    read: 'collection.totals.read',
    write: 'collection.poll.answer',
    forgets: 'an answer may be changed until the poll closes, and the journal knows that it was',
  },
  'collection.poll_result': { ...derived, from: 'country', write: 'collection.keep', published: 'copy' },
  'collection.campaign_result': {
    ...derived,
    write: 'collection.call.edit',
    published: 'copy',
    forgets: 'it is counted anew from what was handed in',
  },
  'collection.analysis': {
    from: 'municipality',
    reach: 'municipality',
    read: 'collection.analysis.edit',
    write: 'collection.analysis.edit',
    published: 'no',
    writing: 'change',
    audit: 'audit',
  },
}
