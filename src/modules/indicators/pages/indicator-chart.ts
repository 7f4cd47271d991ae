import { startReading } from '#modules/findings'
import { municipalityContext } from '#modules/registry.context'
import { AS_OF, askAsOf } from '#platform/as-of/read-as-of.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest, textsContext } from '#platform/context.server.ts'
import { languageOf } from '#platform/language.ts'
import { refuse } from '#platform/refuse.ts'
import { sendChart } from '#platform/ui/chart/send-chart.server.ts'
import { readIndicator } from '../read-indicator.server.ts'
import { findCurrentTargetSet } from '../store.server.ts'
import { seriesFile } from '../words/chart-file.ts'
import type { Route } from './+types/indicator-chart'

export const handle = { parameters: ['series', 'period', AS_OF, 'page'] }

/** The chart of one series, as it stands on the page of its indicator, as a file. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality, home, plan } = context.get(municipalityContext)
  const { pathname } = new URL(request.url)
  const asked = new AskedValues(request)
  const asOf = askAsOf(asked)
  const read = await readInRequest(context, async (tx) =>
    readIndicator(startReading(tx, { municipalityId: municipality.id, strategy: plan, asOf: asOf?.until }), {
      code: params.code,
      targetSet: plan ?? (await findCurrentTargetSet(tx, municipality.id)) ?? '',
      period: asked.text('period') ?? null,
      page: asked.page(),
      historyPage: 1,
    }),
  )
  if (!read) refuse(404, 'platform.refused.absent')
  const key = asked.oneOf(
    'series',
    read.indicator.series.map((one) => one.key),
  )
  asked.oneOf('period', read.periods)
  asked.demandPage(read.series.pages)
  asked.demandRight()
  const series = read.indicator.series.find((one) => one.key === key)
  if (!series) refuse(404, 'platform.refused.absent')
  const language = languageOf(pathname)
  const { set, indicator } = read
  const file = seriesFile(
    {
      indicator,
      series,
      place: municipality.name[language],
      units: set.units,
      sources: set.sources,
      address: `${home}/raditaji/${indicator.code}`,
      day: asOf?.day ?? null,
    },
    language,
    context.get(textsContext)(language),
  )
  if (!file) refuse(404, 'platform.refused.absent')
  return sendChart(pathname, file, `${municipality.slug}-${indicator.code}-${series.key}`)
}
