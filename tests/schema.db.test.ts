import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { findLostChanges } from '#platform/journal/lost-changes.server.ts'
import { compareRights, compareWithin, describeComparison } from '#platform/rights/compare.server.ts'
import type { TableDeclaration } from '#platform/rights/declaration.ts'
import { everyReach } from '../src/app/reach.server.ts'
import { test } from './support/database.ts'
import { findUnreachable } from './support/reach-rules.ts'
import { namesOf, plantedOffences, schemaRules } from './support/schema-rules.ts'
import { isOurs, tableName } from './support/table-kinds.ts'

const rules = Object.entries(schemaRules)

describe('the migrated database', () => {
  test.for(rules)('%s', async ([, offenders], { open }) => {
    expect(await open.asOwner((owner) => namesOf(owner, offenders))).toEqual([])
  })

  test('has many tables of which that is asked', async ({ open }) => {
    const asked = sql<{ name: string }>`select ${tableName} as name from pg_class t where ${isOurs}`
    const tables = await open.asOwner((owner) => namesOf(owner, asked))
    expect(tables.length).toBeGreaterThan(20)
  })

  test('gives the rights that are declared, and no others', async ({ open }) => {
    const comparison = await open.asOwner((owner) => compareRights(owner, everyReach))
    expect(describeComparison(comparison)).toEqual([])
  })

  test('binds every row that is audited to the journal', async ({ open }) => {
    const faults = await open.asOwner((owner) =>
      owner.transaction().execute((tx) => findLostChanges(tx, everyReach)),
    )
    expect(faults).toEqual([])
  })

  test('has few tables that leave no trace, each for a reason', () => {
    const known = Object.entries(everyReach).filter(([name]) => !name.startsWith('jobs.'))
    const silent = known.flatMap(([name, { audit }]) =>
      audit === 'audit' ? [] : [`${name}: ${audit.noAudit}`],
    )
    expect(silent.toSorted()).toEqual([
      'accounts.credential: what is done to accounts stands in the security log, without passwords',
      'accounts.failure: what is done to accounts stands in the security log, without passwords',
      'accounts.mailed_link: what is done to accounts stands in the security log, without passwords',
      'accounts.shown_code: what is done to accounts stands in the security log, without passwords',
      'accounts.two_factor: what is done to accounts stands in the security log, without passwords',
      'accounts.user_account: what is done to accounts stands in the security log, without passwords',
      'accounts.user_session: what is done to accounts stands in the security log, without passwords',
      'accounts.verification: what is done to accounts stands in the security log, without passwords',
      'collection.attempt: nothing was handed in',
      'collection.edit: nothing is handed in by it; what is handed in leaves a change',
      'collection.reply: it says when something will come, and nothing else',
      'findings.finding: it is worked out from what is audited',
      'findings.state_tally: it is worked out from what is audited',
      'findings.tally: it is worked out from what is audited',
      'identity.report_contact: who sends it has no account, and the journal could not be erased',
      'indicators.cover: it is worked out from what is audited',
      'indicators.examined: it is worked out from what is audited',
      'indicators.verdict: it is worked out from what is audited',
      'platform.change: it is the journal itself',
      'platform.data_version: the journal counts against it',
      'platform.draft: nothing is written yet, and what is saved from it leaves a change',
      'platform.epoch: it is the journal itself',
      'platform.import_mapping: it says how files are read and holds no data',
      'platform.job_progress: it only says how far a job is; what the job writes is audited',
      'platform.kept: it is worked out from what is audited',
      'platform.lost_post: it is gone tomorrow, and nobody knows who sent it',
      'platform.post: it is gone tomorrow, and must lead to nobody',
      'platform.post_key: it is gone tomorrow, and must lead to nobody',
      'platform.reading: it is a journal of its own',
      'platform.record_revision: it is the journal itself',
      'platform.seal: it is the journal itself',
      'platform.seal_head: it is the journal itself',
      'platform.security_event: it is a journal of its own',
      'platform.upload: nothing is loaded yet; the loading leaves its own change',
      'platform.upload_file: nothing is loaded yet; the loading leaves its own change',
      'work.mail_preference: which letters somebody wants is their own affair',
      'work.notification: it tells of what is audited itself',
      'work.personal_key: a secret must be in no journal',
      'work.report: who sends it has no account; who closes it leaves a change',
    ])
  })

  test('has an index for each level that a table declares to reach', async ({ open }) => {
    expect(await open.asOwner((owner) => findUnreachable(owner, everyReach))).toEqual([])
  })
})

describe('a declaration is missed or broken', () => {
  const planted = [
    ['nothing says who reaches it', 'create table registry.forgotten (id integer)'],
    [
      'has, and nobody declared',
      'create policy more on surveys.survey for select to izaugsme_public using (true)',
    ],
    ['has, and nobody declared', 'grant insert on surveys.survey to izaugsme_public'],
    ['has, and nobody declared', 'grant update (title_lv) on surveys.survey to izaugsme_public'],
    ['the database lacks', 'drop policy member_select on surveys.survey'],
    ['the database lacks', 'drop policy surveys_member_select on platform.record_revision'],
    ['the database lacks', 'alter table surveys.survey no force row level security'],
    ['the database lacks', 'alter policy member_select on surveys.survey using (true)'],
    ['there is no such table', 'alter table surveys.survey rename to other'],
  ]

  test.for(planted)('“%s” is said after: %s', async ([said = '', damage = ''], { open }) => {
    const sentences = await open.asOwner(async (owner) => {
      const tx = await owner.startTransaction().execute()
      try {
        await sql.raw(damage).execute(tx)
        return describeComparison(await compareWithin(tx, everyReach))
      } finally {
        await tx.rollback().execute()
      }
    })
    expect(sentences).toContainEqual(expect.stringContaining(said))
  })

  test('a level without its column or its index is named', async ({ open }) => {
    const survey = { ...everyReach['surveys.survey'], reach: 'institution' } as TableDeclaration
    const named = await open.asOwner((owner) => findUnreachable(owner, { 'surveys.survey': survey }))
    expect(named).toEqual(['surveys.survey has no index that begins with municipality_id, institution_id'])
  })
})

test('each rule finds what breaks it', async ({ open }) => {
  const blind = await open.asOwner(async (owner) => {
    const tx = await owner.startTransaction().execute()
    try {
      for (const statement of plantedOffences) await sql.raw(statement).execute(tx)
      const found = rules.map(async ([rule, offenders]) =>
        (await namesOf(tx, offenders)).length === 0 ? [rule] : [],
      )
      return (await Promise.all(found)).flat()
    } finally {
      await tx.rollback().execute()
    }
  })
  expect(blind).toEqual([])
})
