import { municipalityContext } from '#modules/registry.context'
import { findAccountNames } from '#platform/accounts/holders-store.server.ts'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { ReportBody } from '#platform/reports/report-body.tsx'
import { Page } from '#platform/ui/page.tsx'
import { demand, may } from '#platform/users.ts'
import { frozenAddress, publicReportAddress, reportAddress } from '../addresses.ts'
import { findFrozenReport } from '../frozen-store.server.ts'
import { numberIn } from '../number-in.ts'
import { DownloadLinks } from '../parts/download-links.tsx'
import { NewerFigures, todayOf } from '../parts/newer-figures.tsx'
import { ShownDuties } from '../parts/shown-duties.tsx'
import { readDutiesShownBy } from '../read-duties.server.ts'
import { readNewer } from '../read-newer.server.ts'
import type { Route } from './+types/frozen-detail'

export const handle = { reads: ['publishing.report.read'] }

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  demand(user, 'publishing.report.read', { municipalityId })
  const asked = { key: params.report, number: numberIn(params.number) }
  const { frozen, names, duties } = await readInRequest(context, async (tx) => {
    const frozen =
      (await findFrozenReport(tx, municipalityId, asked)) ?? refuse(404, 'publishing.reports.noSuch')
    const names = await findAccountNames(tx, municipalityId, [frozen.frozenBy])
    const mayMark = may(user, 'work.duty.edit', { municipalityId })
    return { frozen, names, duties: mayMark ? await readDutiesShownBy(tx, municipality, frozen) : [] }
  })
  const newer = await readNewer(context.get(databaseContext), municipalityId, frozen)
  return { municipality, frozen, newer, duties, by: names.get(frozen.frozenBy) ?? null }
}

/** A frozen report for those who write reports, and for the council. */
export default function FrozenDetail({ loaderData }: Route.ComponentProps) {
  const { municipality, frozen, newer, duties, by } = loaderData
  const { text, local, language, path, instant } = useSpeech()
  const { slug } = municipality
  const report = frozen.content[language]
  return (
    <Page title={report.title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(reportAddress(slug, frozen.key))}>{text('publishing.frozen.toDraft')}</a>
      </p>
      <h1>{report.title}</h1>
      <p>
        {text('publishing.frozen.by', {
          number: String(frozen.number),
          time: instant(frozen.frozenAt),
          name: by ?? text('publishing.somebody'),
          data: instant(frozen.dataAt),
        })}{' '}
        {frozen.isPublic ? (
          <a href={path(publicReportAddress(slug, frozen.key, frozen.number))}>
            {text('publishing.frozen.public')}
          </a>
        ) : (
          text('publishing.frozen.inner')
        )}
      </p>
      <ShownDuties duties={duties} />
      <NewerFigures newer={newer} language={language} />
      <section aria-labelledby="away">
        <h2 id="away">{text('publishing.download.title')}</h2>
        <DownloadLinks home={frozenAddress(slug, frozen.key, frozen.number)} />
      </section>
      <ReportBody report={report} today={todayOf(newer, language)} />
    </Page>
  )
}
