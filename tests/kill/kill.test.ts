import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { postgresBinaries } from '../support/postgres-server.ts'
import { repetitions } from '../support/repetitions.ts'
import { drivers } from './drivers.ts'

/** Everything was saved now and then, what visitors report always, and nothing is amiss. */
const SAID = new RegExp(
  `acknowledged: report [1-9]\\d*${drivers.map(({ name }, place) => (place === 0 ? '' : `, ${name} \\d+`)).join('')}; faults: 0`,
)

/** A part of what `npm run kill` does a thousand times. */
async function kill(engine: string) {
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
  return { said, code }
}

describe('nothing that was acknowledged is lost when the server is killed, and nothing is there by half', {
  timeout: 900_000,
}, () => {
  test('on the embedded database', async () => {
    const { said, code } = await kill('pglite')
    expect(said).toMatch(SAID)
    expect(code).toBe(0)
  })

  test.runIf(postgresBinaries())('on PostgreSQL (only where there is one in node_modules)', async () => {
    const { said, code } = await kill('postgres')
    expect(said).toMatch(SAID)
    expect(code).toBe(0)
  })
})
