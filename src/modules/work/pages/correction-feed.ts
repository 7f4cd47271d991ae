import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { addressIn, languageOf } from '#platform/language.ts'
import { createText } from '#platform/texts/text.ts'
import { findCorrections } from '../correction-store.server.ts'
import { writeFeed } from '../feed.ts'
import { workTexts } from '../texts/index.ts'
import type { Route } from './+types/correction-feed'

export const handle = { parameters: [] }
/** A reader of feeds asks often enough to miss none. */
const SHOWN = 50

/** The newest corrections as a feed (Atom), for whoever uses a municipality's figures. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const corrections = await readInRequest(context, (tx) =>
    findCorrections(tx, municipality.id, { from: 0, most: SHOWN }),
  )
  const { pathname, origin } = new URL(request.url)
  const language = languageOf(pathname)
  const text = createText<keyof typeof workTexts.lv>(language, workTexts[language])
  const body = writeFeed({
    language,
    title: `${text('work.corrections.title')} · ${municipality.name[language]}`,
    page: `${origin}${addressIn(language, `/${municipality.slug}/labojumi`)}`,
    self: `${origin}${pathname}`,
    entries: corrections.map(({ id, about, wrong, right, on }) => ({
      id,
      title: about,
      day: on,
      text: [
        `${text('work.corrections.was')}: ${(language === 'en' && wrong.en) || wrong.lv}`,
        `${text('work.corrections.is')}: ${(language === 'en' && right.en) || right.lv}`,
      ].join('\n'),
    })),
  })
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
