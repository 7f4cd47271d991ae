import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { languageOf } from '#platform/i18n.tsx'
import { SERIES_COLUMNS, seriesRows } from '../download.ts'
import { filterSeries, judgeSet, LIST_PARAMETERS, readFilter, readPeriod } from '../list.ts'
import { fileOf } from '../reply.ts'
import { findCurrentTargetSet, getIndicatorSet } from '../store.server.ts'
import type { Route } from './+types/indicator-list-data'

export const handle = { parameters: LIST_PARAMETERS }

/** The table of indicators as a file, with the same filters. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const { pathname, searchParams } = new URL(request.url)
  const set = await readInRequest(context, async (tx) => {
    const key = await findCurrentTargetSet(tx, municipality.id)
    return getIndicatorSet(tx, municipality.id, key ?? '')
  })
  const period = readPeriod(set, searchParams)
  const judged = period === null ? [] : filterSeries(judgeSet(set, period), readFilter(searchParams))
  const about = { municipality: municipality.slug, targetSet: set.key, period }
  const name = [municipality.slug, 'raditaji', period].filter(Boolean).join('-')
  return fileOf(pathname, name, about, SERIES_COLUMNS, seriesRows(judged, languageOf(pathname)))
}
