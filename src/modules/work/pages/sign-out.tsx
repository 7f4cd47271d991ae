import { data, redirect } from 'react-router'
import { databaseContext } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { NOTIFICATION_KINDS } from '../notification.ts'
import { readSignOut, signOut } from '../sign-out.service.server.ts'
import type { Route } from './+types/sign-out'

/** Programmes of mail post here by themselves (RFC 8058): the mark in the address is all the right there is. */
export const handle = {
  parameters: ['zime', 'izdarits'],
  action: 'work.letters.stop',
  takesForeignPosts: true,
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  if (search.has('izdarits')) return { state: 'done' as const, kind: null }
  if (!search.has('zime')) return { state: 'unknown' as const, kind: null }
  const mark = await readSignOut(context.get(databaseContext), search.get('zime') ?? '')
  if (!mark) return data({ state: 'unknown' as const, kind: null }, 404)
  return { state: 'asks' as const, kind: mark.kind }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const isDone = await signOut(context.get(databaseContext), searchParams.get('zime') ?? '')
  if (!isDone) return data({ state: 'unknown' as const }, 404)
  throw redirect(`${addressIn(languageOf(pathname), '/zinot/atrakstities')}?izdarits=1`, 303)
}

/** Signs out of letters of one kind, without signing in: a visit alone, as by a scanner of mail, does nothing. */
export default function SignOutPage({ loaderData, actionData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const title = text('work.signOut.title')
  const { state, kind } = loaderData
  const isUnknown = state === 'unknown' || actionData?.state === 'unknown'
  return (
    <Page title={title}>
      <h1>{title}</h1>
      {isUnknown ? <p role="alert">{text('work.signOut.unknown')}</p> : null}
      {state === 'done' ? <p role="status">{text('work.signOut.done')}</p> : null}
      {kind !== null && !isUnknown ? (
        <form method="post">
          <p>{text('work.signOut.ask', { kind: text(NOTIFICATION_KINDS[kind].label) })}</p>
          <button type="submit">{text('work.signOut.button')}</button>
        </form>
      ) : null}
      <p>
        <a href={path('/darbs/zinas')}>{text('work.signOut.choose')}</a>
      </p>
    </Page>
  )
}
