import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { keepFile } from '#platform/files/keep-file.service.server.ts'
import { type Complaint, type Complaints, FormAnswer } from '#platform/forms/form.ts'
import { demand, type User } from '#platform/users.ts'
import { phaseOf } from '../calls/phase.ts'
import { readCheckContext } from '../life/check-context.server.ts'
import { handIn } from '../life/hand-in.service.server.ts'
import { mayHandIn } from '../life/may-hand-in.ts'
import type { Asked } from './asked.server.ts'
import { changesOf, draftOf } from './draft.ts'
import { appendEdit } from './edit.service.server.ts'
import { PHOTOS } from './photos.ts'
import { type ReadDraft, readDraft } from './read-draft.server.ts'
import { isComplete, readEntry } from './read-entry.ts'
import type { Post } from './read-post.server.ts'

/** What became of a form that was sent: it is saved or handed in, or comes back with what is to be said of it. */
export type Sent = { done: 'saved' | 'handedIn' } | FormAnswer

/**
 * Keeps what was typed, whatever it is, and then does what was asked: looks it over, or hands it in. What cannot be
 * kept comes back as it was typed.
 *
 * @throws Refused when the user does not answer for the institution
 */
export async function sendForm(
  db: Database,
  user: User,
  { asked, draft, post }: { asked: Asked; draft: ReadDraft; post: Post },
): Promise<Sent> {
  const { municipalityId, call, institution, submission } = asked
  demand(user, 'collection.answer', { municipalityId, institutionId: institution.id })
  const comesBack = (status: FormAnswer['status'], complaints: Complaints) =>
    new FormAnswer(status, { ...post.typed, _version: String(post.drawnFrom) }, complaints)
  if (!post.isWhole) return comesBack(413, { '': [{ reason: 'platform.form.tooLarge' }] })
  const now = new Date()
  const right = mayHandIn({ ...submission, phase: phaseOf(call, now) }, now)
  // Sent twice, what is handed in already is handed in: that is for handing in to tell.
  if (!right.may && post.step !== 'submit') return comesBack(422, { '': [{ reason: right.why }] })
  if (!right.may) {
    const known = await handIn(db, user, asked, { once: post.once, way: post.way, typed: post.typed })
    return 'version' in known ? { done: 'handedIn' } : comesBack(422, known.complaints)
  }
  const { typed, complaints } = await keepPhotos(db, user, asked, post)
  const drawn = draftOf(draft.ground, post.drawnFrom)
  const kept = await keepEdit(db, user, asked, { ...post, fields: changesOf(drawn, typed) })
  const standing = await readAs(db, user, (tx) => readDraft(tx, asked), { municipalityId })
  const stands = draftOf(standing.ground)
  /** What stands on the server now, with what is to be said of it. */
  const shown = (status: FormAnswer['status'], complaints: Complaints) =>
    new FormAnswer(status, { ...stands, _version: String(newestOf(standing)) }, complaints)
  const unseen = Object.keys(typed).filter((input) => (typed[input] ?? '') !== (stands[input] ?? ''))
  if (Object.keys(kept.held).length > 0 || (post.step !== 'save' && unseen.length > 0))
    return changedMeanwhile(standing, stands, kept.held, unseen)
  if (Object.keys(complaints).length > 0) return shown(422, complaints)
  if (post.step === 'save') return { done: 'saved' }
  if (post.step === 'check') {
    const context = await readAs(db, user, (tx) => readCheckContext(tx, asked, standing.form), {
      municipalityId,
    })
    const entry = readEntry(standing.form, stands, context)
    return shown(isComplete(entry) ? 200 : 422, { ...entry.open, ...entry.unreadable })
  }
  const handed = await handIn(db, user, asked, { once: post.once, way: post.way, typed: stands })
  return 'version' in handed ? { done: 'handedIn' } : shown(422, handed.complaints)
}

/** Nothing is written over unseen and nothing handed in unseen: both texts come back. */
function changedMeanwhile(
  draft: ReadDraft,
  standing: Readonly<Record<string, string>>,
  held: Readonly<Record<string, string>>,
  unseen: readonly string[],
): FormAnswer {
  const version = newestOf(draft)
  const saved = Object.fromEntries(Object.keys(held).map((input) => [input, standing[input] ?? '']))
  const changed = unseen.filter((input) => !(input in held))
  const complaint: Complaint = { reason: 'collection.form.changedByOther' }
  const complaints = Object.fromEntries(changed.map((input) => [input, [complaint]]))
  return new FormAnswer(409, { ...standing, ...held, _version: String(version) }, complaints, {
    version,
    saved,
  })
}

const newestOf = ({ ground }: ReadDraft) => Math.max(0, ...ground.edits.map(({ number }) => number))

type ToKeep = Pick<Post, 'once' | 'drawnFrom'> & { fields: Record<string, string> }

/** A page without scripts is a browser of its own, with one edit. */
async function keepEdit(db: Database, user: User, asked: Asked, { once, drawnFrom, fields }: ToKeep) {
  if (Object.keys(fields).length === 0) return { held: {} }
  return appendEdit(db, user, asked, { id: once, client: once, seq: 1, base: drawnFrom, fields })
}

/** Photos are kept before the form says that they are there. */
async function keepPhotos(db: Database, user: User, asked: Asked, { typed, photos }: Post) {
  const all = { ...typed }
  const complaints: Record<string, Complaint[]> = {}
  for (const { field, upload } of photos) {
    const { municipalityId, institution } = asked
    const entry = { municipalityId, institutionId: institution.id, purpose: PHOTOS, ...upload }
    const kept = await keepFile(db, user, entry)
    if ('problem' in kept) complaints[field] = [{ reason: kept.problem }]
    else all[field] = kept.id
  }
  return { typed: all, complaints }
}
