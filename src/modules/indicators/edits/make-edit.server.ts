import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { refuse } from '#platform/refuse.ts'
import { may, type User } from '#platform/users.ts'
import { findSeriesLabels } from '../label-store.server.ts'
import { getIndicatorSet } from '../store.server.ts'
import { descriptionEdit } from './description.server.ts'
import { figuresEdit } from './figures.server.ts'
import { methodsEdit } from './methods.server.ts'
import { isAboutSeries, type Part } from './parts.ts'
import { type PlanFacts, readPlanFacts } from './plan-facts.server.ts'
import { retirementEdit } from './retirement.server.ts'
import { findSeriesRows, findTargetSetRow } from './rows-store.server.ts'
import { type IndicatorScope, readScope } from './scope.server.ts'
import { targetsEdit } from './targets.server.ts'

type Asked = {
  municipalityId: string
  plan: string | undefined
  code: string
  part: Part
  /** Key of the series; the first one without it. */
  series: string | null
}

/** The form for a part of an indicator, and what its page shows around it. */
export async function makeEdit(tx: DatabaseTransaction, user: User, asked: Asked) {
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
  const covered =
    asked.part === 'vertibas' && chosen && !may(user, 'indicators.unprotected.read', scope.edit.place)
      ? await findCovered(tx, scope, chosen.id)
      : new Set<string>()
  const edit = await editOf(tx, { part: asked.part, scope, facts, series: chosen, covered })
  return {
    edit,
    more: {
      code: scope.code,
      title: { lv: scope.row.title_lv, en: scope.row.title_en },
      series: rows.map(({ key }) => ({ key, label: labels.get(key) ?? null })),
      chosen: chosen?.key ?? null,
      hasCovered: covered.size > 0,
      history: await historyOf(tx, { part: asked.part, scope, series: chosen }),
    },
  }
}

type Chosen = {
  part: Part
  scope: IndicatorScope
  series: Awaited<ReturnType<typeof findSeriesRows>>[number] | undefined
}

async function editOf(
  tx: DatabaseTransaction,
  { part, scope, facts, series, covered }: Chosen & { facts: PlanFacts; covered: ReadonlySet<string> },
): Promise<Edit> {
  if (part === 'metodes') return methodsEdit(tx, scope, facts)
  if (part === 'gaita') return retirementEdit(scope)
  if (series === undefined || part === 'apraksts') return descriptionEdit(scope, facts)
  if (part === 'merki') return targetsEdit(tx, scope, facts, series)
  return figuresEdit(tx, scope, facts, { series, isCovered: (period) => covered.has(period) })
}

/** Periods of a series whose figures are covered for whoever may not see small numbers. */
async function findCovered(
  tx: DatabaseTransaction,
  { municipalityId, catalogue }: IndicatorScope,
  id: string,
) {
  const set = await getIndicatorSet(tx, municipalityId, catalogue, { series: [id] })
  const shown = set.indicators.flatMap(({ series }) => series)
  const figures = shown.flatMap(({ baseline, results }) => [
    ...(baseline ? [baseline.observation] : []),
    ...results,
  ])
  return new Set(figures.flatMap(({ period, isCovered }) => (isCovered ? [period] : [])))
}

/** Where the earlier states of what the part is about are. */
async function historyOf(tx: DatabaseTransaction, { part, scope, series }: Chosen) {
  const ofTable = (table: string, ...key: string[]) => ({ table: `indicators.${table}`, key })
  if (part === 'metodes') return ofTable('methodology', scope.row.id)
  if (part === 'vertibas' && series) return ofTable('observation', series.id)
  const set = part === 'merki' ? await findTargetSetRow(tx, scope) : undefined
  if (set && series) return ofTable('target', set.id, series.id)
  return ofTable('indicator', scope.catalogue, scope.code)
}
