import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { may, mayAnywhere } from '#platform/users.ts'
import { dutyAddress } from '../duty.ts'
import { findOwnRules } from '../duty-store.server.ts'
import { DutyTimes } from '../parts/duty-times.tsx'
import { readDuties } from '../read-duties.server.ts'
import type { Route } from './+types/duty-list'

export const handle = { reads: ['work.duty.read'] }

export async function loader({ context, request }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const { id: municipalityId } = municipality
  if (!mayAnywhere(user, 'work.duty.read', municipalityId)) refuse(403, 'platform.refused.grant')
  const read = await readInRequest(context, async (tx) => {
    const times = await readDuties(tx, municipalityId, municipalDay())
    const accounts = times.flatMap(({ rule }) => rule.accountId ?? [])
    const names = await findAccountNames(tx, municipalityId, accounts)
    return { times, names: Object.fromEntries(names), own: await findOwnRules(tx, municipalityId) }
  })
  return { ...read, municipality, mayEdit: may(user, 'work.duty.edit', { municipalityId }) }
}

/** The calendar of duties for those who see to them. */
export default function DutyList({ loaderData }: Route.ComponentProps) {
  const { municipality, times, names, own, mayEdit } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  const title = text('work.duties.title')
  const home = path(`/darbs/${slug}/pienakumi`)
  return (
    <Page title={title} place={local(municipality.name)}>
      <h1>{title}</h1>
      <p>{text('work.duties.lede')}</p>
      <p>
        <a href={path(`/${slug}/pienakumi`)}>{text('work.duties.public')}</a>
        {' · '}
        <a href={path('/darbs/kalendars')}>{text('work.calendar.title')}</a>
      </p>
      <DutyTimes
        times={times}
        slug={slug}
        names={names}
        hrefOf={({ rule, period }) => dutyAddress(slug, rule.key, period)}
      />
      {mayEdit ? (
        <section aria-labelledby="own">
          <h2 id="own">{text('work.duties.own')}</h2>
          <p>{text('work.duties.own.lede')}</p>
          <ul>
            {own.map(({ key, name }) => (
              <li key={key}>
                <a href={`${home}/savi/${key}`}>{local(name)}</a>
              </li>
            ))}
            <li>
              <a href={`${home}/savi/jauns`}>{text('work.duties.own.new')}</a>
            </li>
          </ul>
        </section>
      ) : null}
      <p className="source after">{text('work.duties.retold')}</p>
    </Page>
  )
}
