import { redirect } from 'react-router'
import { z } from 'zod'
import { FormAnswer } from '#platform/forms/form.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { createSpeech, languageOf, useSpeech } from '#platform/i18n.tsx'
import { ImportRefused } from '#platform/import/problems.ts'
import { may } from '#platform/users.ts'
import { problemText } from '../../parts/problem-text.ts'
import { textIn } from '../../texts.server.ts'
import { checkDraft } from '../check-draft.server.ts'
import { draftInRequest } from '../draft-context.server.ts'
import { countOf, guideAddress, hasPreview, missingSteps, STEPS } from '../draft-rows.ts'
import { GuidePage } from '../parts/guide-page.tsx'
import { askToPublish, publishDraft } from '../publish.server.ts'
import type { Route } from './+types/guide'

export const handle = { reads: ['platform.draft.edit'], action: 'draft.publish', parameters: ['aicinati'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { user, municipality, municipalityId, draft } = await draftInRequest(context, request)
  const asked = new URL(request.url).searchParams.get('aicinati')
  return {
    municipality,
    version: draft.version,
    state: draft.state,
    isOwnRequest: draft.askedBy === user.id,
    /** How many were asked a moment ago; null when nobody was. */
    othersAsked: asked === null ? null : Number(asked) || 0,
    mayInvite: may(user, 'platform.grant.edit', { municipalityId }),
    steps: STEPS.map((step) => ({ step, count: countOf(draft.files, step) })),
    missing: missingSteps(draft.files),
    hasPreview: hasPreview(draft.files),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { user, db, municipality, municipalityId, draft } = await draftInRequest(context, request)
  const language = languageOf(new URL(request.url).pathname)
  const { text, path, local } = createSpeech(language, textIn(language))
  const form = await readForm(request, z.object({ do: z.enum(['ask', 'publish']) }))
  if (!form.ok) return form.answer()
  // What was looked at is what shall be published.
  if (form.version !== draft.version) return form.answerMeanwhile({ version: draft.version, saved: {} })
  const guide = guideAddress(municipality.slug)
  if (form.value.do === 'publish') {
    try {
      await publishDraft(db, user, { municipalityId }, draft)
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      return refused(error.problems.map((problem) => problemText(problem, text)))
    }
    throw redirect(path(guide), 303)
  }
  const problems = await checkDraft(db, draft.files)
  if (problems.length > 0) return refused(problems.map((problem) => problemText(problem, text)))
  const words = {
    subject: text('app.firstPlan.task', { municipality: local(municipality.name) }),
    address: guide,
  }
  const asked = await askToPublish(db, user, { municipalityId }, draft, words)
  if ('meanwhile' in asked) return form.answerMeanwhile({ version: asked.meanwhile.version, saved: {} })
  throw redirect(`${path(guide)}?aicinati=${asked.others}`, 303)
}

/** What loading complains about, in its own words. */
const refused = (lines: readonly string[]) =>
  new FormAnswer(422, { problems: lines.join('\n') }, { '': [{ reason: 'platform.form.problems' }] })

export default function Guide({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality } = loaderData
  const { local } = useSpeech()
  return (
    <GuidePage
      slug={municipality.slug}
      place={local(municipality.name)}
      guide={{ ...loaderDataOf(loaderData) }}
      problems={actionData?.entered.problems?.split('\n') ?? []}
      isChanged={Boolean(actionData?.meanwhile)}
    />
  )
}

/** Loader data are handed on by name. */
function loaderDataOf(data: Route.ComponentProps['loaderData']) {
  const { version, state, isOwnRequest, othersAsked, mayInvite, steps, missing, hasPreview } = data
  return { version, state, isOwnRequest, othersAsked, mayInvite, steps, missing, hasPreview }
}
