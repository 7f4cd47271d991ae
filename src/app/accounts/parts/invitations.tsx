import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'

/** Stands for the whole country, as in the journal. */
export const THE_COUNTRY = 'latvija'

/** Who invites an account to work there too; no name for the country. */
export type Inviting = { slug: string; name: LocalText | null }

/** What an account is asked to agree to or to decline. */
export function Invitations({ invitations }: { invitations: readonly Inviting[] }) {
  const { text, path, local } = useSpeech()
  if (invitations.length === 0) return null
  return (
    <section>
      <h2>{text('app.accounts.own.invitations')}</h2>
      <p>{text('app.accounts.own.invitations.help')}</p>
      <ul>
        {invitations.map(({ slug, name }) => {
          const place = name ? local(name) : text('app.accounts.own.invitations.country')
          return (
            <li key={slug}>
              <form method="post" action={path('/darbs/konts/uzaicinajums')}>
                <p>{text('app.accounts.own.invitations.from', { place })}</p>
                <input type="hidden" name="place" value={slug} />
                <button type="submit" name="answer" value="accept">
                  {text('app.accounts.own.invitations.accept')}
                </button>{' '}
                <button type="submit" name="answer" value="decline">
                  {text('app.accounts.own.invitations.decline')}
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
