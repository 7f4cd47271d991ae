import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { refuse } from '#platform/refuse.ts'
import { findSeriesLabels } from '../label-store.server.ts'
import { descriptionEdit } from './description.server.ts'
import { isAboutSeries, type Part } from './parts.ts'
import { readPlanFacts } from './plan-facts.server.ts'
import { findSeriesRows } from './rows-store.server.ts'
import { readScope } from './scope.server.ts'

type Asked = {
  municipalityId: string
  plan: string | undefined
  code: string
  part: Part
  /** Key of the series; the first one without it. */
  series: string | null
}

/** The form for a part of an indicator, and what its page shows around it. */
export async function makeEdit(tx: DatabaseTransaction, asked: Asked) {
  const scope = await readScope(tx, asked)
  const facts = await readPlanFacts(tx, scope)
  const rows = await findSeriesRows(tx, scope.municipalityId, scope.row.id)
  const chosen = asked.series === null ? rows[0] : rows.find(({ key }) => key === asked.series)
  if (isAboutSeries(asked.part) && !chosen) refuse(404, 'platform.refused.absent')
  const labels = await findSeriesLabels(
    tx,
    scope.municipalityId,
    scope.catalogue,
    rows.map(({ key }) => key),
  )
  const edit: Edit = descriptionEdit(scope, facts)
  return {
    edit,
    more: {
      code: scope.code,
      title: { lv: scope.row.title_lv, en: scope.row.title_en },
      series: rows.map(({ key }) => ({ key, label: labels.get(key) ?? null })),
      chosen: chosen?.key ?? null,
      history: { kas: 'indicators.indicator', atslega: `${scope.catalogue}·${scope.code}` },
    },
  }
}
