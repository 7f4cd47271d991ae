import { type RouterContextProvider, redirect } from 'react-router'
import { validate as isUuid } from 'uuid'
import {
  databaseContext,
  demandSignedIn,
  keepUpContext,
  personalVisit,
  readInRequest,
  signInAddress,
  userContext,
} from '../context.server.ts'
import { asRefusal } from '../database/away.server.ts'
import type { Database } from '../database/types.server.ts'
import type { Complaint } from '../forms/form.ts'
import { readFields } from '../forms/read-fields.server.ts'
import { withoutControls } from '../forms/typed-text.ts'
import { addressIn, languageOf, twinAddress } from '../language.ts'
import { refuse } from '../refuse.ts'
import { demand, type User } from '../users.ts'
import { findDraft, forgetDraft, keepDraft } from './drafts-store.server.ts'
import {
  complaintOfReason,
  DRAFT,
  EDIT_PARAMETERS,
  EditAnswer,
  mergeTyped,
  type OpenedEdit,
  OWN,
  SAVED,
  type Typed,
  whyField,
} from './edit.ts'
import {
  type Edit,
  findOwnChange,
  previewEdit,
  type Saved,
  type Sent,
  saveEdit,
} from './edit-service.server.ts'
import { keepLostPost, LOST_POST_SECONDS, takeLostPost } from './lost-posts-store.server.ts'

type Asked = { request: Request; context: Readonly<RouterContextProvider> }
/** Makes the edit of a page, and reads what the page shows besides; asked only once somebody has signed in. */
type Made = { edit: Edit }
type MakeEdit<Answer extends Made> = () => Promise<Answer>

const FORM_BYTES = 256 * 1024
const COOKIE = 'izaugsme_sent'
/** Of which form a draft is. */
const ADDRESS = '_address'

/**
 * For the loader of an edit page: the fields with what is stored, the draft that waits, and what was just saved.
 *
 * @throws a redirect to the sign-in page; Refused (403) without the capability
 */
export async function openEdit<Answer extends Made>(
  { request, context }: Asked,
  makeEdit: MakeEdit<Answer>,
): Promise<{ edit: OpenedEdit; made: Answer }> {
  const user = demandSignedIn(context, request)
  const made = await makeEdit()
  const { edit } = made
  demand(user, edit.capability, edit.place)
  const db = context.get(databaseContext)
  const { municipalityId } = edit.place
  const url = new URL(request.url)
  const address = addressOf(url)
  const found = await takeLostPost(db, tokenIn(request), address)
  if (found) await keepDraft(db, user, { municipalityId, address }, found)
  const change = url.searchParams.get(SAVED)
  const { stored, draft, savedAt } = await readInRequest(context, async (tx) => ({
    stored: (await edit.read(tx)) ?? refuse(404, 'platform.refused.absent'),
    draft: await findDraft(tx, user, { municipalityId, address }),
    savedAt:
      change !== null && isUuid(change) ? await findOwnChange(tx, user, municipalityId, change) : undefined,
  }))
  const isRestored = draft !== undefined && url.searchParams.has(DRAFT)
  const opened = {
    address,
    fields: [...edit.fields, whyField(edit.isPublic)],
    values: isRestored ? draft.fields : stored.values,
    own: asOwn(stored),
    draft: draft && isNews(draft.fields, stored.values) ? { at: draft.at, isShown: isRestored } : undefined,
    draftsAt: draftsAt(address),
    isPublic: edit.isPublic,
    savedAt,
  }
  return { edit: opened, made }
}

/** A draft that says what is stored already is none: it came in while its form was being saved. */
const isNews = (typed: Typed, stored: Typed) =>
  Object.entries(typed).some(([name, value]) => !name.startsWith('_') && value !== (stored[name] ?? ''))

/** Where the drafts of a municipality are sent: its name stands in the address of every form about it. */
function draftsAt(address: string): string {
  const [first, second] = address.split('/').filter(Boolean)
  return `/darbs/${first === 'darbs' ? second : first}/melnraksti`
}

/**
 * For the action of an edit page: previews, saves, or forgets the draft. What comes without a session is kept
 * until its writer has signed in.
 *
 * @returns the form as it comes back
 * @throws a redirect to the page once something was saved
 */
export async function answerEdit({ request, context }: Asked, makeEdit: MakeEdit<Made>): Promise<EditAnswer> {
  const url = new URL(request.url)
  const address = addressOf(url)
  const { fields, isWhole } = await readFields(request, FORM_BYTES)
  const entered = Object.fromEntries(fields.map(([name, value]) => [name, withoutControls(value)]))
  const db = context.get(databaseContext)
  const user = context.get(userContext)
  if (user.kind !== 'member') throw await askToSignIn({ request, context }, entered)
  const { edit } = await makeEdit()
  demand(user, edit.capability, edit.place)
  const place = { municipalityId: edit.place.municipalityId, address }
  const language = languageOf(url.pathname)
  const leave = (query = '', to = address) => redirect(addressIn(language, to) + query, 303)
  if (entered[OWN.step] === 'discard') {
    await forgetDraft(db, user, place)
    throw leave()
  }
  if (!isWhole)
    return new EditAnswer(413, entered, { complaints: { '': [{ reason: 'platform.form.tooLarge' }] } })
  if (entered[OWN.step] === 'back') return new EditAnswer(200, entered)
  try {
    const answer = await previewOrSave({ context, user, edit }, entered)
    if (answer instanceof EditAnswer) {
      if (answer.status !== 200) await keepDraft(db, user, place, entered)
      return answer
    }
    await forgetDraft(db, user, place)
    // Whoever has changed something sees at once what has become of it; what fails here is tried again later.
    await context
      .get(keepUpContext)(db, place.municipalityId)
      .catch(() => undefined)
    const next = edit.afterwards?.(entered) ?? address
    throw leave(`${next.includes('?') ? '&' : '?'}${SAVED}=${answer.changeId}`, next)
  } catch (error) {
    // What was typed must outlive a database that is away for a moment.
    const refused = error instanceof Response ? undefined : asRefusal(error)
    if (refused?.status !== 503) throw error
    await keepDraft(db, user, place, entered).catch(() => undefined)
    return new EditAnswer(503, entered, { complaints: { '': [{ reason: refused.reason }] } })
  }
}

type Working = { context: Asked['context']; user: User; edit: Edit }

async function previewOrSave({ context, user, edit }: Working, entered: Typed) {
  const db = context.get(databaseContext)
  const why = entered[OWN.why] ?? ''
  const complaint = complaintOfReason(why, edit.isPublic)
  const sent: Sent = { typed: entered, was: wasIn(entered), version: versionIn(entered), why }
  const isSaving = entered[OWN.step] === 'save' && complaint === undefined
  if (isSaving) {
    const saved = await saveEdit(db, user, edit, sent)
    return saved.kind === 'saved' ? saved : answerOf(saved, entered)
  }
  const { saved, preview } = await previewEdit(db, user, edit, { sent, keepUp: context.get(keepUpContext) })
  if (saved.kind !== 'saved' || complaint) return answerOf(saved, entered, complaint)
  return new EditAnswer(200, entered, { preview: preview ?? null })
}

function answerOf(saved: Saved, entered: Typed, ofReason?: Complaint): EditAnswer {
  const why = ofReason ? { [OWN.why]: [ofReason] } : {}
  switch (saved.kind) {
    case 'saved':
      return new EditAnswer(422, entered, { complaints: why })
    case 'complaints':
      return new EditAnswer(422, entered, { complaints: { ...saved.complaints, ...why } })
    case 'unchanged':
      return new EditAnswer(422, entered, { complaints: { '': [{ reason: 'platform.edit.unchanged' }] } })
    case 'meanwhile': {
      const { version, values } = saved.stored
      const { entered: merged, taken } = mergeTyped(wasIn(entered), entered, values)
      // Of what is added nothing tells whether the other has added the very same.
      const stored = Object.entries(values)
      const isSame = stored.length > 0 && stored.every(([name, value]) => (merged[name] ?? '') === value)
      const form = { ...merged, ...asOwn(saved.stored) }
      return new EditAnswer(409, form, { meanwhile: { version, saved: values }, taken, isSame })
    }
  }
}

const asOwn = ({ version, values }: { version: number; values: Typed }) => ({
  [OWN.version]: String(version),
  [OWN.was]: JSON.stringify(values),
})

function versionIn(entered: Typed): number {
  const text = entered[OWN.version] ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : refuse(400, 'platform.refused.form')
}

/** The values that the form was drawn with; whoever sends nonsense only harms what is shown to themselves. */
function wasIn(entered: Typed): Typed {
  try {
    const was: unknown = JSON.parse(entered[OWN.was] ?? '{}')
    return was !== null && typeof was === 'object' ? (was as Typed) : {}
  } catch {
    return {}
  }
}

/** Keeps what is being typed into a form. @returns 204 once it is there */
export async function receiveDraft(db: Database, user: User, municipalityId: string, request: Request) {
  const { fields, isWhole } = await readFields(request, FORM_BYTES)
  const typed = Object.fromEntries(fields.map(([name, value]) => [name, withoutControls(value)]))
  const address = typed[ADDRESS] ?? ''
  if (!isWhole || !/^\/[^/\s]\S{0,900}$/.test(address)) refuse(400, 'platform.refused.form')
  await keepDraft(db, user, { municipalityId, address }, typed)
  return new Response(null, { status: 204 })
}

/** Keeps what was sent, and leads to the sign-in page; the browser alone can find it again. */
async function askToSignIn({ request, context }: Asked, typed: Typed): Promise<Response> {
  const address = addressOf(new URL(request.url))
  const { clientAddress, own } = personalVisit(context)
  const token = await keepLostPost(context.get(databaseContext), { address, typed }, clientAddress)
  const headers = new Headers({ location: signInAddress(request) })
  const secure = 'origin' in own && own.origin.startsWith('https:') ? '; Secure' : ''
  if (token) {
    const life = `Max-Age=${LOST_POST_SECONDS}`
    headers.append('set-cookie', `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; ${life}${secure}`)
  }
  return new Response(null, { status: 303, headers })
}

function tokenIn(request: Request): string {
  const cookies = request.headers.get('cookie') ?? ''
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(cookies)?.[1] ?? ''
}

/** The address of the form itself in its Latvian form, whatever else was asked of it. */
function addressOf({ pathname, searchParams }: URL): string {
  const own = new URLSearchParams(searchParams)
  for (const name of EDIT_PARAMETERS) own.delete(name)
  const latvian = languageOf(pathname) === 'lv' ? pathname : twinAddress(pathname, '')
  return own.size === 0 ? latvian : `${latvian}?${own}`
}
