import { MISSING, type Responses } from '../data/responses.ts'
import { checkItems } from '../models/check-items.ts'
import { categoryProbabilities, type Item } from '../models/item.ts'

/**
 * Standardised log-likelihood lz of each person's answers: strongly negative where the pattern is unlikely for
 * anyone of that ability (guessing, a page skipped, wrong key). A reason to look, never a verdict: with an
 * estimated ability its spread is below 1, so −1.645 flags fewer than 5 % of honest answers.
 *
 * @param abilities per person; NaN gives NaN
 * @throws RangeError when items, abilities and answers do not fit
 * @see Drasgow, Levine & Williams (1985), British Journal of Mathematical and Statistical Psychology 38
 */
export function personFit(data: Responses, items: readonly Item[], abilities: Float64Array): Float64Array {
  checkItems('personFit', data, items)
  if (abilities.length !== data.persons) {
    throw new RangeError(`personFit: ${abilities.length} abilities for ${data.persons} persons`)
  }
  return abilities.map((ability, person) => {
    let [surprise, variance] = [0, 0]
    for (let item = 0; item < data.items; item++) {
      const value = data.values[person * data.items + item]!
      if (value === MISSING) continue
      const logs = categoryProbabilities(items[item]!, ability).map((chance) => ({
        chance,
        log: Math.log(Math.max(chance, 1e-300)),
      }))
      const mean = logs.reduce((sum, { chance, log }) => sum + chance * log, 0)
      surprise += logs[value]!.log - mean
      variance += logs.reduce((sum, { chance, log }) => sum + chance * (log - mean) ** 2, 0)
    }
    return surprise / Math.sqrt(variance)
  })
}
