import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { demand, may } from '#platform/users.ts'
import { isStanding } from '../../model.ts'
import { midtermHome, proposalAddress, versionAddress, versionsHome } from '../addresses.ts'
import { conflictsIn } from '../conflicts.ts'
import { ConflictList } from '../parts/conflict-list.tsx'
import { DecisionFacts } from '../parts/decision-facts.tsx'
import { readNumber, readVersion } from '../read-plan.server.ts'
import type { Fields } from '../version.ts'
import type { Route } from './+types/version-detail'

export const handle = { reads: ['strategy.read'] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const place = { municipalityId: municipality.id }
  demand(user, 'strategy.read', place)
  const number = readNumber(params.version)
  const { tree, version, proposals } = await readInRequest(context, (tx) =>
    readVersion(tx, { ...place, number }),
  )
  return {
    municipality,
    version,
    proposals,
    goals: tree.goals,
    conflicts: version.state === 'draft' ? conflictsIn(tree, proposals) : [],
    mayEdit: version.state === 'draft' && may(user, 'strategy.edit', place),
    mayAdopt: version.state === 'draft' && may(user, 'strategy.adopt', place),
  }
}

/** A version: what it proposes and why; of a draft also what no longer applies, and the ways on. */
export default function VersionDetail({ loaderData }: Route.ComponentProps) {
  const { municipality, version, proposals, goals, conflicts, mayEdit, mayAdopt } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  const { number, state } = version
  const address = versionAddress(slug, number)
  const title = text(state === 'draft' ? 'strategy.versions.draftOf' : 'strategy.versions.number', {
    number,
  })
  const proposed = new Map(proposals.map((one) => [`${one.target} ${one.code}`, one.kind]))
  const titles = new Map<string, LocalText>(
    goals.flatMap((goal) => [
      [`goal ${goal.code}`, goal.title] as const,
      ...goal.directions.flatMap((direction) => [
        [`direction ${direction.code}`, direction.title] as const,
        ...direction.actions.map((action) => [`action ${action.code}`, action.title] as const),
      ]),
    ]),
  )
  const link = (target: 'goal' | 'direction' | 'action', code: string, name: string) => {
    const kind = proposed.get(`${target} ${code}`)
    return (
      <>
        <a href={path(proposalAddress(slug, number, target, code))}>
          {code} {name}
        </a>{' '}
        {kind ? <strong>{text(`strategy.versions.kind.${kind}`)}</strong> : null}
      </>
    )
  }
  return (
    <Page title={title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(versionsHome(slug))}>{text('strategy.versions.title')}</a>
      </p>
      <h1>{title}</h1>
      <DecisionFacts version={version} />
      {conflicts.length > 0 ? <ConflictList conflicts={conflicts} slug={slug} number={number} /> : null}
      <ul className="list">
        <li>
          <a href={path(`${address}/salidzinajums`)}>{text('strategy.versions.compare')}</a>
        </li>
        {mayEdit && version.kind === 'midterm' ? (
          <li>
            <a href={path(midtermHome(slug))}>{text('strategy.midterm.title')}</a>
          </li>
        ) : null}
        {mayEdit ? (
          <li>
            <a href={path(`${address}/jauna-darbiba`)}>{text('strategy.versions.add')}</a>
          </li>
        ) : null}
        {mayAdopt ? (
          <li>
            <a href={path(`${address}/lemums`)}>{text('strategy.versions.decide')}</a>
          </li>
        ) : null}
        {mayAdopt && version.decision ? (
          <li>
            <a href={path(`${address}/pienemt`)}>{text('strategy.versions.adopt')}</a>
          </li>
        ) : null}
        {mayEdit ? (
          <li>
            <a href={path(`${address}/atmest`)}>{text('strategy.versions.drop')}</a>
          </li>
        ) : null}
      </ul>
      <section>
        <h2>{text('strategy.versions.proposals')}</h2>
        {proposals.length === 0 ? <p>{text('strategy.versions.proposals.none')}</p> : null}
        {proposals.length > 0 ? (
          <Table
            caption={text('strategy.versions.proposals.caption', { count: proposals.length })}
            rows={proposals}
            rowKey={({ target, code }) => `${target} ${code}`}
            columns={[
              {
                heading: text('strategy.versions.what'),
                cell: ({ target, code, kind, fields }) => {
                  const own = kind === 'add' ? addedTitle(fields) : titles.get(`${target} ${code}`)
                  const words = `${text(`strategy.versions.target.${target}`)} ${code}`
                  return (
                    <>
                      {mayEdit ? (
                        <a href={path(proposalAddress(slug, number, target, code))}>{words}</a>
                      ) : (
                        words
                      )}{' '}
                      {own ? local(own) : null}
                    </>
                  )
                },
              },
              {
                heading: text('strategy.versions.kind'),
                cell: ({ kind, into }) => (
                  <>
                    {text(`strategy.versions.kind.${kind}`)} {into}
                  </>
                ),
              },
              { heading: text('strategy.versions.reason'), cell: ({ reason }) => local(reason) },
            ]}
          />
        ) : null}
      </section>
      {mayEdit ? (
        <section>
          <h2>{text('strategy.versions.choose')}</h2>
          <p>{text('strategy.versions.choose.help')}</p>
          {goals.map((goal) => (
            <article key={goal.code} className="branch">
              <h3>{link('goal', goal.code, local(goal.title))}</h3>
              {goal.directions.map((direction) => (
                <details key={direction.code}>
                  <summary>
                    {direction.code} {local(direction.title)}
                  </summary>
                  <p>
                    <a href={path(proposalAddress(slug, number, 'direction', direction.code))}>
                      {text('strategy.versions.changeDirection', { code: direction.code })}
                    </a>
                  </p>
                  <ul className="list">
                    {direction.actions.filter(isStanding).map((action) => (
                      <li key={action.code}>{link('action', action.code, local(action.title))}</li>
                    ))}
                  </ul>
                </details>
              ))}
            </article>
          ))}
        </section>
      ) : null}
    </Page>
  )
}

/** What an action that is to be added is called. */
const addedTitle = ({ title_lv, title_en }: Fields): LocalText => ({
  lv: String(title_lv ?? ''),
  en: String(title_en ?? title_lv ?? ''),
})
