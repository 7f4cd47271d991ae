import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { municipalityContext } from '../context.server.ts'
import { institutionsAddress, ownInstitutionAddress } from '../institution-address.ts'
import { byType, filterInstitutions, INSTITUTION_PARAMETERS } from '../institution-filter.ts'
import { InstitutionFilters } from '../parts/institution-filters.tsx'
import { InstitutionLinks } from '../parts/institution-links.tsx'
import { today } from '../read-day.ts'
import { readInstitutions } from '../read-institutions.server.ts'
import { sayType } from '../words/institution.ts'
import type { Route } from './+types/own-institution'

export const handle = { parameters: [INSTITUTION_PARAMETERS.words] }

/** So many of a type are shown at first sight; more are folded. */
const MOST_AT_SIGHT = 12

export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const words = new AskedValues(request).text(INSTITUTION_PARAMETERS.words)
  const { there, notSaid } = await readInRequest(context, (tx) =>
    readInstitutions(tx, municipality.id, today()),
  )
  const all = [...there, ...notSaid]
  return { municipality, words, isKnown: all.length > 0, groups: byType(filterInstitutions(all, { words })) }
}

/** Leads whoever works at an institution, or whose child goes there, to all that is published about it. */
export default function OwnInstitution({ loaderData }: Route.ComponentProps) {
  const { municipality, words, isKnown, groups } = loaderData
  const speech = useSpeech()
  const { text, local, path } = speech
  const { slug } = municipality
  const place = local(municipality.name)
  const trail = [{ label: text('registry.institutions'), address: path(`/${slug}${institutionsAddress}`) }]
  return (
    <Page
      title={text('registry.own.title')}
      place={place}
      description={text('registry.own.lead', { name: place })}
      trail={trail}
      hasContents={false}
    >
      <h1>{text('registry.own.title')}</h1>
      {isKnown ? (
        <>
          <p>{text('registry.own.lead', { name: place })}</p>
          <InstitutionFilters address={path(`/${slug}${ownInstitutionAddress}`)} filter={{ words }} />
        </>
      ) : (
        <p>
          {text('registry.institutions.none', { name: place })}.{' '}
          {text('registry.institutions.none.explanation')}
        </p>
      )}
      {isKnown && groups.length === 0 ? (
        <p role="status">{text('registry.own.notFound', { words: words ?? '' })}</p>
      ) : null}
      {groups.map(({ type, rows }) => {
        const [first] = rows
        const list = <InstitutionLinks institutions={rows} slug={slug} on={undefined} />
        return (
          <section key={type}>
            <h2>{first ? sayType(first.version, speech) : type}</h2>
            {rows.length <= MOST_AT_SIGHT ? (
              list
            ) : (
              <details open={words !== undefined}>
                <summary>{text('registry.about.show', { count: rows.length })}</summary>
                {list}
              </details>
            )}
          </section>
        )
      })}
      <p>
        <a href={path('/mana-iestade')}>{text('registry.own.elsewhere')}</a>
      </p>
    </Page>
  )
}
