import { data, redirect } from 'react-router'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { databaseContext } from '#platform/context.server.ts'
import { typedDay } from '#platform/forms/day.ts'
import { LineField, LongField } from '#platform/forms/field-parts.tsx'
import { fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { readForm } from '#platform/forms/read-form.server.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { REPLY_ADDRESS } from '../addresses.ts'
import { dueOf } from '../monitoring/completeness.ts'
import { readReplying, recordReply } from '../monitoring/reply.service.server.ts'
import { REPLY_LABELS } from '../monitoring/reply.ts'
import type { Route } from './+types/reply'

export const handle = { parameters: ['zime', 'izdarits'], action: 'collection.reply' }

const ReplyForm = z.object({
  until: typedDay().meta({ label: 'collection.reply.until' }).optional(),
  words: typedText({ minimum: 0, maximum: 500, hasLines: true })
    .meta({ label: 'collection.reply.words', hint: 'collection.reply.words.hint' })
    .optional(),
})
const fields = fieldsOf(ReplyForm)

const markOf = (request: Request) => new URL(request.url).searchParams.get('zime') ?? ''

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  if (search.has('izdarits')) return { state: 'done' as const, about: null }
  if (!search.has('zime')) return { state: 'unknown' as const, about: null }
  const found = await readReplying(context.get(databaseContext), markOf(request), new Date())
  if (!found) return data({ state: 'unknown' as const, about: null }, 404)
  const { call, row, kind, problem } = found
  const about = {
    title: call.title,
    institution: row.institution.name,
    dueAt: dueOf(call, row),
    kind,
    problem,
    once: uuidv7(),
  }
  return data({ state: 'asks' as const, about }, problem === null ? 200 : 409)
}

export async function action({ context, request }: Route.ActionArgs) {
  const now = new Date()
  const db = context.get(databaseContext)
  const found = await readReplying(db, markOf(request), now)
  const form = await readForm(request, ReplyForm)
  if (!form.ok) return form.answer()
  if (!found) return form.answer({ '': [{ reason: 'collection.reply.unknown' }] })
  if (found.problem !== null) return form.answer({ '': [{ reason: found.problem }] })
  const { until = null, words } = form.value
  if (found.kind === 'later' && (until === null || until < addDays(municipalDay(now), 1)))
    return form.answer({ until: [{ reason: 'collection.reply.until.past' }] })
  await recordReply(db, found, { until, words: words || null }, now)
  throw redirect(`${addressIn(languageOf(new URL(request.url).pathname), REPLY_ADDRESS)}?izdarits=1`, 303)
}

/** Answers a reminder by a link in it, without signing in: a visit alone, as by a scanner of mail, says nothing. */
export default function ReplyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { text, local, instant, path } = useSpeech()
  const { state, about } = loaderData
  const title = text('collection.reply.title')
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {state === 'unknown' ? <p role="alert">{text('collection.reply.unknown')}</p> : null}
      {state === 'done' ? <p role="status">{text('collection.reply.done')}</p> : null}
      {about ? (
        <>
          <p>
            <strong>{local(about.title)}</strong> · {local(about.institution)}
          </p>
          <p>{text('collection.reply.due', { at: instant(new Date(about.dueAt)) })}</p>
          {about.problem === null ? (
            <ActionForm answer={actionData} fields={fields} once={about.once}>
              <p>{text('collection.reply.ask', { said: text(REPLY_LABELS[about.kind]) })}</p>
              {about.kind === 'later' ? <LineField of={fields.until} type="date" /> : null}
              <LongField of={fields.words} rows={3} />
              <button type="submit">{text('collection.reply.button')}</button>
            </ActionForm>
          ) : (
            <p role="alert">{text(about.problem)}</p>
          )}
        </>
      ) : null}
      <p>
        <a href={path('/darbs')}>{text('collection.reply.desk')}</a>
      </p>
    </Page>
  )
}
