import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { ReportBody } from '#platform/reports/report-body.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import { Page } from '#platform/ui/page.tsx'
import { publicReportAddress } from '../addresses.ts'
import { findFrozen, findFrozenReport } from '../frozen-store.server.ts'
import { numberIn } from '../number-in.ts'
import { DownloadLinks } from '../parts/download-links.tsx'
import { NewerFigures, todayOf } from '../parts/newer-figures.tsx'
import { readNewerFrom } from '../read-newer.server.ts'
import type { Route } from './+types/public-report'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  const number = 'number' in params && params.number !== undefined ? numberIn(params.number) : undefined
  const read = await readInRequest(context, async (tx) => {
    const asked = { key: params.report, number, onlyPublic: true }
    const frozen =
      (await findFrozenReport(tx, municipalityId, asked)) ?? refuse(404, 'publishing.reports.noSuch')
    return {
      frozen,
      versions: await findFrozen(tx, municipalityId, { key: params.report, onlyPublic: true }),
      newer: await readNewerFrom(tx, municipalityId, frozen),
    }
  })
  return { municipality, isAsked: number !== undefined, ...read }
}

/** A published report as everybody reads it: as it was frozen, with what has become of its figures since. */
export default function PublicReport({ loaderData }: Route.ComponentProps) {
  const { municipality, frozen, versions, newer, isAsked } = loaderData
  const { text, local, language, path, date } = useSpeech()
  const { slug } = municipality
  const report = frozen.content[language]
  const newest = versions[0]?.number ?? frozen.number
  const others = versions.filter(({ number }) => number !== frozen.number)
  return (
    <Page title={report.title} place={local(municipality.name)}>
      <p className="eyebrow">
        <a href={path(`/${slug}/parskati`)}>{text('publishing.public.all')}</a>
      </p>
      <h1>{report.title}</h1>
      <p>
        {text('publishing.public.frozen', {
          number: String(frozen.number),
          time: date(municipalDay(frozen.frozenAt)),
          data: date(municipalDay(frozen.dataAt)),
        })}
      </p>
      {frozen.number < newest ? (
        <p role="note">
          <a href={path(publicReportAddress(slug, frozen.key))}>{text('publishing.public.newer')}</a>
        </p>
      ) : null}
      <NewerFigures newer={newer} language={language} />
      <section aria-labelledby="away">
        <h2 id="away">{text('publishing.download.title')}</h2>
        <DownloadLinks home={publicReportAddress(slug, frozen.key, isAsked ? frozen.number : undefined)} />
      </section>
      <ReportBody report={report} today={todayOf(newer, language)} />
      {others.length === 0 ? null : (
        <section aria-labelledby="versions">
          <h2 id="versions">{text('publishing.public.versions')}</h2>
          <ul>
            {others.map(({ number, frozenAt }) => (
              <li key={number}>
                <a href={path(publicReportAddress(slug, frozen.key, number))}>
                  {text('publishing.public.version', {
                    number: String(number),
                    time: date(municipalDay(frozenAt)),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
