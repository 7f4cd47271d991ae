import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { DutyTimes } from '../parts/duty-times.tsx'
import { readDuties } from '../read-duties.server.ts'
import type { Route } from './+types/public-duties'

export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const times = await readInRequest(context, (tx) => readDuties(tx, municipality.id, municipalDay()))
  // Who answers is the affair of those who work here.
  return { municipality, times: times.map(withoutAccounts) }
}

const withoutAccounts = <Time extends Awaited<ReturnType<typeof readDuties>>[number]>(time: Time): Time => ({
  ...time,
  rule: { ...time.rule, accountId: null },
  said: [],
})

/** What the law and the municipality's own documents ask for in education, by when, and what of it is done. */
export default function PublicDuties({ loaderData }: Route.ComponentProps) {
  const { municipality, times } = loaderData
  const { text, local } = useSpeech()
  const title = text('work.duties.title')
  return (
    <Page title={title} place={local(municipality.name)}>
      <h1>{title}</h1>
      <p>{text('work.duties.lede')}</p>
      <DutyTimes times={times} slug={municipality.slug} />
      <p className="source after">{text('work.duties.retold')}</p>
    </Page>
  )
}
