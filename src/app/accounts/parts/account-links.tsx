import { useSpeech } from '#platform/i18n.tsx'

/**
 * What stands at the top of every page: who has signed in and the way out, or the way in. Public pages are the
 * same for everybody, so that there it is always the way in.
 */
export function AccountLinks({ name }: { name: string | undefined }) {
  const { text, path } = useSpeech()
  if (name === undefined) {
    return (
      <a href={path('/darbs')} rel="nofollow">
        {text('app.accounts.signIn')}
      </a>
    )
  }
  return (
    <>
      <a href={path('/darbs/konts')}>{name}</a>
      <form method="post" action={path('/pieslegties/iziet')} className="way-out">
        <button type="submit">{text('app.accounts.signOut')}</button>
      </form>
    </>
  )
}
