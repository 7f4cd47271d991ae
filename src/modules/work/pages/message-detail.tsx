import { redirect } from 'react-router'
import { validate as isUuid, v7 as uuidv7 } from 'uuid'
import { findAccountHolders, findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readForm } from '#platform/forms/read-form.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { findAccountsWith } from '#platform/rights/holders.server.ts'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { MessageEntry } from '../answer.ts'
import { answerMessage, assignMessage, closeMessage, messageAddress } from '../message.service.server.ts'
import { findMessage, type Message } from '../message-store.server.ts'
import { MessageForms } from '../parts/message-forms.tsx'
import { MessageWords } from '../parts/message-words.tsx'
import { workplaceOf } from '../workplace.server.ts'
import type { Route } from './+types/message-detail'

export const handle = { action: 'work.message', reads: ['work.report.read'], changes: ['work.report.edit'] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipalityId, municipality, home } = workplaceOf(context, params)
  if (!isUuid(params.id)) refuse(404, 'work.messages.noSuch')
  const read = await readInRequest(context, async (tx) => {
    const message = (await findMessage(tx, municipalityId, params.id)) ?? refuse(404, 'work.messages.noSuch')
    const ids = message.accountId === null ? [] : [message.accountId]
    const names = await findAccountNames(tx, municipalityId, ids)
    return {
      message,
      holders: await findAccountHolders(tx, municipalityId),
      holder: message.accountId && (names.get(message.accountId) ?? null),
    }
  })
  // A message is entrusted to who may read it: it may name people.
  const able = new Set(
    await findAccountsWith(context.get(databaseContext), municipalityId, 'work.report.read'),
  )
  return {
    ...read,
    holders: read.holders.filter(({ accountId }) => able.has(accountId)),
    municipality,
    home,
    me: user.id,
    mayEdit: may(user, 'work.report.edit', { municipalityId }),
    once: uuidv7(),
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const user = demandSignedIn(context, request)
  const { municipalityId, home } = workplaceOf(context, params)
  const db = context.get(databaseContext)
  const form = await readForm(request, MessageEntry)
  if (!form.ok) return form.answer()
  const asked = { municipalityId, id: params.id, version: form.version }
  const address = messageAddress(home, params.id)
  const entry = form.value
  const moved = await (async () => {
    if (entry.act === 'answer') return answerMessage(db, user, asked, { answer: entry.answer, address })
    if (entry.act === 'close') return closeMessage(db, user, asked, { reason: entry.reason, address })
    return assignMessage(db, user, asked, {
      accountId: entry.account,
      task: { subject: await subjectOf(context, municipalityId, params.id), address },
    })
  })()
  if (moved && 'problem' in moved) return form.answer({ account: [{ reason: moved.problem }] })
  if (!moved) throw redirect(new URL(request.url).pathname, 303)
  return form.answerMeanwhile({ version: moved.meanwhile.version, saved: savedOf(moved.meanwhile) })
}

/** A task is called as what its message is about, in the words of the page or of the message. */
async function subjectOf(
  context: Route.ActionArgs['context'],
  municipalityId: string,
  id: string,
): Promise<string> {
  if (!isUuid(id)) refuse(404, 'work.messages.noSuch')
  const message = await readInRequest(context, (tx) => findMessage(tx, municipalityId, id))
  if (!message) refuse(404, 'work.messages.noSuch')
  return message.place?.title ?? message.content.slice(0, BEGINNING)
}
const BEGINNING = 80

/** What somebody else has done, in the fields of the forms. */
function savedOf({ answer, closeReason, accountId }: Message): Record<string, string> {
  return {
    ...(answer ? { answer: answer.content } : {}),
    ...(closeReason === null ? {} : { reason: closeReason }),
    ...(accountId === null ? {} : { account: accountId }),
  }
}

/** A reader's message: what it says, what was done with it, and what can be done. */
export default function MessageDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { municipality, home, message, holder, holders, me, mayEdit, once } = loaderData
  const { text, path, local } = useSpeech()
  const title = message.place?.title ?? text(`work.report.kind.${message.kind}`)
  return (
    <Page
      title={actionData ? text('platform.form.problemsTitle', { title }) : title}
      place={municipality ? local(municipality.name) : undefined}
    >
      <p>
        <a href={path(`${home}/zinojumi`)}>
          {text(municipality ? 'work.messages.title' : 'work.messages.titleCountry')}
        </a>
      </p>
      <h1>{title}</h1>
      <MessageWords
        message={message}
        holder={message.accountId === me ? text('work.messages.you') : holder}
      />
      {mayEdit && municipality ? (
        <p className="more">
          <a href={path(`${home}/zinojumi/${message.id}/labojums`)}>{text('work.correction.publish')}</a>
        </p>
      ) : null}
      {mayEdit ? (
        <MessageForms answer={actionData} message={message} holders={holders} me={me} once={once} />
      ) : null}
    </Page>
  )
}
