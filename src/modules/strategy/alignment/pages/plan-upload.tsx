import { data, redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { databaseContext } from '#platform/context.server.ts'
import { FileField } from '#platform/forms/field-parts.tsx'
import { fieldsOf, fileField } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { FORM_WITH_FILES_BYTES, readForm } from '#platform/forms/read-form.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { planAddress } from '../addresses.ts'
import { readAskedPlan } from '../asked-plan.server.ts'
import { mayWrite } from '../plan-rights.ts'
import { importPlan } from '../workbook/import.service.server.ts'
import type { Route } from './+types/plan-upload'

/** How many tasks were added, changed and left as they are: `3-1-12`. */
const RESULT = 'rezultats'

export const handle = {
  action: 'strategy.plan.upload',
  parameters: [RESULT],
  reads: ['strategy.alignment.edit', 'strategy.development.edit'],
  changes: ['strategy.alignment.edit', 'strategy.development.edit'],
} satisfies Handle

const UploadEntry = z.object({
  workbook: fileField({ label: 'strategy.alignment.upload.file', hint: 'strategy.alignment.upload.hint' }),
})
const fields = fieldsOf(UploadEntry)

export async function loader(args: Route.LoaderArgs) {
  const { user, municipality, plan } = await readAskedPlan(args)
  if (!mayWrite(user, plan)) refuse(403, 'platform.refused.grant')
  const [, ...counts] =
    /^(\d{1,4})-(\d{1,4})-(\d{1,4})$/.exec(new URL(args.request.url).searchParams.get(RESULT) ?? '') ?? []
  return {
    municipality,
    plan: { kind: plan.kind, key: plan.key, title: plan.title, isDraft: plan.state === 'draft' },
    counts: counts.length === 3 ? counts.map(Number) : null,
    once: uuidv7(),
  }
}

export async function action(args: Route.ActionArgs) {
  const { user, asked } = await readAskedPlan(args)
  const form = await readForm(args.request, UploadEntry, FORM_WITH_FILES_BYTES)
  if (!form.ok) return { answer: form.answer(), problems: [] }
  const done = await importPlan(args.context.get(databaseContext), user, asked, form.value.workbook.bytes)
  if ('problems' in done) return data({ answer: undefined, problems: done.problems }, 422)
  const { added, changed, same } = done
  throw redirect(`${new URL(args.request.url).pathname}?${RESULT}=${added}-${changed}-${same}`, 303)
}

/** Where a filled workbook of a plan is uploaded: all of it is taken over, or nothing and why, cell by cell. */
export default function PlanUpload({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, plan, counts, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('strategy.alignment.upload.title')
  const problems = actionData?.problems ?? []
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(planAddress(municipality.slug, plan))}>{plan.title}</a>
      </p>
      <h1>{title}</h1>
      {counts && !actionData ? (
        <p role="status">
          {text('strategy.alignment.upload.done', {
            added: counts[0] ?? 0,
            changed: counts[1] ?? 0,
            same: counts[2] ?? 0,
          })}
        </p>
      ) : null}
      <p>{text('strategy.alignment.upload.help')}</p>
      <ul className="links">
        <li>
          <a href={path(`${planAddress(municipality.slug, plan)}/plans.xlsx`)}>
            {text('strategy.alignment.link.download')}
          </a>
        </li>
      </ul>
      {problems.length > 0 ? (
        // biome-ignore lint/a11y/noAutofocus: without it who listens would not learn that the page is another one
        <div className="problems" role="alert" tabIndex={-1} autoFocus>
          <h2>{text('strategy.alignment.upload.refused')}</h2>
          <p>{text('strategy.alignment.upload.nothingWritten', { count: problems.length })}</p>
          <ul>
            {problems.map(({ cell, reason, values }) => (
              <li key={`${cell} ${reason}`}>
                {cell ? <strong>{cell}: </strong> : null}
                {text(reason, values)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {plan.isDraft ? (
        <ActionForm answer={actionData?.answer} fields={fields} once={once} hasFiles>
          <FileField of={fields.workbook} accept=".xlsx" />
          <button type="submit">{text('strategy.alignment.upload.save')}</button>
        </ActionForm>
      ) : (
        <p>{text('strategy.alignment.refused.state')}</p>
      )}
    </Page>
  )
}
