import type { NotificationEntry } from '#modules/work'
import { municipalDay } from '#platform/rights/day.ts'
import { sayIn } from '#platform/say/index.ts'
import { createText, type Language } from '#platform/texts/text.ts'
import { collectionHome, formAddress, monitoringAddress } from '../addresses.ts'
import type { Givers } from '../givers.server.ts'
import type { DataCall } from '../model.ts'
import { collectionTexts } from '../texts/index.ts'
import { dueOf, standingOf, unexpectedOf } from './completeness.ts'
import type { Monitored } from './expected.ts'
import { type Escalation, escalationBegins } from './stages.ts'

/** An institution that a call asks. */
export type Late = { call: DataCall; row: Monitored }

type Morning = { now: Date; today: string; holidays: ReadonlySet<string> }
/** Whom an institution that is late is told of, and whether it is their own. */
type Told = Late & { isOwn: boolean }

/**
 * Tells others that institutions are late: from the third working day their heads and who answers for the call, from the
 * seventh the head of education. Each person is told once a day, of all of them together.
 */
export function digestsOf(
  { slug }: { slug: string },
  rows: readonly Late[],
  givers: Givers,
  morning: Morning,
  languages: ReadonlyMap<string, Language>,
): NotificationEntry[] {
  const byPerson = new Map<string, Told[]>()
  for (const late of rows) {
    const { call, row } = late
    if (unexpectedOf(row) !== null || standingOf(call, row, morning.now) !== 'late') continue
    const step = escalationBegins(municipalDay(dueOf(call, row)), morning.today, morning.holidays)
    for (const [accountId, isOwn] of step ? toldOf(late, step, givers) : []) {
      const told = byPerson.get(accountId) ?? []
      told.push({ ...late, isOwn })
      byPerson.set(accountId, told)
    }
  }
  return [...byPerson].map(([accountId, told]) => ({
    accountId,
    kind: 'work.news',
    subject: subjectOf(told, languages.get(accountId) ?? 'lv'),
    address: addressOf(slug, told),
    once: `collection.late ${accountId} ${morning.today}`,
  }))
}

function toldOf({ call, row }: Late, step: Escalation, givers: Givers): Map<string, boolean> {
  if (step === 'high') return new Map(givers.educationHeads.map((id) => [id, false]))
  const heads = (givers.byInstitution.get(row.institutionId) ?? []).filter(
    ({ role }) => role === 'institutionHead',
  )
  return new Map([
    ...heads.map(({ accountId }): [string, boolean] => [accountId, true]),
    ...responsibleFor(call, givers).map((accountId): [string, boolean] => [accountId, false]),
  ])
}

/** Who answers for a call; where that one is away also the deputy and whoever stands in; the head of education for nobody. */
export function responsibleFor(
  { responsibleId, deputyId }: Pick<DataCall, 'responsibleId' | 'deputyId'>,
  { deputies, educationHeads }: Givers,
): string[] {
  if (responsibleId === null) return deputyId === null ? [...educationHeads] : [deputyId]
  const standIns = deputies.get(responsibleId)
  if (!standIns) return [responsibleId]
  return [...new Set([responsibleId, ...(deputyId === null ? [] : [deputyId]), ...standIns])]
}

function subjectOf(told: readonly Told[], language: Language): string {
  const text = createText(language, collectionTexts[language])
  const names = [...new Set(told.map(({ row }) => row.institution.name[language]))]
  const titles = [...new Set(told.map(({ call }) => call.title[language]))]
  const values = {
    count: names.length,
    names: sayIn[language].some(names, 3),
    calls: sayIn[language].some(titles, 2),
  }
  return text('collection.monitoring.digest', values)
}

function addressOf(slug: string, told: readonly Told[]): string {
  const calls = new Set(told.map(({ call }) => call.key))
  const [first] = told
  if (!first || calls.size > 1) return collectionHome(slug)
  if (told.length === 1 && first.isOwn) return formAddress(slug, first.call.key, first.row.key)
  return told.every(({ isOwn }) => isOwn) ? collectionHome(slug) : monitoringAddress(slug, first.call.key)
}
