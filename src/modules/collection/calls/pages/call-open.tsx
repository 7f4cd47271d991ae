import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { callAddress } from '../../addresses.ts'
import { openCall } from '../open-call.service.server.ts'
import { AudiencePreview } from '../parts/audience-preview.tsx'
import { CallParts } from '../parts/call-parts.tsx'
import { HeldElements } from '../parts/held-elements.tsx'
import { findAcceptors, readOpening } from '../read-opening.server.ts'
import { readReuse } from '../reuse.ts'
import type { Route } from './+types/call-open'

export const handle = {
  action: 'collection.call.open',
  reads: ['collection.call.edit'],
  changes: ['collection.call.edit', 'collection.accept'],
}

async function look({ request, context, params }: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'collection.call.edit', { municipalityId: municipality.id })
  const mayAccept = await findAcceptors(context.get(databaseContext), municipality.id)
  const asked = { municipalityId: municipality.id, key: params.call, mayAccept, now: new Date() }
  const opening = await readInRequest(context, (tx) => readOpening(tx, user, asked))
  return { user, municipality, opening: opening ?? refuse(404, 'collection.notFound') }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, opening } = await look(args)
  return { municipality, ...opening, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, opening } = await look(args)
  const form = await readForm(args.request, z.object({}))
  if (!form.ok) return form.answer()
  const reuse = new Map(
    opening.held.map(({ elementId, calls, register }) => [
      elementId,
      readReuse(form.entered[`reuse.${elementId}`], {
        register: register?.register ?? null,
        callIds: calls.map(({ callId }) => callId),
      }),
    ]),
  )
  const { id: municipalityId, slug } = municipality
  const opened = await openCall(args.context.get(databaseContext), user, {
    municipalityId,
    slug,
    key: opening.call.key,
    reuse,
  })
  if ('problems' in opened) return form.answer({ '': opened.problems })
  const language = languageOf(new URL(args.request.url).pathname)
  throw redirect(addressIn(language, callAddress(slug, opening.call.key)), 303)
}

/** The last look before a call opens: what is held already, whom it asks, and what stands in the way. */
export default function CallOpen({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, call, form, audience, held, problems, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('collection.opening.title')
  const { slug } = municipality
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(callAddress(slug, call.key))}>{local(call.title)}</a>
      </p>
      <h1>{title}</h1>
      <CallParts slug={slug} call={call} isOpening />
      {problems.length > 0 && !actionData ? (
        <section className="problems">
          <h2>{text('collection.opening.problems')}</h2>
          <ul>
            {problems.map(({ reason, values }) => (
              <li key={`${reason} ${JSON.stringify(values ?? {})}`}>{text(reason, values)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <AudiencePreview audience={audience} dueAt={call.dueAt} />
      <ActionForm answer={actionData} fields={{}} once={once}>
        <HeldElements form={form} held={held} asked={audience.today.asked.length} />
        <p>{text('collection.opening.what')}</p>
        <button type="submit" disabled={problems.length > 0} aria-describedby="why-not">
          {text('collection.opening.open')}
        </button>
        {problems.length > 0 ? (
          <p id="why-not" className="hint">
            {text('collection.opening.notYet', { count: problems.length })}
          </p>
        ) : (
          <p id="why-not" className="hint">
            {text('collection.opening.ready')}
          </p>
        )}
      </ActionForm>
    </Page>
  )
}
