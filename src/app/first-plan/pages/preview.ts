import { createSpeech, languageOf } from '#platform/i18n.tsx'
import { ImportRefused } from '#platform/import/problems.ts'
import { addressIn } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { textIn } from '../../texts.server.ts'
import { asPreview } from '../as-preview.ts'
import { draftInRequest, pagesOfContext } from '../draft-context.server.ts'
import { guideAddress } from '../draft-rows.ts'
import { previewDraft } from '../publish.server.ts'
import type { Route } from './+types/preview'

export const handle = {
  reads: ['platform.draft.edit'],
  parameters: ['period', 'status', 'goal', 'verdict', 'q'],
}

/**
 * A public page as it would be if the draft were published, drawn by the page itself. Its links lead to other pages of
 * the preview.
 */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, municipality, municipalityId, draft } = await draftInRequest(context, request)
  const { pathname, search } = new URL(request.url)
  const language = languageOf(pathname)
  const drawPage = context.get(pagesOfContext)
  const inside = params['*'] ? `/${params['*']}` : ''
  const page = addressIn(language, `/${municipality.slug}${inside}`) + search
  const drawn = await previewDraft(db, draft, { municipalityId }, async (shown) => {
    const response = await drawPage(shown, page)
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: await response.text(),
    }
  }).catch((error: unknown) => {
    if (error instanceof ImportRefused) refuse(404, 'app.firstPlan.preview.incomplete')
    throw error
  })
  const { status, type, body } = drawn
  if (!type.startsWith('text/html')) return new Response(body, { status, headers: { 'content-type': type } })
  const speech = createSpeech(language, textIn(language))
  const html = asPreview(body, {
    slug: municipality.slug,
    guide: guideAddress(municipality.slug),
    banner: speech.text('app.firstPlan.preview.banner'),
    back: speech.text('app.firstPlan.preview.back'),
    path: speech.path,
  })
  return new Response(html, { status, headers: { 'content-type': type } })
}
