import type { User } from '#platform/users.ts'
import type { SyntheticTable } from './synthetic-rows.ts'

export const OWN = '00000000-0000-7000-8000-00000000000a'
export const OTHER = '00000000-0000-7000-8000-00000000000b'

/** `nothing`: the row is as if it were not there. `refused`: the database says no. */
export type Outcome = 'done' | 'nothing' | 'refused'
export const OPERATIONS = ['select', 'insert', 'update', 'delete', 'move'] as const
export type Operation = (typeof OPERATIONS)[number]
export type Row = { municipality_id: string; is_public: boolean }

export const ROWS: readonly Row[] = [
  { municipality_id: OWN, is_public: true },
  { municipality_id: OWN, is_public: false },
  { municipality_id: OTHER, is_public: true },
  { municipality_id: OTHER, is_public: false },
]

const member = (...grants: User['grants']): User => ({ id: 'tester', kind: 'member', grants })

export const USERS = {
  'the public': { id: 'public', kind: 'public', grants: [] } satisfies User,
  'somebody without a grant': member(),
  'a reader of the municipality': member({ permission: 'read', scope: OWN }),
  'a member of the municipality': member(
    { permission: 'read', scope: OWN },
    { permission: 'write', scope: OWN },
  ),
  'a member of another': member({ permission: 'read', scope: OTHER }, { permission: 'write', scope: OTHER }),
  'the holder of a national grant': member(
    { permission: 'read', scope: 'country' },
    { permission: 'write', scope: 'country' },
  ),
} as const
export type UserName = keyof typeof USERS

const reads: Record<UserName, string[]> = {
  'the public': [],
  'somebody without a grant': [],
  'a reader of the municipality': [OWN],
  'a member of the municipality': [OWN],
  'a member of another': [OTHER],
  'the holder of a national grant': [],
}
const writes: Record<UserName, string[]> = { ...reads, 'a reader of the municipality': [] }

/**
 * The whole of who may do what with a row. `move` is the attempt to give a row to the other municipality;
 * a national table has no municipalities, hence no row to look at.
 */
export function expectedOutcome(
  kind: SyntheticTable['kind'],
  user: UserName,
  operation: Operation,
  row: Row | undefined,
): Outcome {
  if (kind === 'housekeeping') return 'refused'
  if (kind === 'national' || !row) return expectedNationally(user, operation)
  if (kind === 'sent' || kind === 'contact') return expectedOfSent(kind, user, operation, row)
  if (operation === 'select') {
    return row.is_public || reads[user].includes(row.municipality_id) ? 'done' : 'nothing'
  }
  if (user === 'the public') return 'refused'
  const isTheirs = writes[user].includes(row.municipality_id)
  if (operation === 'insert') return isTheirs ? 'done' : 'refused'
  if (kind === 'appended') return 'refused'
  if (operation === 'move') return isTheirs ? 'refused' : 'nothing'
  return isTheirs ? 'done' : 'nothing'
}

/** The public puts in what is not public; who may write sees all of it, who may only read sees no contact. */
function expectedOfSent(kind: 'sent' | 'contact', user: UserName, operation: Operation, row: Row): Outcome {
  if (user === 'the public') return operation === 'insert' && !row.is_public ? 'done' : 'refused'
  if (operation !== 'select') return 'refused'
  const seers = kind === 'sent' ? reads[user] : writes[user]
  return seers.includes(row.municipality_id) ? 'done' : 'nothing'
}

function expectedNationally(user: UserName, operation: Operation): Outcome {
  if (operation === 'select' || user === 'the holder of a national grant') return 'done'
  return user === 'the public' || operation === 'insert' ? 'refused' : 'nothing'
}
