import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Typed } from '#platform/editing/edit.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { may, type User } from '#platform/users.ts'
import { observationsOf } from '../observations.ts'
import { getIndicatorSet } from '../store.server.ts'
import { type FigureRow, figureAsTyped, NEW_PERIOD, type ReadFigure } from './figure-row.ts'
import type { PlanFacts } from './plan-facts.server.ts'
import type { IndicatorScope } from './scope.server.ts'

/** What of an indicator's figures whoever edits may not see, because they are about few people. */
export type Cover = {
  /** Whether any figure of the indicator is covered. */
  isAny: boolean
  isCovered: (seriesId: string, period: string) => boolean
  /** Whether some figure of the period is covered, of whatever series: what is shown beside it holds it covered. */
  isNear: (period: string) => boolean
}

/**
 * Reads what is covered, in the transaction that also reads the figures: another one may have been saved, and with it
 * something covered, while this one waited for its turn.
 */
export type ReadCover = (tx: DatabaseTransaction) => Promise<Cover>

/** Nothing is covered for who may see small numbers. */
const NO_COVER: Cover = { isAny: false, isCovered: () => false, isNear: () => false }

/** What is covered for a user, in all series of an indicator: the parts of a sum protect each other. */
export async function readCover(tx: DatabaseTransaction, user: User, scope: IndicatorScope): Promise<Cover> {
  const { municipalityId, catalogue, row } = scope
  if (may(user, 'indicators.unprotected.read', scope.edit.place)) return NO_COVER
  const set = await getIndicatorSet(tx, municipalityId, catalogue, { indicators: [row.id], isAlone: true })
  const covered = set.indicators
    .flatMap(({ series }) => series)
    .flatMap((series) =>
      observationsOf(series).flatMap(({ period, isCovered }) =>
        isCovered ? [{ id: series.id, period }] : [],
      ),
    )
  const places = new Set(covered.map(({ id, period }) => `${id} ${period}`))
  const periods = new Set(covered.map(({ period }) => period))
  return {
    isAny: covered.length > 0,
    isCovered: (seriesId, period) => places.has(`${seriesId} ${period}`),
    isNear: (period) => periods.has(period),
  }
}

type Touched = {
  scope: IndicatorScope
  facts: PlanFacts
  standing: readonly FigureRow[]
  read: readonly ReadFigure[]
  typed: Typed
}

/**
 * Refuses changes to figures that are shown beside covered ones. Whoever could take such a figure away would see, on
 * the page or in the preview, what it had kept covered.
 */
export function besideCovered(cover: Cover, { scope, facts, standing, read, typed }: Touched): Complaints {
  if (!cover.isAny) return {}
  const touched = standing.filter(
    (row) => cover.isNear(row.period) && isTouched(figureAsTyped(row, scope.row.value_kind, facts), typed),
  )
  const added = read.filter(({ name, row }) => name === NEW_PERIOD && cover.isNear(String(row.period)))
  const fields = [
    ...touched.map(({ period }) => `${period}.value`),
    ...added.map(() => `${NEW_PERIOD}.period`),
  ]
  return Object.fromEntries(
    fields.map((name) => [name, [{ reason: 'indicators.edit.besideCovered' as const }]]),
  )
}

const isTouched = (stored: Typed, typed: Typed) =>
  Object.entries(stored).some(([name, value]) => (typed[name] ?? '').trim() !== value.trim())
