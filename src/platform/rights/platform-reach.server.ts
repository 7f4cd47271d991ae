import './platform-capabilities.ts'
import { accountsReach } from '../accounts/reach.server.ts'
import type { AccountHolderTables, AccountTables, SecurityEventTables } from '../accounts/tables.server.ts'
import type { DailyPostTables } from '../daily-posts.server.ts'
import { MEMBER_ROLE, PUBLIC_ROLE, SEALER_ROLE } from '../database/role-names.ts'
import type { DraftDatasetTables } from '../draft-dataset/tables.server.ts'
import type { EditingTables } from '../editing/tables.server.ts'
import type { FileTables } from '../files/file-tables.server.ts'
import type { JobProgressTables } from '../jobs/progress-store.server.ts'
import { jobsReach } from '../jobs/reach.ts'
import type { JournalTables } from '../journal/tables.server.ts'
import type { KeptTables } from '../keep/kept-store.server.ts'
import type { UploadTables } from '../uploads/tables.server.ts'
import type { ChangeTables } from '../write/change.server.ts'
import type { DataVersionTables } from '../write/data-version.server.ts'
import { PUBLIC_STREAMS } from '../write/streams.ts'
import { PRESENT, type ReachOf, type SpecialTable } from './declaration.ts'
import { declareReach } from './declared.ts'
import type { GrantTables } from './grant-store.server.ts'
import { HISTORY_TABLE } from './history.ts'
import { KEPT_TABLE } from './kept-table.ts'
import type { ReadingTables } from './open-persons.server.ts'
import { heldOverCountry, reached } from './policies.ts'

const ownMunicipality = { from: 'country', reach: 'municipality' } as const
const isPresent = reached(ownMunicipality, PRESENT, 'subselect')
const readsJournal = reached(ownMunicipality, 'platform.journal.read', 'subselect')
const account = "(select current_setting('izaugsme.account', true))"
/** Holds of what the very transaction has written, and of nothing once it has ended. */
const isOwnTransaction = 'xid = pg_current_xact_id_if_assigned()'

const allow = (who: string, what: string, on: string, name: string, rule: string) => [
  `grant ${what} on ${on} to ${who}`,
  `create policy ${name} on ${on} for ${/^\w+/.exec(what)?.[0]} to ${who} ${rule}`,
]

const CHANGE = 'platform.change'
const change: SpecialTable = {
  special: 'who did it, when, and in which transaction cannot be named, and only what was counted is added',
  rights: [
    ...allow(
      PUBLIC_ROLE,
      'select (municipality_id, id, stream, at, origin, action, subject, added, changed, is_public)',
      CHANGE,
      'public_select',
      'using (is_public)',
    ),
    ...allow(
      MEMBER_ROLE,
      'select',
      CHANGE,
      'member_select',
      `using (is_public or actor = ${account} or ${readsJournal} or ${isOwnTransaction})`,
    ),
    ...allow(
      MEMBER_ROLE,
      'insert (municipality_id, id, stream, origin, action, subject, why, detail, is_public)',
      CHANGE,
      'member_insert',
      `with check (${isPresent})`,
    ),
    ...allow(
      MEMBER_ROLE,
      'update (added, changed)',
      CHANGE,
      'member_update',
      `using (${isOwnTransaction}) with check (${isOwnTransaction})`,
    ),
    ...allow(SEALER_ROLE, 'select', CHANGE, 'sealer_select', 'using (true)'),
  ],
  audit: { noAudit: 'it is the journal itself' },
}

const seals = (on: string, ...more: string[]): SpecialTable => ({
  special: 'only the sealer writes it',
  rights: [
    ...allow(MEMBER_ROLE, 'select', on, 'member_select', `using (${readsJournal})`),
    ...allow(SEALER_ROLE, 'select', on, 'sealer_select', 'using (true)'),
    ...allow(SEALER_ROLE, 'insert', on, 'sealer_insert', 'with check (true)'),
    ...more,
  ],
  audit: { noAudit: 'it is the journal itself' },
})

const EPOCH = 'platform.epoch'
const HEAD = 'platform.seal_head'
const VERSION = 'platform.data_version'

const READING = 'platform.reading'
const readsReadings = reached(ownMunicipality, 'platform.reading.read', 'subselect')

/** A table in which the process counts, and may do so much. */
const counts = (on: string, ...whats: string[]): SpecialTable => ({
  special: 'the process counts what visitors send, for a day, and nobody else sees it',
  isOfNobody: true,
  rights: whats.flatMap((what) => {
    const rule = what === 'insert' ? `with check (${countsPosts})` : `using (${countsPosts})`
    return allow(MEMBER_ROLE, what, on, `member_${what}`, rule)
  }),
  audit: { noAudit: 'it is gone tomorrow, and must lead to nobody' },
  unsaved: 'it is gone tomorrow',
})
const countsPosts = heldOverCountry('platform.post.count', 'subselect')

const isOwnUpload = `account_id = ${account} and ${isPresent}`
const erasesUploads = heldOverCountry('platform.upload.erase', 'subselect')
const ERASED_AFTER = "interval '14 days'"

/** What somebody has sent and not loaded yet is theirs alone; the process erases what is left lying. */
const uploaded = (on: string, erased: string): SpecialTable => ({
  special: 'only who has sent it sees it, and the process erases what is left lying',
  rights: [
    ...allow(MEMBER_ROLE, 'select', on, 'member_select', `using (${isOwnUpload} or ${erasesUploads})`),
    ...allow(MEMBER_ROLE, 'insert', on, 'member_insert', `with check (${isOwnUpload})`),
    ...allow(
      MEMBER_ROLE,
      'update',
      on,
      'member_update',
      `using (${isOwnUpload}) with check (${isOwnUpload})`,
    ),
    ...allow(MEMBER_ROLE, 'delete', on, 'member_delete', `using (${isOwnUpload} or (${erased}))`),
  ],
  audit: { noAudit: 'nothing is loaded yet; the loading leaves its own change' },
})

const MAPPING = 'platform.import_mapping'
const DRAFT = 'platform.draft'
const erasesDrafts = heldOverCountry('platform.draft.erase', 'subselect')
const isOwnDraft = `account_id = ${account} and ${isPresent}`

const draft: SpecialTable = {
  special: 'only who has typed it sees it, whatever others may do; the process erases what is old',
  rights: [
    ...allow(MEMBER_ROLE, 'select', DRAFT, 'member_select', `using (${isOwnDraft} or ${erasesDrafts})`),
    ...allow(MEMBER_ROLE, 'insert', DRAFT, 'member_insert', `with check (${isOwnDraft})`),
    ...allow(
      MEMBER_ROLE,
      'update',
      DRAFT,
      'member_update',
      `using (${isOwnDraft}) with check (${isOwnDraft})`,
    ),
    ...allow(MEMBER_ROLE, 'delete', DRAFT, 'member_delete', `using (${isOwnDraft} or ${erasesDrafts})`),
  ],
  audit: { noAudit: 'nothing is written yet, and what is saved from it leaves a change' },
}

const LOST = 'platform.lost_post'
const keepsLost = heldOverCountry('platform.post.keep', 'subselect')
const lostPost: SpecialTable = {
  special: 'the process keeps it for a day, unreadable without the token that is in one browser',
  isOfNobody: true,
  rights: [
    ...allow(MEMBER_ROLE, 'select', LOST, 'member_select', `using (${keepsLost})`),
    ...allow(MEMBER_ROLE, 'insert', LOST, 'member_insert', `with check (${keepsLost})`),
    ...allow(MEMBER_ROLE, 'delete', LOST, 'member_delete', `using (${keepsLost})`),
  ],
  audit: { noAudit: 'it is gone tomorrow, and nobody knows who sent it' },
}

export const platformReach: ReachOf<
  AccountHolderTables &
    AccountTables &
    ChangeTables &
    DailyPostTables &
    DataVersionTables &
    DraftDatasetTables &
    FileTables &
    EditingTables &
    GrantTables &
    JobProgressTables &
    JournalTables &
    KeptTables &
    ReadingTables &
    SecurityEventTables &
    UploadTables & { [HISTORY_TABLE]: object }
> = {
  ...accountsReach,
  'platform.role_grant': {
    from: 'country',
    reach: 'municipality',
    read: 'platform.grant.read',
    write: 'platform.grant.edit',
    published: 'no',
    writing: 'change',
    own: { column: 'account_id' },
    audit: 'audit',
  },
  'platform.draft_dataset': {
    from: 'municipality',
    reach: 'municipality',
    read: 'platform.draft.edit',
    write: 'platform.draft.edit',
    published: 'no',
    writing: 'change',
    audit: 'audit',
  },
  'platform.file': {
    from: 'country',
    reach: 'institution',
    read: 'platform.file.read',
    write: 'platform.file.edit',
    published: 'flag',
    writing: 'change',
    forgets: 'a file is replaced by another one and never changed',
    audit: 'audit',
  },
  'platform.job_progress': {
    from: 'country',
    reach: 'municipality',
    read: 'platform.operate',
    write: PRESENT,
    published: 'no',
    writing: 'change',
    own: { column: 'account_id' },
    forgets: 'how far a job was is of no use afterwards',
    audit: { noAudit: 'it only says how far a job is; what the job writes is audited' },
  },
  'platform.kept': KEPT_TABLE,
  'platform.reading': {
    special: 'who opened a record and when cannot be named, and nobody changes it',
    rights: [
      ...allow(MEMBER_ROLE, 'select', READING, 'member_select', `using (${readsReadings})`),
      ...allow(
        MEMBER_ROLE,
        'insert (municipality_id, person_id, capability, reason)',
        READING,
        'member_insert',
        `with check (${isPresent})`,
      ),
    ],
    audit: { noAudit: 'it is a journal of its own' },
  },
  'platform.upload': uploaded('platform.upload', `${erasesUploads} and changed_at < now() - ${ERASED_AFTER}`),
  'platform.upload_file': uploaded('platform.upload_file', erasesUploads),
  [MAPPING]: {
    special: 'whoever loads files in the municipality keeps what they mean for the next one',
    rights: [
      ...allow(MEMBER_ROLE, 'select', MAPPING, 'member_select', `using (${isPresent})`),
      ...allow(MEMBER_ROLE, 'insert', MAPPING, 'member_insert', `with check (${isPresent})`),
      ...allow(
        MEMBER_ROLE,
        'update',
        MAPPING,
        'member_update',
        `using (${isPresent}) with check (${isPresent})`,
      ),
    ],
    audit: { noAudit: 'it says how files are read and holds no data' },
  },
  'platform.draft': draft,
  'platform.lost_post': lostPost,
  'platform.post_key': counts('platform.post_key', 'select', 'insert', 'update', 'delete'),
  'platform.post': counts('platform.post', 'select', 'insert', 'delete'),
  'platform.change': change,
  'platform.epoch': {
    special: 'whoever writes a change asks for it, and only the sealer begins one',
    isOfNobody: true,
    rights: [
      ...allow(MEMBER_ROLE, 'select', EPOCH, 'member_select', 'using (true)'),
      ...allow(SEALER_ROLE, 'select', EPOCH, 'sealer_select', 'using (true)'),
      ...allow(SEALER_ROLE, 'insert (number)', EPOCH, 'sealer_insert', 'with check (true)'),
    ],
    audit: { noAudit: 'it is the journal itself' },
  },
  'platform.seal': seals(
    'platform.seal',
    // Heads of what everybody can read are everybody's: kept elsewhere, they prove that nothing was cut.
    ...allow(
      PUBLIC_ROLE,
      'select (municipality_id, stream, number, at, hash)',
      'platform.seal',
      'public_select',
      `using (stream in (${PUBLIC_STREAMS.map((stream) => `'${stream}'`).join(', ')}))`,
    ),
  ),
  'platform.seal_head': seals(
    HEAD,
    ...allow(SEALER_ROLE, 'update', HEAD, 'sealer_update', 'using (true) with check (true)'),
  ),
  'platform.data_version': {
    special: 'everybody asks which version there is, and whoever writes raises it',
    rights: [
      ...allow(PUBLIC_ROLE, 'select', VERSION, 'public_select', 'using (true)'),
      ...allow(MEMBER_ROLE, 'select', VERSION, 'member_select', 'using (true)'),
      ...allow(MEMBER_ROLE, 'insert', VERSION, 'member_insert', `with check (${isPresent})`),
      ...allow(
        MEMBER_ROLE,
        'update (version, changed_at)',
        VERSION,
        'member_update',
        `using (${isPresent}) with check (${isPresent})`,
      ),
      ...allow(SEALER_ROLE, 'select', VERSION, 'sealer_select', 'using (true)'),
    ],
    audit: { noAudit: 'the journal counts against it' },
  },
  [HISTORY_TABLE]: {
    special: 'earlier states are seen by those who see the row, hence by rules of each module',
    rights: [
      `grant select on ${HISTORY_TABLE} to ${PUBLIC_ROLE}`,
      `grant select, insert on ${HISTORY_TABLE} to ${MEMBER_ROLE}`,
    ],
    audit: { noAudit: 'it is the journal itself' },
  },
}
declareReach('platform', platformReach)
declareReach('platform', jobsReach)
