import { validate as isId } from 'uuid'
import { databaseContext, demandSignedIn, textsContext } from '#platform/context.server.ts'
import { readFields } from '#platform/forms/read-fields.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { languageOf } from '#platform/i18n.tsx'
import { Refused, refuse } from '#platform/refuse.ts'
import { appendEdit, findChanges } from '../form/edit.service.server.ts'
import { ENTRIES_BYTES, Entries, type EntriesAnswer, type EntriesRefusal } from '../form/entries.ts'
import type { Route } from './+types/entries'

export const handle = {
  action: 'collection.edit',
  parameters: ['no', 'pasvaldiba', 'iesniegums', 'iestade', 'parluks'],
  reads: ['collection.read'],
  changes: ['collection.answer'],
  savesOften: true,
} satisfies Handle

/** Keeps what is being typed into a form, and says what others have typed meanwhile. Browsers ask, nobody reads it. */
export async function action({ request, context }: Route.ActionArgs): Promise<Response> {
  const user = demandSignedIn(context, request)
  const { fields, isWhole } = await readFields(request, ENTRIES_BYTES)
  const read = Entries.safeParse(Object.fromEntries(fields))
  if (!isWhole || !read.success) refuse(400, 'platform.refused.form')
  const { account, municipality, submission: id, institution: institutionId, edits } = read.data
  const text = context.get(textsContext)(languageOf(new URL(request.url).pathname))
  if (account !== user.id) return refusal(401, text('collection.offline.signIn'))
  const into = { municipalityId: municipality, submission: { id, institutionId } }
  const answer: EntriesAnswer = { number: 0, at: '', changed: {}, held: {} }
  try {
    for (const edit of edits) {
      const { number, at, changed, held } = await appendEdit(context.get(databaseContext), user, into, edit)
      answer.number = Math.max(answer.number, number)
      answer.at = at.toISOString()
      Object.assign(answer.changed, changed)
      for (const name of Object.keys(edit.fields)) delete answer.held[name]
      Object.assign(answer.held, held)
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return refusal(error.status, text(error.reason))
  }
  return Response.json(answer)
}

const refusal = (status: number, why: string) => Response.json({ why } satisfies EntriesRefusal, { status })

/** Says what others have typed since an edit, so that two people at one form see each other. */
export async function loader({ request, context }: Route.LoaderArgs): Promise<Response> {
  const user = demandSignedIn(context, request)
  const { searchParams } = new URL(request.url)
  const asked = (name: string) => searchParams.get(name) ?? ''
  const ids = {
    municipalityId: asked('pasvaldiba'),
    id: asked('iesniegums'),
    institutionId: asked('iestade'),
    client: asked('parluks'),
  }
  const number = Number(asked('no'))
  if (!Object.values(ids).every(isId) || !Number.isInteger(number) || number < 0)
    refuse(400, 'platform.refused.form')
  const into = { municipalityId: ids.municipalityId, submission: ids }
  const seen = { number, client: ids.client }
  return Response.json(await findChanges(context.get(databaseContext), user, into, seen))
}
