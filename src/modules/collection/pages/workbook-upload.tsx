import { data, redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import type { Handle } from '#platform/http/address.ts'
import { languageOf, useSpeech } from '#platform/i18n.tsx'
import { addressIn } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { formAddress, uploadAddress, workbookAddress } from '../addresses.ts'
import { phaseOf } from '../calls/phase.ts'
import { findAsked } from '../form/asked.server.ts'
import { readDraft } from '../form/read-draft.server.ts'
import { mayHandIn } from '../life/may-hand-in.ts'
import { TakenOver } from '../parts/taken-over.tsx'
import { UploadForm } from '../parts/upload-form.tsx'
import { WorkbookPreview } from '../parts/workbook-preview.tsx'
import { readUpload } from '../workbook/read-upload.server.ts'
import { lookAtWorkbook, takeOverWorkbook } from '../workbook/upload.service.server.ts'
import { wordsIn } from '../workbook/words.ts'
import type { Route } from './+types/workbook-upload'

export const handle = {
  action: 'collection.upload',
  parameters: ['ieraksts'],
  reads: ['collection.read'],
  changes: ['collection.answer'],
} satisfies Handle

type Args = Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>

async function readAsked({ request, context, params }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const read = await readInRequest(context, async (tx) => {
    const asked = await findAsked(tx, municipality, params)
    return asked && { asked, draft: await readDraft(tx, asked) }
  })
  const { asked, draft } = read ?? refuse(404, 'collection.notFound')
  return { user, municipality, asked, draft }
}

export async function loader(args: Route.LoaderArgs) {
  const { user, municipality, asked, draft } = await readAsked(args)
  const number = Number(new URL(args.request.url).searchParams.get('ieraksts'))
  const now = new Date()
  const place = { municipalityId: municipality.id, institutionId: asked.institution.id }
  return {
    municipality,
    asked,
    form: draft.form,
    right: mayHandIn({ ...asked.submission, phase: phaseOf(asked.call, now) }, now),
    isGiver: may(user, 'collection.answer', place),
    /** What its reader has just taken over; nobody else is told that. */
    taken: draft.ground.edits.find((edit) => edit.number === number && edit.accountId === user.id),
    once: uuidv7(),
  }
}

export async function action(args: Route.ActionArgs) {
  const { request, context } = args
  const { user, municipality, asked, draft } = await readAsked(args)
  const language = languageOf(new URL(request.url).pathname)
  const db = context.get(databaseContext)
  const upload = await readUpload(request)
  if ('complaint' in upload) return data({ refused: upload.complaint }, upload.status)
  if (upload.step === 'look') {
    const looked = await lookAtWorkbook(db, user, { asked, draft, ...upload, words: wordsIn(language) })
    return data(looked, 'refused' in looked || looked.problems.length > 0 ? 422 : 200)
  }
  const { number } = await takeOverWorkbook(db, user, { asked, draft }, upload)
  const to = uploadAddress(municipality.slug, asked.call.key, asked.institution.key)
  throw redirect(`${addressIn(language, to)}?ieraksts=${number}`, 303)
}

/** Where a filled workbook is uploaded: first what it would change, then the taking over into the draft. */
export default function WorkbookUpload({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, asked, form, right, isGiver, taken, once } = loaderData
  const { text, path, local, say } = useSpeech()
  const { call, institution } = asked
  const keys = [municipality.slug, call.key, institution.key] as const
  const title = text('collection.upload.title')
  const hasProblems = actionData && ('refused' in actionData || actionData.problems.length > 0)
  return (
    <Page
      title={hasProblems ? text('platform.form.problemsTitle', { title }) : title}
      place={`${local(institution.name)} · ${local(municipality.name)}`}
    >
      <p className="eyebrow">
        <a href={path(formAddress(...keys))}>{local(call.title)}</a> · {local(institution.name)} ·{' '}
        {say.period(call.period)}
      </p>
      <h1>{title}</h1>
      <p>{text('collection.upload.lede')}</p>
      <ul className="links">
        <li>
          <a href={path(workbookAddress(...keys))}>{text('collection.upload.download')}</a>
        </li>
        <li>
          <a href={path(formAddress(...keys))}>{text('collection.upload.toForm')}</a>
        </li>
      </ul>
      {taken && !actionData ? <TakenOver edit={taken} form={form} address={formAddress(...keys)} /> : null}
      {actionData && !('refused' in actionData) ? (
        <WorkbookPreview looked={actionData} form={form} once={once} mayTake={right.may} />
      ) : null}
      {isGiver && right.may ? (
        <UploadForm
          refused={actionData && 'refused' in actionData ? actionData.refused : undefined}
          once={once}
        />
      ) : (
        <p>{isGiver && !right.may ? text(right.why) : text('collection.upload.onlyRead')}</p>
      )}
    </Page>
  )
}
