import { municipalityContext } from '#modules/registry.context'
import { findInstitutionTypes } from '#modules/registry.server'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { callAddress, publicCallsAddress } from '../../addresses.ts'
import { askedOn } from '../audience.ts'
import { findCall, findCallForm } from '../call-store.server.ts'
import { AudienceInWords } from '../parts/audience-words.tsx'
import { AskedElements, CallFacts, CheckWords } from '../parts/call-facts.tsx'
import { readPlaces } from '../read-places.server.ts'
import type { Route } from './+types/public-call'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const read = await readInRequest(context, async (tx) => {
    const call = await findCall(tx, municipality.id, params.call)
    if (!call || call.state === 'draft') refuse(404, 'collection.notFound')
    const asked = askedOn(await readPlaces(tx, municipality.id), call.audience, municipalDay())
    const types = await findInstitutionTypes(tx)
    return {
      call,
      form: await findCallForm(tx, municipality.id, call.id),
      count: asked.asked.length,
      types: types.map(({ code, name_lv, name_en }) => ({ code, name: { lv: name_lv, en: name_en } })),
    }
  })
  return { municipality, ...read }
}

/** One call as everybody reads it: what is asked, of whom, why, and what becomes of it. */
export default function PublicCall({ loaderData }: Route.ComponentProps) {
  const { municipality, call, form, count, types } = loaderData
  const { text, local, path } = useSpeech()
  const title = local(call.title)
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(publicCallsAddress(municipality.slug))}>{text('collection.public.title')}</a>
      </p>
      <h1>{title}</h1>
      {call.withdrawnReason ? (
        <p role="note">{text('collection.public.withdrawn', { why: call.withdrawnReason })}</p>
      ) : null}
      <CallFacts call={call} />
      <h2>{text('collection.public.who')}</h2>
      <AudienceInWords audience={call.audience} types={types} count={count} />
      <h2>{text('collection.call.asks', { count: form.elements.length })}</h2>
      <AskedElements form={form} />
      <h2>{text('collection.call.checks', { count: form.checks.length })}</h2>
      <CheckWords form={form} />
      <p className="hint">
        <a rel="nofollow" href={path(callAddress(municipality.slug, call.key))}>
          {text('collection.public.work')}
        </a>
      </p>
    </Page>
  )
}
