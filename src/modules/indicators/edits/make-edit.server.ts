import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { Language } from '#platform/texts/text.ts'
import { may, type User } from '#platform/users.ts'
import { SERIES } from '../changed.ts'
import { findSeriesLabels } from '../label-store.server.ts'
import { baselineEdit } from './baseline.server.ts'
import { type ReadCover, readCover } from './cover.server.ts'
import { descriptionEdit } from './description.server.ts'
import { figuresEdit } from './figures.server.ts'
import { historyOf } from './history-of.server.ts'
import { methodsEdit } from './methods.server.ts'
import { newSeriesEdit } from './new-series.server.ts'
import { isAboutSeries, type Part } from './parts.ts'
import { readPlanFacts } from './plan-facts.server.ts'
import { retirementEdit } from './retirement.server.ts'
import { findSeriesRows } from './rows-store.server.ts'
import type { SeriesRow } from './rules-of.ts'
import { type IndicatorScope, readScope } from './scope.server.ts'
import { targetsEdit } from './targets.server.ts'

type Asked = {
  municipalityId: string
  plan: string | undefined
  code: string
  part: Part
  /** Key of the series; the first one without it. */
  series: string | null
  /** The change that the address says was saved. */
  saved: string | null
  language: Language
}

/** The form for a part of an indicator, and what its page shows around it. */
export async function makeEdit(tx: DatabaseTransaction, user: User, asked: Asked) {
  const scope = await readScope(tx, asked)
  const rows = await findSeriesRows(tx, scope.municipalityId, scope.row.id)
  const chosen = asked.series === null ? rows[0] : rows.find(({ key }) => key === asked.series)
  if (isAboutSeries(asked.part) && !chosen) refuse(404, 'platform.refused.absent')
  const labels = await findSeriesLabels(
    tx,
    scope.municipalityId,
    scope.catalogue,
    rows.map(({ key }) => key),
  )
  const named = (row: SeriesRow) => ({ key: row.key, label: labels.get(row.key) ?? null })
  const coverOf: ReadCover = (within) => readCover(within, user, scope)
  const cover = await coverOf(tx)
  const added = asked.saved === null ? undefined : rows.find((row) => row.change_id === asked.saved)
  const edit = await editOf(tx, { ...asked, scope, rows, chosen, coverOf })
  const { effects, ...untold } = edit
  return {
    // What is worked out from covered figures would tell of them, were it shown for anything that one may type.
    edit: cover.isAny ? untold : edit,
    more: {
      code: scope.code,
      title: { lv: scope.row.title_lv, en: scope.row.title_en },
      series: rows.map(named),
      chosen: isAboutSeries(asked.part) && chosen ? named(chosen) : null,
      added: asked.part === 'rindas' && added ? named(added) : null,
      hasCovered: cover.isAny,
      seriesHistory:
        asked.part === 'vertibas' && chosen && may(user, 'indicators.unprotected.read', scope.edit.place)
          ? { table: SERIES.table, key: [scope.catalogue, chosen.key] }
          : null,
      history: await historyOf(tx, { part: asked.part, scope, series: chosen, added }),
    },
  }
}

type Chosen = {
  part: Part
  language: Language
  scope: IndicatorScope
  rows: readonly SeriesRow[]
  chosen: SeriesRow | undefined
  coverOf: ReadCover
}

async function editOf(
  tx: DatabaseTransaction,
  { part, language, scope, rows, chosen, coverOf }: Chosen,
): Promise<Edit> {
  const facts = await readPlanFacts(tx, scope)
  if (part === 'metodes') return methodsEdit(tx, scope, facts)
  if (part === 'gaita') return retirementEdit(scope)
  if (part === 'rindas') return newSeriesEdit(tx, { scope, facts, series: rows, language }, coverOf)
  if (chosen === undefined || part === 'apraksts') return descriptionEdit(scope, facts, coverOf)
  if (part === 'merki') return targetsEdit(tx, scope, facts, chosen)
  const of = { scope, facts, series: chosen }
  return part === 'baze' ? baselineEdit(tx, of, coverOf) : figuresEdit(tx, of, coverOf)
}
