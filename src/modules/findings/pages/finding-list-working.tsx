import { Unpublished } from '#modules/registry/parts'
import { demandSignedIn } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { demand } from '#platform/users.ts'
import { FINDINGS_ADDRESS } from '../address.ts'
import { FINDING_PARAMETERS, SEVERAL_PARAMETERS } from '../filter.ts'
import { identityOf } from '../keep-store.server.ts'
import { Findings } from '../parts/findings.tsx'
import { readFindingList } from '../read-list.server.ts'
import { RULE_SORTING } from '../rule-sorting.ts'
import type { Route } from './+types/finding-list-working'

export const handle = {
  parameters: [...FINDING_PARAMETERS, 'page', 'at', RULE_SORTING.parameter],
  several: SEVERAL_PARAMETERS,
  brought: 'findingFacets',
  reads: ['findings.read'],
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const list = await readFindingList(context, request)
  demand(user, 'findings.read', { municipalityId: list.municipality.id })
  const found = list.read?.findings ?? []
  const identities = found.map(({ anchor, code, subjects }) => [anchor, identityOf(code, subjects)] as const)
  return { ...list, identities: Object.fromEntries(identities) }
}

/** The list of findings as everybody reads it, each with a way to say something of it. */
export default function FindingListWorking({ loaderData }: Route.ComponentProps) {
  const { municipality, families, read, guidance, filter, at, identities } = loaderData
  const { text, local, path } = useSpeech()
  const { slug } = municipality
  const work = {
    address: path(`/${slug}${FINDINGS_ADDRESS}/labot`),
    addressOf: (anchor: string) => path(`/darbs/${slug}/atradumi/${identities[anchor] ?? ''}`),
  }
  return (
    <Page title={text('findings.work.title')} place={local(municipality.name)}>
      {read ? (
        <Findings
          municipality={municipality}
          families={families}
          read={read}
          guidance={guidance}
          filter={filter}
          at={at}
          work={work}
        />
      ) : (
        <>
          <h1>{text('findings.empty', { name: local(municipality.name) })}</h1>
          <Unpublished municipality={municipality} />
        </>
      )}
    </Page>
  )
}
