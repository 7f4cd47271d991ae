import type { Solver } from '@izaugsme/disclosure'
import loadHighs from 'highs'
import { findDisclosureRules } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Keeping } from '#platform/keep/keeper.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { findBatches } from '../batches.server.ts'
import { findChangedIndicators } from '../lookup-store.server.ts'
import type { Indicator } from '../model.ts'
import { observationsOf } from '../observations.ts'
import { getIndicatorSet } from '../store.server.ts'
import { findTargetSets } from '../verdict-store.server.ts'
import { type Examination, replaceExamination } from './cover-store.server.ts'
import { examine } from './examine.ts'
import { isAboutPeople } from './tells.ts'

let solver: Promise<Solver> | undefined

/**
 * Examines the indicators that changed: which of their figures would tell about single people. It comes before
 * everything that is worked out from the figures as the public may see them.
 *
 * @returns whether anything is covered, or shown, that was not before
 */
export async function keepCovers(
  db: Database,
  { municipalityId, changes, keeper }: Keeping,
): Promise<boolean> {
  solver ??= loadHighs()
  const highs = await solver
  const sets = await readAs(db, THE_PUBLIC, async (tx) => {
    const ids = changes === 'all' ? undefined : await findChangedIndicators(tx, municipalityId, changes)
    const found = []
    for (const { key } of await findTargetSets(tx, municipalityId)) {
      found.push({ key, batches: await findBatches(tx, municipalityId, key, ids) })
    }
    return found
  })
  let isChanged = false
  for (const { key, batches } of sets) {
    for (const indicators of batches) {
      const examination = await readAs(db, THE_PUBLIC, async (tx): Promise<Examination> => {
        const rules = await findDisclosureRules(tx)
        const set = await getIndicatorSet(tx, municipalityId, key, { indicators, view: 'unprotected' })
        const aboutPeople = set.indicators.filter(isAboutPeople)
        return {
          covers: aboutPeople.flatMap((indicator) =>
            examine(indicator, rules, highs).map(({ seriesId, period }) => ({
              indicator_id: indicator.id,
              series_id: seriesId,
              period,
            })),
          ),
          examined: aboutPeople.flatMap(examinedTo),
        }
      })
      const replace = () =>
        writeAs(db, keeper, (tx) => replaceExamination(tx, municipalityId, indicators, examination))
      if (await replace()) isChanged = true
    }
  }
  return isChanged
}

/** Up to when the figures of an indicator were looked at; nothing while it has none. */
function examinedTo({ id, series }: Indicator): Examination['examined'] {
  const times = series.flatMap((one) => observationsOf(one).map(({ recordedAt }) => recordedAt.getTime()))
  return times.length === 0
    ? []
    : [{ indicator_id: id, recorded_to: new Date(times.reduce((latest, time) => Math.max(latest, time))) }]
}
