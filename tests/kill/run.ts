// npm run kill -- --times 1000 --engine pglite|postgres [--seed 1]: kills the server as often, and says what was lost.
import { parseArgs } from 'node:util'
import { startPostgres } from '../support/postgres-server.ts'
import { killServer } from './kill-server.ts'
import { randomOf } from './random.ts'
import { databaseUrl, runOnServer } from './server.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '100' },
    engine: { type: 'string', default: 'pglite' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const times = Number(values.times)
const begun = Date.now()
console.log(`${times} kills, ${values.engine}, seed ${values.seed}`)
const server = values.engine === 'postgres' ? await startPostgres() : undefined
if (server) await runOnServer(server.url, 'create database izaugsme_kill')
const killed = await killServer({
  times,
  databaseUrl: server && databaseUrl(server.url, 'izaugsme_kill'),
  random: randomOf(Number(values.seed)),
  tell: (round, saved) => {
    if (round % 10 === 0) console.log(`${round} kills, ${saved} savings acknowledged`)
  },
})
await server?.stop()
for (const fault of killed.faults) console.error(fault)
const { kills, starting, saved } = killed
const savings = Object.entries(saved).map(([name, count]) => `${name} ${count}`)
console.log(
  `${kills} kills (${starting} while starting) in ${Math.round((Date.now() - begun) / 1000)} s; acknowledged: ${savings.join(', ')}; faults: ${killed.faults.length}`,
)
process.exitCode = killed.faults.length === 0 ? 0 : 1
