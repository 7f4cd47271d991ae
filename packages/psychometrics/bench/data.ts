import { seededRandom } from '@izaugsme/statistics'
import { MISSING, type Responses, responses } from '../src/index.ts'

/** Answers to 40 items that follow a 2PL; `booklets` leaves out one of four blocks of ten in each of 3 forms. */
export function simulateAnswers(persons: number, design: 'complete' | 'booklets' | 'skips'): Responses {
  const items = 40
  const random = seededRandom(20_260_901)
  const slopes = Array.from({ length: items }, () => 0.6 + 1.2 * random.uniform())
  const intercepts = Array.from({ length: items }, () => random.normal())
  const values = new Uint8Array(persons * items)
  for (let person = 0; person < persons; person++) {
    const ability = random.normal()
    for (let item = 0; item < items; item++) {
      const chance = 1 / (1 + Math.exp(-(slopes[item] ?? 1) * ability - (intercepts[item] ?? 0)))
      const value = random.uniform() < chance ? 1 : 0
      const isLeftOut = design === 'booklets' && Math.floor(item / 10) === person % 3
      const isSkipped = design === 'skips' && random.uniform() < 0.02
      values[person * items + item] = isLeftOut || isSkipped ? MISSING : value
    }
  }
  return responses({ items, values })
}

/** Two years' scores of pupils, rounded as scores are. */
export function simulateGrowth(pupils: number): { prior: Float64Array; current: Float64Array } {
  const random = seededRandom(7)
  const prior = Float64Array.from({ length: pupils }, () => Math.round(1e4 * random.normal()) / 1e4)
  const current = prior.map(
    (score) => Math.round(1e4 * (0.7 * score + (0.6 + 0.1 * score) * random.normal())) / 1e4,
  )
  return { prior, current }
}
