import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { languageOf } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { readAsOf } from '../as-of.ts'
import { FIGURE_COLUMNS, figureRows } from '../download.ts'
import { fileOf } from '../reply.ts'
import { findCurrentTargetSet, getIndicatorSet } from '../store.server.ts'
import type { Route } from './+types/indicator-data'

export const handle = { parameters: ['asOf'] }

/** Every figure of one indicator as a file. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const { pathname, searchParams } = new URL(request.url)
  const asOf = readAsOf(searchParams)
  const set = await readInRequest(context, async (tx) => {
    const key = await findCurrentTargetSet(tx, municipality.id)
    return getIndicatorSet(tx, municipality.id, key ?? '', { asOf: asOf?.until })
  })
  const indicator = set.indicators.find(({ code }) => code === params.code)
  if (!indicator) refuse(404, 'platform.refused.absent')
  const language = languageOf(pathname)
  const about = {
    municipality: municipality.slug,
    targetSet: set.key,
    indicator: indicator.code,
    title: indicator.title[language],
    unit: indicator.unit,
    direction: indicator.direction,
    asOf: asOf?.day ?? null,
  }
  return fileOf(
    pathname,
    `${municipality.slug}-raditajs-${indicator.code}`,
    about,
    FIGURE_COLUMNS,
    figureRows(indicator, language),
  )
}
