import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { ChoiceField } from '#platform/forms/field-parts.tsx'
import { type FieldMeta, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { ReportBody } from '#platform/reports/report-body.tsx'
import { Page } from '#platform/ui/page.tsx'
import { frozenAddress, reportAddress } from '../addresses.ts'
import { freezeReport, previewFrozen } from '../freeze.service.server.ts'
import { Stray } from '../parts/stray.tsx'
import type { Route } from './+types/report-freeze'

export const handle = {
  action: 'publishing.report.freeze',
  reads: ['publishing.report.freeze'],
  changes: ['publishing.report.freeze'],
}

const FreezeEntry = z.object({
  readers: z
    .enum(['inner', 'public'], 'publishing.freeze.readers.missing')
    .meta({ label: 'publishing.freeze.readers' } satisfies FieldMeta),
})
const READERS = (['inner', 'public'] as const).map((value) => ({
  value,
  label: `publishing.freeze.readers.${value}` as const,
}))
const fields = fieldsOf(FreezeEntry)
const Sent = FreezeEntry.extend({ seen: z.string() })

async function preview({
  request,
  context,
  params,
}: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const asked = { municipalityId: municipality.id, key: params.report }
  const db = context.get(databaseContext)
  const shown = await previewFrozen(db, user, asked)
  if (shown.draft.state !== 'draft') refuse(404, 'publishing.reports.noSuch')
  return { user, municipality, asked, db, ...shown }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, draft, content, unwritten, mark, written } = await preview(args)
  return { municipality, draft, content, unwritten, mark, dataAt: written.dataAt, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, asked, db } = await preview(args)
  const form = await readForm(args.request, Sent)
  if (!form.ok) return form.answer()
  const { readers, seen } = form.value
  const number = await freezeReport(db, user, asked, { isPublic: readers === 'public', seen })
  if (number === undefined) return form.answer({ '': [{ reason: 'publishing.freeze.changed' }] }, 409)
  const language = languageOf(new URL(args.request.url).pathname)
  throw redirect(addressIn(language, frozenAddress(municipality.slug, asked.key, number)), 303)
}

/** Shows what freezing would keep for good, and for whom. */
export default function ReportFreeze({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, draft, content, unwritten, mark, dataAt, once } = loaderData
  const { text, local, language, path, instant } = useSpeech()
  const title = text('publishing.freeze.title')
  const { sections, questions } = unwritten
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(reportAddress(municipality.slug, draft.key))}>{content[language].title}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('publishing.freeze.lede', { time: instant(dataAt) })}</p>
      <ul>
        <li>
          {sections.lv.length === 0
            ? text('publishing.freeze.sections.none')
            : text('publishing.freeze.sections', { count: sections.lv.length })}
        </li>
        <li>
          {sections.en.length === 0
            ? text('publishing.freeze.english.none')
            : text('publishing.freeze.english', { count: sections.en.length })}
        </li>
        <li>
          {questions.length === 0
            ? text('publishing.freeze.questions.none')
            : text('publishing.freeze.questions', { count: questions.length })}
        </li>
      </ul>
      <Stray of={unwritten.stray} />
      <ActionForm answer={actionData} fields={fields} once={once}>
        <input type="hidden" name="seen" value={mark} />
        <ChoiceField of={fields.readers} options={READERS} />
        <button type="submit">{text('publishing.freeze.do')}</button>
      </ActionForm>
      <article aria-labelledby="preview">
        <h2 id="preview">{text('publishing.freeze.preview')}</h2>
        <ReportBody report={content[language]} />
      </article>
    </Page>
  )
}
