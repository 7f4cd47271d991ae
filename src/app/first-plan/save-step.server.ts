import { redirect } from 'react-router'
import { saveDraftDataset } from '#platform/draft-dataset/service.server.ts'
import type { DraftDataset } from '#platform/draft-dataset/store.server.ts'
import type { DraftFiles } from '#platform/draft-dataset/tables.server.ts'
import type { FormAnswer, Meanwhile } from '#platform/forms/form.ts'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import type { draftInRequest } from './draft-context.server.ts'
import { guideAddress } from './draft-rows.ts'

type Asked = { request: Request; in: Awaited<ReturnType<typeof draftInRequest>> }
type Form = { version: number; answerMeanwhile: (meanwhile: Meanwhile) => FormAnswer }

/**
 * Saves what a step has changed and goes on to the next page; a draft that waits to be published is open again, for
 * it is no longer what was asked for. What somebody else has saved meanwhile comes back beside what was typed.
 *
 * @param shown the fields of the form as a draft fills them
 * @throws a redirect when it is saved
 */
export async function saveStep(
  { request, in: { db, user, municipality, municipalityId, draft } }: Asked,
  form: Form,
  files: DraftFiles,
  { next, shown }: { next: string; shown: (files: DraftFiles) => Readonly<Record<string, string>> },
): Promise<FormAnswer> {
  if (draft.state === 'published') refuse(403, 'app.firstPlan.published')
  const open: Omit<DraftDataset, 'version'> = { files, state: 'open', askedBy: null }
  const saved = await saveDraftDataset(db, user, municipalityId, open, form.version)
  if ('meanwhile' in saved) {
    const { version, files: theirs } = saved.meanwhile
    return form.answerMeanwhile({ version, saved: shown(theirs) })
  }
  const language = languageOf(new URL(request.url).pathname)
  throw redirect(addressIn(language, `${guideAddress(municipality.slug)}${next}`), 303)
}
