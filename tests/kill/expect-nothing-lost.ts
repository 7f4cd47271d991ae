import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'vitest'
import { repetitions } from '../support/repetitions.ts'
import { drivers } from './drivers.ts'

/** Everything was saved now and then, what visitors report always, and nothing is amiss. */
const NOTHING_LOST = new RegExp(
  `acknowledged: report [1-9]\\d*${drivers.map(({ name }, place) => (place === 0 ? '' : `, ${name} \\d+`)).join('')}; faults: 0`,
)

/** How long a busy machine may take for it. */
export const TIMEOUT = 900_000

/** Does a part of what `npm run kill` does a thousand times, and expects it to say that nothing is lost. */
export async function expectNothingLost(engine: 'pglite' | 'postgres') {
  const times = String(repetitions(16))
  const child = spawn(process.execPath, ['tests/kill/run.ts', '--times', times, '--engine', engine], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [code] = await once(child, 'close')
  expect(said).toMatch(NOTHING_LOST)
  expect(code).toBe(0)
}
