import { oneAtATime } from '../database/one-at-a-time.server.ts'
import { rehearse } from '../database/rehearse.server.ts'
import { readAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import type { Complaints } from '../forms/form.ts'
import { refuse } from '../refuse.ts'
import type { Capability } from '../rights/capabilities.ts'
import type { Place } from '../rights/scope.ts'
import { demand, THE_PUBLIC, type User } from '../users.ts'
import { type Change, inChange } from '../write/change.server.ts'
import { ChangedMeanwhile } from '../write/revise.server.ts'
import type { Stream } from '../write/streams.ts'
import {
  changesBetween,
  complaintsOf,
  type EditField,
  type Preview,
  type Stored,
  type Typed,
} from './edit.ts'

/** What a page edits: the fields, how they are read, and how what was typed is written. */
export type Edit = {
  /** Whose it is, as narrow as it is known. */
  place: Exclude<Place, 'country'>
  /** What one must be allowed to do. */
  capability: Capability
  /** What the journal calls it, as `indicator.edited`, and what is edited. */
  action: string
  subject: string
  stream: Stream
  /** Whether what is written is everybody's at once; then a reason is asked for. */
  isPublic: boolean
  fields: readonly EditField[]
  /** What is stored. Its version rises with every change to any of it: a revision, or a sum of revisions. */
  read: (tx: DatabaseTransaction) => Promise<Stored | undefined>
  /** Writes what was typed, or says what is wrong with it; then nothing is kept. */
  write: (tx: DatabaseTransaction, change: Change, typed: Typed) => Promise<Complaints | undefined>
  /**
   * Brings together what was typed and what somebody else has saved meanwhile, where nothing of either is lost by it;
   * undefined where people have to decide. Without it they always have.
   */
  merge?: (versions: { was: Typed; typed: Typed; saved: Typed }) => Typed | undefined
  /** Where the writer is led once it is saved, as for something new that has a page of its own then; else back to the form. */
  afterwards?: (typed: Typed) => string
  /** What is worked out from it, as everybody sees it: read before and after a rehearsal of the change. */
  effects?: (tx: DatabaseTransaction) => Promise<unknown>
}

/** A form as it was sent; `was` is what stood in it when it was drawn. */
export type Sent = { typed: Typed; was?: Typed; version: number; why: string }

export type Saved =
  | { kind: 'saved'; changeId: string }
  | { kind: 'unchanged' }
  | { kind: 'complaints'; complaints: Complaints }
  /** Somebody else has saved something since the form was drawn. */
  | { kind: 'meanwhile'; stored: Stored }

/** Brings what is kept of a municipality up to date. */
export type KeepUp = (db: Database, municipalityId: string) => Promise<unknown>

/**
 * Saves what was typed, if nobody has changed anything of it since the version that the writer saw. Nothing is
 * written over unseen, however many save at once.
 *
 * @throws Refused (403) without the capability; (404) when what is edited is not there any more
 */
export async function saveEdit(db: Database, user: User, edit: Edit, sent: Sent): Promise<Saved> {
  demand(user, edit.capability, edit.place)
  const { municipalityId } = edit.place
  const intent = {
    municipalityId,
    stream: edit.stream,
    origin: 'form',
    action: edit.action,
    subject: edit.subject,
    ...(sent.why.trim() === '' ? {} : { why: sent.why.trim() }),
    isPublic: edit.isPublic,
    at: new Date(),
  } as const
  const work = async (tx: DatabaseTransaction, change: Change): Promise<Saved> => {
    // What was read must still be so when it is written; of public streams each has one writer anyway.
    await oneAtATime(tx, `edit ${municipalityId} ${edit.stream}`)
    const stored = (await edit.read(tx)) ?? refuse(404, 'platform.refused.absent')
    const typed =
      stored.version === sent.version
        ? sent.typed
        : edit.merge?.({ was: sent.was ?? {}, typed: sent.typed, saved: stored.values })
    if (!typed) throw new Undone({ kind: 'meanwhile', stored })
    const complaints = { ...complaintsOf(edit.fields, typed), ...(await edit.write(tx, change, typed)) }
    if (Object.keys(complaints).length > 0) throw new Undone({ kind: 'complaints', complaints })
    return { kind: 'saved', changeId: change.id }
  }
  try {
    const { result, added, changed } = await inChange(db, user, intent, work, { municipalityId })
    return added + changed > 0 ? result : { kind: 'unchanged' }
  } catch (error) {
    if (error instanceof Undone) return error.answer
    if (!(error instanceof ChangedMeanwhile)) throw error
    const stored = await readAs(db, user, edit.read, { municipalityId })
    return { kind: 'meanwhile', stored: stored ?? refuse(404, 'platform.refused.absent') }
  }
}

/** Says what saving would change, by saving and working everything out for show. */
export function previewEdit(
  db: Database,
  user: User,
  edit: Edit,
  { sent, keepUp }: { sent: Sent; keepUp: KeepUp },
): Promise<{ saved: Saved; preview: Preview | undefined }> {
  const { municipalityId } = edit.place
  const { effects } = edit
  return rehearse(db, async (rehearsed) => {
    const stored = await readAs(rehearsed, user, edit.read, { municipalityId })
    const before = effects && (await readAs(rehearsed, THE_PUBLIC, effects))
    const saved = await saveEdit(rehearsed, user, edit, sent)
    if (saved.kind !== 'saved') return { saved, preview: undefined }
    const after = await readAs(rehearsed, user, edit.read, { municipalityId })
    if (effects) await keepUp(rehearsed, municipalityId)
    const preview = {
      changes: changesOf(edit.fields, { before: stored?.values ?? {}, after: after?.values ?? {}, sent }),
      effects: effects ? { before, after: await readAs(rehearsed, THE_PUBLIC, effects) } : null,
    }
    return { saved, preview }
  })
}

type Values = { before: Typed; after: Typed; sent: Sent }

/** What changes in each field. What is added, or is gone then, has no field of its own: it stands where it was typed. */
function changesOf(fields: readonly EditField[], { before, after, sent }: Values) {
  const valuesOf = (values: (name: string) => string | undefined) =>
    Object.fromEntries(fields.map(({ name }) => [name, values(name) ?? '']))
  return changesBetween(
    valuesOf((name) => before[name]),
    valuesOf((name) => (name in before ? after[name] : undefined) ?? sent.typed[name]?.trim()),
  )
}

/** When a change was saved by this person, as the journal tells; undefined when it was not. */
export async function findOwnChange(
  tx: DatabaseTransaction,
  user: User,
  municipalityId: string,
  id: string,
): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('platform.change')
    .select('at')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', id)
    .where('actor', '=', user.id)
    .executeTakeFirst()
  return row?.at
}

/** Ends a writing of which nothing is to be kept. */
class Undone extends Error {
  readonly answer: Saved
  constructor(answer: Saved) {
    super('nothing was saved')
    this.answer = answer
  }
}
