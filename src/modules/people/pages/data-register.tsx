import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, personalDataContext } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { mayAnywhere } from '#platform/users.ts'
import { wordsOfEntries } from '../register-words.ts'
import type { Route } from './+types/data-register'

export const handle = { reads: ['people.register.read'] }

export function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  if (!mayAnywhere(user, 'people.register.read', municipality.id)) refuse(403, 'platform.refused.grant')
  return {
    municipality,
    entries: wordsOfEntries(context.get(personalDataContext)),
    maySearch: mayAnywhere(user, 'people.edit', municipality.id),
  }
}

/** The record of processing (GDPR, article 30), drawn from what modules say that they keep. */
export default function DataRegister({ loaderData }: Route.ComponentProps) {
  const { municipality, entries, maySearch } = loaderData
  const { text, path, local } = useSpeech()
  const address = path(`/darbs/${municipality.slug}/personas-dati`)
  return (
    <Page title={text('people.register.title')} place={local(municipality.name)}>
      <h1>{text('people.register.title')}</h1>
      <p>{text('people.register.lede', { municipality: local(municipality.name) })}</p>
      <ul className="links">
        <li>
          <a href={`${address}.csv`}>{text('people.register.file')}</a>
        </li>
        {maySearch ? (
          <li>
            <a href={`${address}/personas`}>{text('people.search.title')}</a>
          </li>
        ) : null}
      </ul>
      {entries.map((entry) => (
        <section key={entry.key} aria-labelledby={entry.key}>
          <h2 id={entry.key}>{text(entry.title)}</h2>
          <dl className="facts">
            {entry.facts.map(({ label, words }) => (
              <div key={label}>
                <dt>{text(label)}</dt>
                <dd>{text(words)}</dd>
              </div>
            ))}
            <div>
              <dt>{text('people.register.tables')}</dt>
              <dd>
                <code>{entry.tables.join(', ')}</code>
              </dd>
            </div>
          </dl>
        </section>
      ))}
    </Page>
  )
}
