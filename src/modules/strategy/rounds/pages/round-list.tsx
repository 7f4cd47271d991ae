import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Table } from '#platform/ui/table.tsx'
import { demand, may } from '#platform/users.ts'
import { roundAddress, roundsHome } from '../addresses.ts'
import { findAsked, findRounds } from '../rounds-store.server.ts'
import { answeredOnTime } from '../standing.ts'
import type { Route } from './+types/round-list'

export const handle = { reads: ['strategy.round.read'] }

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const place = { municipalityId: municipality.id }
  demand(user, 'strategy.round.read', place)
  const rounds = await readInRequest(context, async (tx) => {
    const found = await findRounds(tx, municipality.id)
    const counted = []
    for (const round of found)
      counted.push({ round, onTime: answeredOnTime(round, await findAsked(tx, municipality.id, round.id)) })
    return counted
  })
  return { municipality, rounds, isEditor: may(user, 'strategy.round.edit', place) }
}

/** All rounds: when each asks, and how many answer in time. */
export default function RoundList({ loaderData }: Route.ComponentProps) {
  const { municipality, rounds, isEditor } = loaderData
  const { text, local, path, say } = useSpeech()
  const title = text('strategy.round.menu')
  return (
    <Page title={title} place={local(municipality.name)}>
      <h1>{title}</h1>
      <p>{text('strategy.round.lede')}</p>
      {isEditor ? (
        <p>
          <a href={path(`${roundsHome(municipality.slug)}/jauna`)}>{text('strategy.round.new')}</a>
        </p>
      ) : null}
      {rounds.length === 0 ? (
        <p>{text('strategy.round.none')}</p>
      ) : (
        <Table
          caption={text('strategy.round.list.caption', { count: rounds.length })}
          rows={rounds}
          rowKey={({ round }) => round.id}
          columns={[
            {
              heading: text('strategy.round'),
              cell: ({ round }) => (
                <>
                  <a href={path(roundAddress(municipality.slug, round.key))}>{local(round.title)}</a>
                  <span className="note">{say.period(round.asOf)}</span>
                </>
              ),
            },
            {
              heading: text('strategy.round.state'),
              cell: ({ round }) => text(`strategy.round.state.${round.state}`),
            },
            {
              heading: text('strategy.round.days'),
              cell: ({ round }) =>
                text('strategy.round.days.all', {
                  opens: say.day(round.opensOn),
                  due: say.day(round.dueOn),
                  closes: say.day(round.closesOn),
                }),
            },
            {
              heading: text('strategy.round.onTime'),
              cell: ({ onTime }) =>
                onTime.asked === 0
                  ? text('strategy.round.onTime.nobody')
                  : text('strategy.round.onTime.of', { count: onTime.asked, onTime: onTime.onTime }),
            },
          ]}
        />
      )}
    </Page>
  )
}
