import { Unpublished } from '#modules/registry/parts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { FINDING_PARAMETERS, SEVERAL_PARAMETERS } from '../filter.ts'
import { Findings } from '../parts/findings.tsx'
import { readFindingList } from '../read-list.server.ts'
import { RULE_SORTING } from '../rule-sorting.ts'
import type { Route } from './+types/finding-list'

export const handle = {
  parameters: [...FINDING_PARAMETERS, 'page', 'at', RULE_SORTING.parameter],
  several: SEVERAL_PARAMETERS,
  brought: 'findingFacets',
}

export const loader = ({ request, context }: Route.LoaderArgs) => readFindingList(context, request)

export default function FindingList({ loaderData }: Route.ComponentProps) {
  const { municipality, families, read, guidance, filter, at } = loaderData
  const { text, local } = useSpeech()
  return (
    <Page title={text('findings.title')} place={local(municipality.name)}>
      {read ? (
        <Findings
          municipality={municipality}
          families={families}
          read={read}
          guidance={guidance}
          filter={filter}
          at={at}
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
