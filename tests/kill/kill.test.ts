import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { postgresBinaries } from '../support/postgres-server.ts'
import { repetitions } from '../support/repetitions.ts'

/** A part of what `npm run kill` does a thousand times. */
async function kill(engine: string) {
  const times = String(repetitions(25))
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
    expect(said).toMatch(
      /acknowledged: report [1-9]\d*, close \d+, import \d+, edit \d+, upload \d+, entry \d+, handing in \d+; faults: 0/,
    )
    expect(code).toBe(0)
  })

  test.runIf(postgresBinaries())('on PostgreSQL (only where there is one in node_modules)', async () => {
    const { said, code } = await kill('postgres')
    expect(said).toMatch(
      /acknowledged: report [1-9]\d*, close \d+, import \d+, edit \d+, upload \d+, entry \d+, handing in \d+; faults: 0/,
    )
    expect(code).toBe(0)
  })
})
