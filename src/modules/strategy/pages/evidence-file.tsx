import { redirect } from 'react-router'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { keepFile } from '#platform/files/keep-file.service.server.ts'
import { FileField } from '#platform/forms/field-parts.tsx'
import { fieldsOf, fileField } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { FORM_WITH_FILES_BYTES, readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { FILE, NEW, PART, PLAN, ROW, twinOf } from '../edits/parts.ts'
import { EVIDENCE_FILES } from '../evidence.ts'
import { actionAddress } from '../subjects.ts'
import type { Route } from './+types/evidence-file'

export const handle = {
  parameters: [PLAN],
  action: 'strategy.evidence',
  reads: ['strategy.edit'],
  changes: ['strategy.edit', 'platform.file.edit'],
}

const Entry = z.object({
  file: fileField({ label: 'strategy.edit.evidence.file', hint: 'platform.file.hint' }),
})
const fields = fieldsOf(Entry)

function asked({ context, request, params }: Pick<Route.LoaderArgs, 'context' | 'request' | 'params'>) {
  const { municipality } = context.get(municipalityContext)
  const user = demandSignedIn(context, request)
  demand(user, 'strategy.edit', { municipalityId: municipality.id })
  const plan = new URL(request.url).searchParams.get(PLAN)
  const home = plan ? `/${municipality.slug}/plani/${encodeURIComponent(plan)}` : `/${municipality.slug}`
  return { municipality, user, back: `${home}${actionAddress(params.code)}` }
}

export function loader(args: Route.LoaderArgs) {
  const { municipality, back } = asked(args)
  return { municipality, back, code: args.params.code }
}

/** Keeps the file for its editors alone: everybody may have it once evidence that names it is saved. */
export async function action(args: Route.ActionArgs) {
  const { municipality, user, back } = asked(args)
  const form = await readForm(args.request, Entry, FORM_WITH_FILES_BYTES)
  if (!form.ok) return form.answer()
  const kept = await keepFile(args.context.get(databaseContext), user, {
    municipalityId: municipality.id,
    purpose: EVIDENCE_FILES,
    ...form.value.file,
  })
  if ('problem' in kept) return form.answer({ file: [{ reason: kept.problem }] })
  const next = twinOf(back, { [PART]: 'pieradijumi', [ROW]: NEW, [FILE]: kept.id })
  throw redirect(addressIn(languageOf(new URL(args.request.url).pathname), next), 303)
}

/** Hands in a file that shows how far an action has come. */
export default function EvidenceFile({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const title = text('strategy.edit.evidence.upload.title', { code: loaderData.code })
  return (
    <Page title={actionData ? text('platform.form.problemsTitle', { title }) : title}>
      <p className="eyebrow">
        <a href={path(loaderData.back)}>{loaderData.code}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('strategy.edit.evidence.upload.next')}</p>
      <ActionForm answer={actionData} fields={fields} once="" hasFiles>
        <FileField of={fields.file} />
        <button type="submit">{text('strategy.edit.evidence.upload.send')}</button>
      </ActionForm>
    </Page>
  )
}
