import { redirect } from 'react-router'
import { signOut } from '#platform/accounts/sign-in.service.server.ts'
import { readFields } from '#platform/forms/read-fields.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { addressIn, languageOf } from '#platform/language.ts'
import { Page } from '#platform/ui/page.tsx'
import { goTo } from '../answers.server.ts'
import { accountsOf, askerIn } from '../context.server.ts'
import type { Route } from './+types/sign-out'

export const handle = { parameters: [], action: 'accounts.leave' }

const FORM_BYTES = 1000
/** Name of the field by which one leaves all the same. */
const LOSING = 'zaudet'

/** Nobody is signed out by a link; but whoever would lose something is asked here. */
export function loader({ request }: Route.LoaderArgs) {
  const unsent = unsentIn(request)
  if (unsent > 0) return { unsent }
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), '/darbs/konts'), 303)
}

export async function action({ context, request }: Route.ActionArgs) {
  const { fields } = await readFields(request, FORM_BYTES).catch(() => ({ fields: [] }))
  const isSure = fields.some(([name]) => name === LOSING)
  if (unsentIn(request) > 0 && !isSure) throw goTo(request, '/pieslegties/iziet')
  const cookies = await signOut(accountsOf(context), askerIn(context, request))
  const answer = goTo(request, '/pieslegties?stavoklis=izgajis', [...cookies, NOTHING_UNSENT])
  // A browser that many share keeps nothing of who has left.
  answer.headers.set('clear-site-data', '"cache", "storage"')
  throw answer
}

/** A browser says by this cookie how much waits in it that the server does not have; see `islands/outbox.ts`. */
const unsentIn = (request: Request): number =>
  Number(/(?:^|;\s*)izaugsme_unsent=(\d{1,6})(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? 0)
const NOTHING_UNSENT = 'izaugsme_unsent=0; Path=/; Max-Age=0; SameSite=Lax'

/** Asks before what was typed and is not on the server is lost. */
export default function SignOut({ loaderData }: Route.ComponentProps) {
  const { text, path } = useSpeech()
  const title = text('app.accounts.signOut.unsent.title')
  return (
    <Page title={title}>
      <h1>{title}</h1>
      <p>{text('app.accounts.signOut.unsent', { count: loaderData.unsent })}</p>
      <p>
        <a href={path('/darbs')}>{text('app.accounts.signOut.stay')}</a>
      </p>
      <form method="post">
        <button type="submit" name={LOSING} value="yes" className="quiet">
          {text('app.accounts.signOut.anyway')}
        </button>
      </form>
    </Page>
  )
}
