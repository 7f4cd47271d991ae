import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { may } from '#platform/users.ts'
import { collectionHome } from '../../addresses.ts'
import { demandReader } from '../../demand-reader.ts'
import { findAnswersOf, findCountryPolls } from '../country-poll-store.server.ts'
import { findInstitutionPolls } from '../institution-poll-store.server.ts'
import { PollList } from '../parts/poll-list.tsx'
import { isOpenAt } from '../poll.ts'
import { findResults } from '../poll-result-store.server.ts'
import type { Route } from './+types/poll-work-list'

export const handle = { reads: ['collection.read'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demandReader(user, municipality.id)
  const { id: municipalityId } = municipality
  const now = new Date()
  const mayAnswer = may(user, 'collection.poll.answer', { municipalityId })
  const read = await readInRequest(context, async (tx) => {
    const own = await findInstitutionPolls(tx, municipalityId)
    const results = await findResults(tx, municipalityId, own)
    const answers = await findAnswersOf(tx, municipalityId)
    const ofCountry = await findCountryPolls(tx)
    return {
      own: own.map(({ id, key, title, closesAt, state }) => ({
        key,
        title,
        closesAt,
        isDraft: state === 'draft',
        isOpen: isOpenAt(closesAt, now),
        result: results.get(id) ?? null,
      })),
      waiting: ofCountry
        .filter(({ closesAt }) => isOpenAt(closesAt, now))
        .map(({ id, key, title, closesAt }) => ({ key, title, closesAt, isAnswered: answers.has(id) })),
    }
  })
  return {
    ...read,
    waiting: mayAnswer ? read.waiting : [],
    municipality,
    mayEdit: may(user, 'collection.call.edit', { municipalityId }),
  }
}

/** Short questions: what the country asks the municipality, and what the municipality asks its institutions. */
export default function PollWorkList({ loaderData }: Route.ComponentProps) {
  const { municipality, own, waiting, mayEdit } = loaderData
  const { text, local, path, instant } = useSpeech()
  const home = path(`${collectionHome(municipality.slug)}/aptaujas`)
  const drafts = own.filter(({ isDraft }) => isDraft)
  return (
    <Page title={text('collection.polls.title')} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(collectionHome(municipality.slug))}>{text('collection.menu')}</a>
        {' · '}
        <a href={path(`${collectionHome(municipality.slug)}/darba-saraksti`)}>
          {text('collection.campaigns.title')}
        </a>
      </p>
      <h1>{text('collection.polls.title')}</h1>
      <p>{text('collection.polls.lede')}</p>
      {mayEdit ? (
        <p>
          <a href={`${home}/jauna`}>{text('collection.polls.new')}</a>
        </p>
      ) : null}
      {waiting.length > 0 ? (
        <section aria-labelledby="country">
          <h2 id="country">{text('collection.polls.ofCountry')}</h2>
          <ul className="list">
            {waiting.map(({ key, title, closesAt, isAnswered }) => (
              <li key={key}>
                <a href={`${home}/pasvaldibam/${key}`}>{local(title)}</a>
                <small>
                  {text(isAnswered ? 'collection.polls.answeredByUs' : 'collection.polls.unfinished')}{' '}
                  {text('collection.polls.openUntil', { at: instant(closesAt) })}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {drafts.length > 0 ? (
        <section aria-labelledby="drafts">
          <h2 id="drafts">{text('collection.polls.drafts')}</h2>
          <ul className="list">
            {drafts.map(({ key, title }) => (
              <li key={key}>
                <a href={`${home}/${key}`}>{local(title)}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="own">
        <h2 id="own">{text('collection.polls.ofInstitutions')}</h2>
        <PollList polls={own.filter(({ isDraft }) => !isDraft)} address={home} />
      </section>
    </Page>
  )
}
