import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { LineField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { PickField } from '#platform/forms/pick-field.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { reportAddress, sectionAddress } from '../addresses.ts'
import { AskEntry } from '../entries.ts'
import { readWorkspace } from '../read-workspace.server.ts'
import { askForCommentary } from '../report.service.server.ts'
import { sectionsOf } from '../sections.ts'
import type { Route } from './+types/commentary-ask'

export const handle = {
  action: 'publishing.report.ask',
  reads: ['publishing.report.edit', 'work.task.edit'],
  changes: ['publishing.report.edit', 'work.task.edit'],
}
const fields = fieldsOf(AskEntry)

async function readPlace({
  request,
  context,
  params,
}: Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  demand(user, 'publishing.report.edit', { municipalityId })
  demand(user, 'work.task.edit', { municipalityId })
  const db = context.get(databaseContext)
  const { draft, written } = await readWorkspace(db, user, { municipalityId, key: params.report })
  const section = sectionsOf(written.lv).find((one) => one.section.key === params.section)?.section
  if (!section || draft.state !== 'draft') refuse(404, 'publishing.reports.noSection')
  const able = new Set(await findAccountsWith(db, municipalityId, 'publishing.report.edit'))
  const holders = await readInRequest(context, (tx) => findAccountHolders(tx, municipalityId))
  const people = holders.filter(
    ({ accountId, endedOn, isAccepted }) => able.has(accountId) && endedOn === null && isAccepted,
  )
  return { user, municipality, db, draft, section, people }
}

export async function loader(args: Route.LoaderArgs) {
  const { municipality, draft, section, people } = await readPlace(args)
  const options = people.map(({ accountId, name }) => ({ value: accountId, label: name }))
  return { municipality, draft, section: { key: section.key, title: section.title }, options, once: uuidv7() }
}

export async function action(args: Route.ActionArgs) {
  const { user, municipality, db, draft, section, people } = await readPlace(args)
  const form = await readForm(args.request, AskEntry)
  if (!form.ok) return form.answer()
  const { account, due_on } = form.value
  const complaints = {
    ...(people.some(({ accountId }) => accountId === account)
      ? {}
      : { account: [{ reason: 'platform.edit.notOffered' as const }] }),
    ...(due_on !== undefined && due_on < municipalDay()
      ? { due_on: [{ reason: 'publishing.ask.past' as const }] }
      : {}),
  }
  if (Object.keys(complaints).length > 0) return form.answer(complaints)
  const address = sectionAddress(municipality.slug, draft.key, section.key)
  await askForCommentary(db, user, municipality.id, draft.key, {
    id: form.once,
    accountId: account,
    subject: section.title,
    address,
    dueOn: due_on ?? null,
  })
  throw redirect(addressIn(languageOf(new URL(args.request.url).pathname), address), 303)
}

/** Asks somebody to write a section: it becomes their task. */
export default function CommentaryAsk({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, draft, section, options, once } = loaderData
  const { text, local, path } = useSpeech()
  const title = text('publishing.ask.title', { section: section.title })
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={local(municipality.name)}
    >
      <p className="eyebrow">
        <a href={path(reportAddress(municipality.slug, draft.key))}>{text('publishing.ask.back')}</a>
      </p>
      <h1>{title}</h1>
      <p>{text('publishing.ask.lede')}</p>
      <ActionForm answer={actionData} fields={fields} once={once}>
        <PickField of={fields.account} options={options} />
        <LineField of={fields.due_on} type="date" />
        <button type="submit">{text('publishing.ask.send')}</button>
      </ActionForm>
    </Page>
  )
}
