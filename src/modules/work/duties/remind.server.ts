import { z } from 'zod'
import { isWorkingDay } from '#modules/registry'
import { findMunicipalitySlugs, findPublicHolidays } from '#modules/registry.server'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { sayIn } from '#platform/say/index.ts'
import { createText, type Language } from '#platform/texts/text.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { notify } from '../notify.service.server.ts'
import type { TaskEntry } from '../task.ts'
import { keepTasks } from '../task-service.server.ts'
import { findOpenTasksOfKind } from '../task-store.server.ts'
import { workTexts } from '../texts/index.ts'
import { readAnswering } from './answering.server.ts'
import { DUTY_TASK } from './duty-task.ts'
import { readDuties } from './read-duties.server.ts'
import { stageOn } from './stages.ts'
import { nearUntil, type Wanted, wantedBy } from './wanted.ts'

/** Every morning gives tasks of duties that are near and reminds of those that are not done. */
export const remindOfDuties = defineJob({
  name: 'work.remindOfDuties',
  schema: z.object({}),
  schedule: '15 7 * * *',
  run: (db) => remindOfAllDuties(db, new Date()),
})

/**
 * Brings everybody's tasks in line with what is to be done, and tells them on its days; never on a weekend or a holiday.
 * Done twice, it tells once.
 */
export async function remindOfAllDuties(db: Database, now: Date): Promise<void> {
  const holidays = await readAs(db, operator(), findPublicHolidays)
  if (!isWorkingDay(municipalDay(now), holidays)) return
  const towns = await readAs(db, operator(), findMunicipalitySlugs)
  for (const [slug, municipalityId] of towns)
    await remindTown(db, { slug, municipalityId }, { now, holidays })
}

async function remindTown(
  db: Database,
  { slug, municipalityId }: { slug: string; municipalityId: string },
  { now, holidays }: { now: Date; holidays: ReadonlySet<string> },
) {
  const today = municipalDay(now)
  const answering = await readAnswering(db, municipalityId, today)
  const keeper = operator(municipalityId)
  const within = { municipalityId }
  const intent = {
    municipalityId,
    stream: 'messages',
    origin: 'computation',
    action: 'duty.tasksKept',
    subject: 'duties',
    isPublic: false,
    at: now,
  } as const
  const { result: told } = await inChange(
    db,
    keeper,
    intent,
    async (tx, change) => {
      const times = await readDuties(tx, municipalityId, today)
      const wanted = wantedBy(times, answering, { slug, today, until: nearUntil(today) })
      const open = await findOpenTasksOfKind(tx, municipalityId, DUTY_TASK)
      if (wanted.length === 0 && open.length === 0) return []
      const addresses = new Set([...open, ...wanted].flatMap(({ address }) => address ?? []))
      const { ids, added } = await keepTasks(tx, change, DUTY_TASK, {
        addresses,
        wanted: wanted.map((one) => entryOf(municipalityId, one)),
      })
      const holders = await findAccountHolders(tx, municipalityId)
      const languages = new Map(holders.map(({ accountId, language }) => [accountId, language]))
      return wanted.flatMap((one) => {
        const name = `${one.accountId} ${one.address}`
        const stage = stageOn(one.dueOn, today, holidays)
        const taskId = ids.get(name)
        // A task that was given this morning was told with it.
        if (stage === undefined || taskId === undefined || added.has(name)) return []
        return [
          {
            accountId: one.accountId,
            kind: one.dueOn < today ? ('work.taskLate' as const) : ('work.taskDue' as const),
            subject: subjectOf(one, languages.get(one.accountId) ?? 'lv'),
            address: one.address,
            dueOn: one.dueOn,
            taskId,
            once: `${taskId} ${one.dueOn} ${stage}`,
          },
        ]
      })
    },
    within,
  )
  if (told.length > 0)
    await writeAs(db, keeper, (tx) => notify(tx, { municipalityId, who: keeper.id }, ...told), within)
}

const entryOf = (municipalityId: string, one: Wanted): TaskEntry => ({
  municipalityId,
  accountId: one.accountId,
  kind: DUTY_TASK,
  subject: subjectOf(one, 'lv'),
  address: one.address,
  dueOn: one.dueOn,
  ...(one.institutionId === null ? {} : { institutionId: one.institutionId }),
})

/** What is to be done for which year, by whom, and how many have not. */
export function subjectOf(
  { name, period, institution, waiting }: Pick<Wanted, 'name' | 'period' | 'institution' | 'waiting'>,
  language: Language,
): string {
  const text = createText(language, workTexts[language])
  return [
    `${name[language]}, ${sayIn[language].period(period)}`,
    ...(institution ? [institution[language]] : []),
    ...(waiting === null ? [] : [text('work.duties.waiting', { count: waiting })]),
  ].join(' · ')
}
