import { redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { Guide } from '#modules/findings/parts'
import { guidanceFor } from '#modules/findings.server'
import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { FormAnswer } from '#platform/forms/form.ts'
import { languageOf, useSpeech } from '#platform/i18n.tsx'
import { addressIn } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import {
  callAddress,
  feedbackAddress,
  formAddress,
  reviewAddress,
  uploadAddress,
  workbookAddress,
} from '../addresses.ts'
import { phaseOf } from '../calls/phase.ts'
import { leaveToPoll } from '../campaigns/own-page.ts'
import { findAsked } from '../form/asked.server.ts'
import { readContacts } from '../form/contact.server.ts'
import { draftOf, heldIn, writersOf } from '../form/draft.ts'
import { readDraft } from '../form/read-draft.server.ts'
import { readEntry } from '../form/read-entry.ts'
import { readPost } from '../form/read-post.server.ts'
import { sendForm } from '../form/send-form.server.ts'
import { readCheckContext, readEarlier } from '../life/check-context.server.ts'
import { lastYearOf } from '../life/earlier.ts'
import { mayHandIn } from '../life/may-hand-in.ts'
import { isLate } from '../life/steps.ts'
import { dueOf } from '../monitoring/completeness.ts'
import { CallHead } from '../parts/call-head.tsx'
import { FormStanding } from '../parts/form-standing.tsx'
import { SubmissionForm } from '../parts/submission-form.tsx'
import type { Route } from './+types/submission-form'

export const handle = {
  action: 'collection.submission',
  reads: ['collection.read'],
  changes: ['collection.answer'],
}

/** Of what a giver is told what to do now. */
const TOLD_WHAT_TO_DO = [
  'collection.returned',
  'collection.failed',
  'collection.check.hard',
  'collection.check.soft',
] as const

type Args = Pick<Route.LoaderArgs, 'request' | 'context' | 'params'>

async function readAsked({ request, context, params }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const read = await readInRequest(context, async (tx) => {
    const asked = await findAsked(tx, municipality, params)
    return asked && { asked, draft: await readDraft(tx, asked) }
  })
  if (read) leaveToPoll(request, municipality.slug, read.asked.call)
  return { ...(read ?? refuse(404, 'collection.notFound')), user, municipality }
}

export async function loader(args: Route.LoaderArgs) {
  const { context } = args
  const { asked, draft, user, municipality } = await readAsked(args)
  const { call, institution, submission } = asked
  const typed = draftOf(draft.ground)
  const { edits } = draft.ground
  const held = heldIn(edits, typed)
  const writers = writersOf(edits)
  const read = await readInRequest(context, async (tx) => {
    const earlier = await readEarlier(tx, asked, draft.form)
    const people = [...writers, ...held.values()].map(({ accountId }) => accountId)
    return {
      earlier,
      checks: await readCheckContext(tx, asked, draft.form, earlier),
      names: await findAccountNames(tx, municipality.id, [
        ...people,
        ...(submission.decision ? [submission.decision.decidedBy] : []),
      ]),
      guidance: await guidanceFor(tx, municipality.id, [...TOLD_WHAT_TO_DO]),
    }
  })
  const now = new Date()
  const place = { municipalityId: municipality.id, institutionId: institution.id }
  return {
    municipality,
    asked,
    form: draft.form,
    reused: draft.reused,
    typed,
    number: Math.max(0, ...edits.map(({ number }) => number)),
    held,
    writers,
    entry: readEntry(draft.form, typed, read.checks),
    last: lastYearOf(read.earlier, call.period),
    names: read.names,
    guidance: read.guidance,
    contacts: await readContacts(context.get(databaseContext), municipality.id, call),
    dueAt: dueOf(call, submission),
    isLate: isLate(call, submission, now),
    account: user.id,
    checks: read.checks,
    isGiver: may(user, 'collection.answer', place),
    right: mayHandIn({ ...submission, phase: phaseOf(call, now) }, now),
    once: uuidv7(),
  }
}

export async function action(args: Route.ActionArgs) {
  const { request, context } = args
  const { asked, draft, user, municipality } = await readAsked(args)
  const post = await readPost(request, draft.form)
  const sent = await sendForm(context.get(databaseContext), user, { asked, draft, post })
  if (sent instanceof FormAnswer) return sent
  const keys = [municipality.slug, asked.call.key, asked.institution.key] as const
  // Whoever hands figures in sees at once what they show.
  const to = sent.done === 'saved' ? formAddress(...keys) : feedbackAddress(...keys)
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), to), 303)
}

/** The form of one institution: what is asked and why, what stands in it, and what can be done with it. */
export default function SubmissionFormPage({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, asked, contacts, dueAt, writers, names, isGiver } = loaderData
  const { text, path, local, say } = useSpeech()
  const { call, institution, submission } = asked
  const title = local(call.title)
  const keys = [municipality.slug, call.key, institution.key] as const
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={`${local(institution.name)} · ${local(municipality.name)}`}
    >
      <p className="eyebrow">
        {local(institution.name)} · {say.period(call.period)}
      </p>
      <h1>{title}</h1>
      <CallHead call={call} dueAt={dueAt} contacts={contacts} />
      <FormStanding
        submission={submission}
        isLate={loaderData.isLate}
        writers={writers}
        names={names}
        right={isGiver ? loaderData.right : undefined}
      />
      {TOLD_WHAT_TO_DO.filter((subject) =>
        subject === 'collection.returned'
          ? submission.state === 'returned'
          : actionData !== undefined || (subject === 'collection.failed' && submission.hasFailed),
      ).map((subject) => (
        <Guide key={subject} of={loaderData.guidance[subject]} about={text(`${subject}.name`)} />
      ))}
      <ul className="links">
        <li>
          <a href={path(callAddress(municipality.slug, call.key))}>{text('collection.form.aboutCall')}</a>
        </li>
        <li>
          <a href={path(workbookAddress(...keys))}>{text('collection.form.workbook')}</a>
        </li>
        <li>
          <a href={path(uploadAddress(...keys))}>{text('collection.upload.title')}</a>
        </li>
        {submission.handedIn ? (
          <li>
            <a href={path(reviewAddress(...keys))}>{text('collection.form.handedIn')}</a>
          </li>
        ) : null}
      </ul>
      <SubmissionForm read={loaderData} slug={municipality.slug} answer={actionData} />
    </Page>
  )
}
