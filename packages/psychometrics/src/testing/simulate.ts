import { seededRandom } from '@izaugsme/statistics'
import { MISSING, type Responses, responses } from '../data/responses.ts'
import { categoryProbabilities, type Item } from '../models/item.ts'

/** How answers for a test are made up. */
export type Simulation = {
  items: readonly Item[]
  persons: number
  seed: number
  /** ability of a person; standard normal when left out */
  ability?: (person: number, normal: number) => number
  /** share of answers skipped at random */
  skips?: number
  lacks?: (person: number, item: number) => boolean
  groups?: ArrayLike<number>
  weights?: ArrayLike<number>
}

/** Answers that follow the model. */
export function simulate(plan: Simulation): Responses {
  const random = seededRandom(plan.seed)
  const values = new Uint8Array(plan.persons * plan.items.length)
  for (let person = 0; person < plan.persons; person++) {
    const normal = random.normal()
    const ability = plan.ability?.(person, normal) ?? normal
    for (const [item, parameters] of plan.items.entries()) {
      let left = random.uniform()
      const chances = categoryProbabilities(parameters, ability)
      const category = chances.findIndex((chance) => {
        left -= chance
        return left < 0
      })
      const isMissing = random.uniform() < (plan.skips ?? 0) || plan.lacks?.(person, item)
      values[person * plan.items.length + item] = isMissing ? MISSING : Math.max(0, category)
    }
  }
  return responses({
    items: plan.items.length,
    values,
    highest: plan.items.map((item) => item.intercepts.length),
    ...(plan.groups && { groups: plan.groups }),
    ...(plan.weights && { weights: plan.weights }),
  })
}
