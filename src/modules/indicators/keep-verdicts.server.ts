import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Keeping } from '#platform/keep/keeper.ts'
import { noLongerThere } from '#platform/keep/no-longer-there.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { findBatches } from './batches.server.ts'
import { judgeSet, wordsAbout } from './list.ts'
import { findChangedIndicators } from './lookup-store.server.ts'
import { gapOf } from './misses.ts'
import type { IndicatorSet } from './model.ts'
import { judgedPeriods } from './questions.ts'
import { getIndicatorSet } from './store.server.ts'
import {
  deleteOtherVerdicts,
  findTargetSets,
  replaceVerdicts,
  type VerdictRow,
} from './verdict-store.server.ts'

/**
 * Brings the kept verdicts of a municipality up to date: on the indicators that changed, by the targets of every
 * set, in every period that its rule names and in the latest of every series. They are judged as the public may see
 * them, for everybody reads them.
 *
 * @returns whether any of them is another than before
 */
export async function keepVerdicts(
  db: Database,
  { municipalityId, changes, keeper }: Keeping,
): Promise<boolean> {
  const { sets, changed } = await readAs(db, THE_PUBLIC, async (tx) => {
    const ids = changes === 'all' ? undefined : await findChangedIndicators(tx, municipalityId, changes)
    const sets = []
    for (const set of await findTargetSets(tx, municipalityId)) {
      sets.push({ ...set, batches: await findBatches(tx, municipalityId, set.key, ids) })
    }
    return { sets, changed: ids }
  })
  let isChanged = false
  for (const { id, key, batches } of sets) {
    for (const indicators of batches) {
      const set = await readAs(db, THE_PUBLIC, (tx) =>
        getIndicatorSet(tx, municipalityId, key, { indicators }),
      )
      const place = { municipalityId, targetSetId: id, indicators }
      if (await writeAs(db, keeper, (tx) => replaceVerdicts(tx, place, judgeAll(set, place))))
        isChanged = true
    }
    const present = { municipalityId, targetSetId: id, indicators: batches.flat() }
    const wereDeleted = await writeAs(db, keeper, (tx) =>
      changed === undefined
        ? deleteOtherVerdicts(tx, present)
        : replaceVerdicts(tx, { ...present, indicators: noLongerThere(changed, present.indicators) }, []),
    )
    if (wereDeleted) isChanged = true
  }
  return isChanged
}

/** Every verdict on a set in every period that its rule names, and on every series in its own latest one. */
function judgeAll(set: IndicatorSet, place: { municipalityId: string; targetSetId: string }): VerdictRow[] {
  const latest = judgeSet(set, null)
  const periodOf = new Map(latest.map(({ series, verdict }) => [series.id, verdict.period]))
  const others = judgedPeriods(set).flatMap((period) =>
    judgeSet(set, period).filter(({ series }) => periodOf.get(series.id) !== period),
  )
  return [...latest, ...others].map(
    ({ indicator, series, verdict }): VerdictRow => ({
      municipality_id: place.municipalityId,
      target_set_id: place.targetSetId,
      period: verdict.period,
      series_id: series.id,
      indicator_id: indicator.id,
      indicator_position: indicator.position,
      series_position: series.position,
      status: verdict.status,
      reason: verdict.status === 'notEvaluable' ? verdict.reason : null,
      certainty: verdict.certainty,
      gap: gapOf(verdict)?.gap ?? null,
      words: wordsAbout(indicator, series),
      is_latest: periodOf.get(series.id) === verdict.period,
      is_public: true,
    }),
  )
}
