import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { AskedValues } from '#platform/asked.ts'
import { demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Pages } from '#platform/ui/pages.tsx'
import { FINDINGS_ADDRESS } from '../address.ts'
import { familiesContext } from '../context.server.ts'
import { type FamilyWords, wordsOf } from '../family.ts'
import { findFacetCodes } from '../kept-store.server.ts'
import { ALL_STATES } from '../life.ts'
import { countStates } from '../life-store.server.ts'
import { SEVERITIES } from '../model.ts'
import { QueueFilters } from '../parts/queue-filters.tsx'
import { QueueList } from '../parts/queue-list.tsx'
import { StateWords } from '../parts/state-words.tsx'
import { countQueue, findQueue, type QueueFilter } from '../queue-store.server.ts'
import type { Route } from './+types/finding-queue'

const PARAMETERS = ['whose', 'state', 'severity', 'family', 'owner']
export const handle = { parameters: [...PARAMETERS, 'page'], reads: 'present' }
/** How many a page shows. */
const SHOWN = 25

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const values = new AskedValues(request)
  const families = wordsOf(context.get(familiesContext))
  const filter = readQueueFilter(values, families)
  const asked = { municipalityId: municipality.id, accountId: user.id, filter }
  const read = await readInRequest(context, async (tx) => {
    const count = await countQueue(tx, asked)
    const pages = Math.max(1, Math.ceil(count / SHOWN))
    const page = values.page()
    values.demandPage(pages)
    values.demandRight()
    const findings = await findQueue(tx, asked, { from: (page - 1) * SHOWN, most: SHOWN })
    const accounts = new Set(findings.flatMap(({ account_id }) => account_id ?? []))
    const names = await findAccountNames(tx, municipality.id, [...accounts])
    const owners = [...((await findFacetCodes(tx, municipality.id)).get('owner') ?? [])].sort((a, b) =>
      a.localeCompare(b, 'lv'),
    )
    const states = await countStates(tx, municipality.id)
    return { count, page, pages, findings, owners, states, names: Object.fromEntries(names) }
  })
  return { ...read, filter, municipality, me: user.id, families }
}

const readQueueFilter = (asked: AskedValues, families: readonly FamilyWords[]): QueueFilter => ({
  whose: asked.oneOf('whose', ['mine', 'nobodys']),
  state: asked.oneOf('state', ALL_STATES),
  severity: asked.oneOf('severity', SEVERITIES),
  family: asked.oneOf(
    'family',
    families.map(({ name }) => name),
  ),
  owner: asked.text('owner'),
})

/** What the data say about themselves, as those who answer for them work through it. */
export default function FindingQueue({ loaderData }: Route.ComponentProps) {
  const { municipality, families, filter, owners, states, count, page, pages, findings, names, me } =
    loaderData
  const { text, path, local } = useSpeech()
  const address = path(`/darbs/${municipality.slug}/atradumi`)
  return (
    <Page title={text('findings.queue.title')} place={local(municipality.name)}>
      <h1>{text('findings.queue.title')}</h1>
      <p>{text('findings.queue.lede')}</p>
      <StateWords counts={states} />
      <p>
        <a href={path(`/${municipality.slug}${FINDINGS_ADDRESS}`)}>{text('findings.asPublic')}</a>
      </p>
      <p>
        <a href={`${address}/ko-darit`}>{text('findings.guidance.title')}</a>
      </p>
      <QueueFilters filter={filter} families={families} owners={owners} clearAddress={address} />
      <p role="status">{text('findings.queue.count', { count })}</p>
      <QueueList findings={findings} families={families} names={names} me={me} address={address} />
      <Pages page={page} pages={pages} />
    </Page>
  )
}
