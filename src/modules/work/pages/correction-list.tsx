import { municipalityContext } from '#modules/registry.context'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { countCorrections, findCorrections } from '../correction-store.server.ts'
import { CorrectionWords } from '../parts/correction-note.tsx'
import type { Route } from './+types/correction-list'

export const handle = { parameters: ['page'] }
/** How many a page shows. */
const SHOWN = 20

export async function loader({ request, context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  return readInRequest(context, async (tx) => {
    const count = await countCorrections(tx, municipality.id)
    const pages = Math.max(1, Math.ceil(count / SHOWN))
    const asked = new AskedValues(request)
    const page = asked.page()
    asked.demandPage(pages)
    asked.demandRight()
    const stretch = { from: (page - 1) * SHOWN, most: SHOWN }
    return {
      municipality,
      count,
      page,
      pages,
      corrections: await findCorrections(tx, municipality.id, stretch),
    }
  })
}

/** What on a municipality's pages was wrong and has been put right, the newest first. */
export default function CorrectionList({ loaderData }: Route.ComponentProps) {
  const { municipality, corrections, count, page, pages } = loaderData
  const { text, path, local, date } = useSpeech()
  return (
    <Page title={text('work.corrections.title')} place={local(municipality.name)}>
      <h1>{text('work.corrections.title')}</h1>
      <p>{text('work.corrections.lede')}</p>
      <p>
        <a href={path(`/${municipality.slug}/labojumi.atom`)}>{text('work.corrections.feed')}</a>
      </p>
      <p role="status">
        {count === 0 ? text('work.corrections.none') : text('work.corrections.count', { count })}
      </p>
      {corrections.map((correction) => (
        <section key={correction.id} id={correction.id} aria-labelledby={`title-${correction.id}`}>
          <h2 id={`title-${correction.id}`}>
            {date(correction.on)}: <a href={path(correction.address)}>{correction.about}</a>
          </h2>
          <CorrectionWords correction={correction} />
        </section>
      ))}
      <Pages page={page} pages={pages} />
    </Page>
  )
}
