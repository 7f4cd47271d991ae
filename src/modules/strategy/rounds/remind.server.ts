import { z } from 'zod'
import { isWorkingDay } from '#modules/registry'
import { findMunicipalitySlugs, findPublicHolidays } from '#modules/registry.server'
import { notify } from '#modules/work.server'
import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, operator, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { roundAddress } from './addresses.ts'
import { keepAsked } from './keep-asked.server.ts'
import { ownText } from './own-text.ts'
import { ableToAsk, type People, readPeople } from './people.server.ts'
import { type AskedAction, type Round, takesReports } from './round.ts'
import { findRounds } from './rounds-store.server.ts'
import { closeRound, openRound } from './run-round.service.server.ts'
import { isLateStage, type Stage, stageOn } from './stages.ts'
import { keepReportTasks, type Town, type Waiting } from './tasks.server.ts'

/** Every morning opens and closes rounds on their days, and reminds of those that wait for somebody. */
export const runRounds = defineJob({
  name: 'strategy.rounds',
  schema: z.object({}),
  schedule: '10 7 * * *',
  run: (db) => runAllRounds(db, new Date()),
})

/** Done twice on a day, it does everything once; nobody is reminded on a weekend or a holiday. */
export async function runAllRounds(db: Database, now: Date): Promise<void> {
  const today = municipalDay(now)
  const holidays = await readAs(db, operator(), findPublicHolidays)
  const towns = await readAs(db, operator(), findMunicipalitySlugs)
  for (const [slug, municipalityId] of towns) {
    const keeper = operator(municipalityId)
    const town = { municipalityId, slug }
    const rounds = await readAs(db, keeper, (tx) => findRounds(tx, municipalityId), { municipalityId })
    for (const round of rounds) {
      if (round.state === 'planned' && round.opensOn <= today)
        await openRound(db, keeper, town, round.key, now)
      else if (round.state === 'open' && round.closesOn < today)
        await closeRound(db, keeper, town, round.key, now)
      else if (takesReports(round, today) && isWorkingDay(today, holidays))
        await remindOfRound(db, keeper, town, round, { now, stage: stageOn(round, today, holidays) })
    }
  }
}

type Moment = {
  now: Date
  /** Of the usual reminders; `now` where somebody reminds by hand; undefined brings only tasks in line. */
  stage: Stage | 'now' | undefined
  /** Names one pressing of a button that reminds however often somebody was reminded today. */
  once?: string
}

/**
 * Brings in line who is asked, and reminds those of whom a round still waits; once of each moment. From the moment that it
 * is late the deputy is asked as well, and the department told whom it waits for.
 *
 * @param only the one account that is reminded
 * @returns how many are waited for, all of whom have been told
 * @throws Refused (403) without the right
 */
export async function remindOfRound(
  db: Database,
  user: User,
  town: Town,
  round: Round,
  { now, stage, once }: Moment,
  only?: string,
): Promise<number> {
  const { municipalityId } = town
  demand(user, 'strategy.round.edit', { municipalityId })
  const people = await readPeople(db, municipalityId, municipalDay(now))
  const intent = {
    municipalityId,
    stream: 'messages',
    origin: 'computation',
    action: 'round.tasksKept',
    subject: round.key,
    isPublic: false,
    at: now,
  } as const
  const within = { municipalityId }
  const { result } = await inChange(
    db,
    ableToAsk(user, municipalityId),
    intent,
    async (tx, change) => {
      await oneAtATime(tx, `round ${municipalityId} ${round.key}`)
      const asked = await keepAsked(tx, change, round, people)
      return { asked, waiting: await keepReportTasks(tx, change, town, { round, asked, people }) }
    },
    within,
  )
  if (stage === undefined) return 0
  const reminded = result.waiting.filter(
    ({ accountId, isNew }) => !isNew && (only === undefined || accountId === only),
  )
  await writeAs(
    db,
    operator(municipalityId),
    async (tx) => {
      const who = { municipalityId, who: user.id }
      await notify(
        tx,
        who,
        ...remindersOf(town, round, reminded, people, { now, stage, ...(once ? { once } : {}) }),
      )
      if (stage !== 'now' && isLateStage(stage))
        await notify(tx, who, ...escalations(town, round, result.asked, people, stage))
    },
    within,
  )
  return result.waiting.filter(({ accountId }) => only === undefined || accountId === only).length
}

function remindersOf(
  { slug }: Town,
  round: Round,
  waiting: readonly Waiting[],
  { holders }: People,
  { now, stage, once }: Moment,
) {
  const today = municipalDay(now)
  return waiting.map(({ accountId, actions, taskId }) => {
    const language = holders.get(accountId)?.language ?? 'lv'
    const values = { title: round.title[language], count: actions.length }
    return {
      accountId,
      kind: today > round.dueOn ? ('work.taskLate' as const) : ('work.taskDue' as const),
      subject: ownText('strategy.round.told.waiting', values, language),
      address: roundAddress(slug, round.key),
      dueOn: round.dueOn,
      taskId,
      once: `${taskId} ${once ?? (stage === 'now' ? `now ${today}` : `${round.dueOn} ${stage}`)}`,
    }
  })
}

const NAMED = 12

/** What the department is told of those who are silent: of how many actions, and of which. */
function escalations(
  { slug }: Town,
  round: Round,
  asked: readonly AskedAction[],
  { department, holders }: People,
  stage: Stage,
) {
  // Actions for which nobody answers were told of as the round opened.
  const those = asked.filter(({ accountId, deputyId }) => accountId !== null || deputyId !== null)
  const silent = those.filter(({ reports }) => reports.length === 0)
  if (silent.length === 0) return []
  const codes = silent.map(({ action }) => action)
  const actions = codes.length > NAMED ? `${codes.slice(0, NAMED).join(', ')} …` : codes.join(', ')
  return department.map((accountId) => {
    const language = holders.get(accountId)?.language ?? 'lv'
    const values = { title: round.title[language], count: silent.length, total: those.length, actions }
    return {
      accountId,
      kind: 'work.news' as const,
      subject: ownText('strategy.round.told.late', values, language),
      address: roundAddress(slug, round.key),
      once: `${round.id} ${stage} ${round.dueOn} ${accountId}`,
    }
  })
}
