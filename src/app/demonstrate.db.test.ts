import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { readAs } from '#platform/database/scope.server.ts'
import { operator } from '#platform/users.ts'
import { openDesk } from '../../tests/support/accounts.ts'
import { test as databaseTest } from '../../tests/support/database.ts'
import { makeDemoAccounts } from './accounts/demo.server.ts'
import { demonstrate } from './demonstrate.server.ts'

const test = databaseTest.extend('demo', { scope: 'file' }, async ({ db }) => {
  const { desk } = await openDesk(db, { demo: 'liepaja' })
  const made = await makeDemoAccounts(desk)
  if (!made) throw new Error('there is no demonstration')
  await demonstrate(db, made, new Date('2026-11-30T10:00:00Z'))
  return made
})

describe('the demonstration', () => {
  test('asks thirty institutions, each of which stands somewhere', async ({ db, demo }) => {
    const rows = await readAs(db, operator(demo.municipalityId), async (tx) => {
      const counted = await sql<{ key: string; asked: number; handed: number; accepted: number }>`
        select c.key, count(*)::int as asked, count(h.submission_id)::int as handed,
          count(d.submission_id)::int as accepted
        from collection.data_call c join collection.submission s on s.call_id = c.id
        left join collection.handing_in h on h.submission_id = s.id
        left join collection.decision d on d.submission_id = s.id and d.kind = 'accepted'
        where c.key like 'gada-dati-%' group by 1 order by 1`.execute(tx)
      return counted.rows
    })
    expect(rows).toEqual([
      { key: 'gada-dati-1', asked: 30, handed: 30, accepted: 30 },
      { key: 'gada-dati-2', asked: 30, handed: 30, accepted: 30 },
      { key: 'gada-dati-3', asked: 30, handed: 19, accepted: 12 },
    ])
  })

  test('computes its indicators from what was accepted, and every figure leads back', async ({
    db,
    demo,
  }) => {
    const { figures, orphans } = await readAs(db, operator(demo.municipalityId), async (tx) => {
      const found = await sql<{ period: string; numerator: number; denominator: number; expected: number }>`
        select o.period, o.numerator, o.denominator,
          (select sum(v.denominator) from collection.submission_value v
            join collection.submission s on s.id = v.submission_id
            join collection.data_call c on c.id = s.call_id and c.period = o.period
            join collection.decision d on d.submission_id = s.id and d.kind = 'accepted'
            where v.field = 'pilnveide') as expected
        from indicators.observation o join indicators.series s on s.id = o.series_id
        where s.key = 'P1' order by o.period`.execute(tx)
      const lost = await sql`
        select o.series_id from indicators.observation o join platform.change c on c.id = o.change_id
        where c.origin = 'submission' and not exists (select from collection.lineage l
          where l.series_id = o.series_id and l.period = o.period)`.execute(tx)
      return { figures: found.rows, orphans: lost.rows }
    })
    expect(figures.map(({ period }) => period)).toEqual(['2024/2025', '2025/2026', '2026/2027'])
    for (const { denominator, expected } of figures) expect(denominator).toBe(Number(expected))
    expect(orphans).toEqual([])
  })

  test('shows how twelve institutions are spread, and nobody’s own answer', async ({ db, demo }) => {
    const peers = await readAs(db, operator(demo.municipalityId), (tx) =>
      tx.selectFrom('collection.peer_summary').select(['peers']).execute(),
    )
    expect(peers.length).toBeGreaterThan(0)
    expect(Math.min(...peers.map((one) => one.peers))).toBeGreaterThanOrEqual(8)
  })
})
