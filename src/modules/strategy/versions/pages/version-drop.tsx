import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { LongField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { versionAddress, versionsHome } from '../addresses.ts'
import { dropDraft } from '../draft.service.server.ts'
import { readCurrentVersions, readNumber } from '../read-plan.server.ts'
import type { Route } from './+types/version-drop'

export const handle = {
  action: 'strategy.version.drop',
  reads: ['strategy.edit'],
  changes: ['strategy.edit'],
}

const Reason = z.object({
  why: typedText({ minimum: 5, maximum: 500 }).meta({
    label: 'strategy.versions.drop.why',
  } satisfies FieldMeta),
})
const fields = fieldsOf(Reason)

async function readDraft({
  request,
  context,
  params,
}: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'strategy.edit', { municipalityId: municipality.id })
  const number = readNumber(params.version)
  const { strategy, versions } = await readInRequest(context, (tx) =>
    readCurrentVersions(tx, municipality.id),
  )
  const version = versions.find((one) => one.number === number)
  if (!version) refuse(404, 'strategy.versions.noSuch')
  if (version.state !== 'draft') refuse(400, 'strategy.versions.notDraft')
  return { user, municipality, strategy, version }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, version } = await readDraft(args)
  return { municipality, version, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, strategy, version } = await readDraft(args)
  const form = await readForm(args.request, Reason)
  if (!form.ok) return form.answer()
  await dropDraft(args.context.get(databaseContext), user, {
    municipalityId: municipality.id,
    strategyId: strategy.id,
    number: version.number,
    why: form.value.why,
  })
  const language = languageOf(new URL(args.request.url).pathname)
  throw redirect(addressIn(language, versionsHome(municipality.slug)), 303)
}

/** Drops a draft, with a reason. */
export default function VersionDrop({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, version, once } = loaderData
  const { text, local, path } = useSpeech()
  const { number } = version
  const title = text('strategy.versions.drop.title', { number })
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(versionAddress(municipality.slug, number))}>
          {text('strategy.versions.draftOf', { number })}
        </a>
      </p>
      <h1>{title}</h1>
      <p>{text('strategy.versions.drop.help')}</p>
      <ActionForm answer={actionData} fields={fields} once={once}>
        <LongField of={fields.why} rows={3} />
        <button type="submit">{text('strategy.versions.drop.do')}</button>
      </ActionForm>
    </Page>
  )
}
