import { z } from 'zod'
import { isWorkingDay } from '#modules/registry'
import { findMunicipalitySlugs, findPublicHolidays } from '#modules/registry.server'
import { notify } from '#modules/work.server'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Language } from '#platform/texts/text.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { findCalls } from '../calls/call-store.server.ts'
import { phaseOf, takesAnswers } from '../calls/phase.ts'
import { readGivers } from '../givers.server.ts'
import type { DataCall } from '../model.ts'
import { digestsOf, type Late } from './digest.ts'
import type { Monitored } from './expected.ts'
import { readMonitored } from './read-completeness.server.ts'
import { stageOn } from './stages.ts'
import { keepAnswerTasks, type Town, taskIntent, type Waiting, whatOf } from './tasks.server.ts'

/** Every morning reminds of calls that somebody has not answered. */
export const remindOfCalls = defineJob({
  name: 'collection.remind',
  schema: z.object({}),
  schedule: '0 7 * * *',
  run: (db) => remindAll(db, new Date()),
})

/** A morning on which people are at work. */
type Morning = { now: Date; today: string; holidays: ReadonlySet<string> }

/** Reminds everybody of what they have not answered; never on a weekend or a holiday. Done twice, it reminds once. */
export async function remindAll(db: Database, now: Date): Promise<void> {
  const today = municipalDay(now)
  const holidays = await readAs(db, operator(), findPublicHolidays)
  if (!isWorkingDay(today, holidays)) return
  const towns = await readAs(db, operator(), findMunicipalitySlugs)
  for (const [slug, municipalityId] of towns)
    await remindTown(db, { slug, municipalityId }, { now, today, holidays })
}

async function remindTown(db: Database, town: Town, morning: Morning) {
  const { municipalityId } = town
  const { now } = morning
  const keeper = operator(municipalityId)
  const within = { municipalityId }
  const calls = (await readAs(db, keeper, (tx) => findCalls(tx, municipalityId), within)).filter((call) =>
    takesAnswers(phaseOf(call, now)),
  )
  if (calls.length === 0) return
  const givers = await readGivers(db, municipalityId, morning.today)
  const intent = taskIntent(town, now, 'collection.remind')
  const { result } = await inChange(
    db,
    keeper,
    intent,
    async (tx, change) => {
      const asked = await readMonitored(tx, municipalityId, calls, now)
      const waiting: Waiting[] = []
      for (const call of calls)
        waiting.push(
          ...(await keepAnswerTasks(tx, change, town, { call, rows: asked.get(call.id) ?? [], givers })),
        )
      return { asked, waiting }
    },
    within,
  )
  await writeAs(
    db,
    keeper,
    async (tx) => {
      const languages = await findLanguages(tx, municipalityId)
      const who = { municipalityId, who: keeper.id }
      await notify(tx, who, ...remindersOf(result.waiting, morning, languages))
      await notify(tx, who, ...digestsOf(town, lateOf(calls, result.asked), givers, morning, languages))
    },
    within,
  )
}

const findLanguages = async (tx: DatabaseTransaction, municipalityId: string) =>
  new Map(
    (await findAccountHolders(tx, municipalityId)).map(({ accountId, language }) => [accountId, language]),
  )

function remindersOf(
  waiting: readonly Waiting[],
  { today, holidays }: Morning,
  languages: ReadonlyMap<string, Language>,
) {
  return waiting.flatMap(({ call, row, giver: { accountId }, dueOn, address, taskId, isNew }) => {
    const stage = stageOn({ opensOn: municipalDay(call.opensAt), dueOn }, today, holidays)
    if (stage === undefined || isNew) return []
    return [
      {
        accountId,
        kind: stage > 0 ? ('work.taskLate' as const) : ('work.taskDue' as const),
        subject: whatOf(call, row, languages.get(accountId) ?? 'lv'),
        address,
        dueOn,
        taskId,
        once: `${taskId} ${dueOn} ${stage}`,
      },
    ]
  })
}

const lateOf = (calls: readonly DataCall[], asked: ReadonlyMap<string, readonly Monitored[]>): Late[] =>
  calls.flatMap((call) => (asked.get(call.id) ?? []).map((row) => ({ call, row })))
