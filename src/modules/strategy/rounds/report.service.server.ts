import { oneAtATime } from '#platform/database/one-at-a-time.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { inChange } from '#platform/write/change.server.ts'
import { ableToReport, readPeople } from './people.server.ts'
import type { ReportEntry } from './report-entry.ts'
import { type Round, type RoundReport, takesReports } from './round.ts'
import { findAsked, findRound, hasReport, insertReport } from './rounds-store.server.ts'
import { decisionNow } from './standing.ts'
import { keepReportTasks, type Town } from './tasks.server.ts'
import { isTheirs } from './who-is-asked.ts'

/** Who reports, and how they came. */
export type Reporter = {
  accountId: string
  way: 'link' | 'page'
  /** Account that was shown the link's secret; empty where nobody was, and for who has signed in. */
  handedBy: string
}

/** What became of a report: it is kept; somebody else has reported meanwhile; or why it may not be. */
export type Reported =
  | { kind: 'done' }
  | { kind: 'meanwhile'; report: RoundReport }
  | { kind: 'refused'; why: TextKey }

type Reporting = {
  round: Pick<Round, 'key'>
  action: string
  entry: ReportEntry
  /** Version of the report that was seen; 0 where there was none. */
  seen: number
  /** Names one pressing of the button. */
  once: string
}

/**
 * Keeps what somebody reports on an action that they answer for, in their name; the journal says by which way. Sent twice,
 * it is there once. The task ends with the last of their actions.
 */
export async function reportAction(
  db: Database,
  town: Town,
  { accountId, way, handedBy }: Reporter,
  { round: { key }, action, entry, seen, once }: Reporting,
  now: Date,
): Promise<Reported> {
  const { municipalityId } = town
  const people = await readPeople(db, municipalityId)
  const intent = {
    municipalityId,
    stream: 'planning',
    origin: 'form',
    action: way === 'link' ? 'round.reportedByLink' : 'round.reported',
    subject: `${key}/${action}`,
    detail: { by: way },
    isPublic: false,
    at: now,
  } as const
  const { result } = await inChange(
    db,
    ableToReport(accountId, municipalityId),
    intent,
    async (tx, change): Promise<Reported> => {
      // One after another within a round: each sees what the other has reported, and tasks end with the last.
      await oneAtATime(tx, `round ${municipalityId} ${key}`)
      const round = await findRound(tx, municipalityId, key)
      const all = round ? await findAsked(tx, municipalityId, round.id) : []
      const asked = all.find((one) => one.action === action)
      if (!round || !asked) return no('strategy.round.notFound')
      const place = { municipalityId, roundId: round.id, action }
      if (await hasReport(tx, { ...place, once })) return { kind: 'done' }
      if (!isTheirs(asked, accountId)) return no('strategy.round.report.notYours')
      if (!takesReports(round, municipalDay(now))) return no('strategy.round.report.closed')
      if (decisionNow(asked)?.kind === 'accepted') return no('strategy.round.report.accepted')
      const newest = asked.reports.at(-1)
      if (newest && newest.version !== seen) return { kind: 'meanwhile', report: newest }
      const report = { ...entry, version: seen + 1, author: accountId, handedBy, way, at: now }
      await insertReport(tx, {
        municipality_id: municipalityId,
        round_id: round.id,
        action,
        version: report.version,
        author: accountId,
        handed_by: handedBy,
        way,
        once,
        at: now,
        status: entry.status,
        sentence: entry.sentence,
        evidence_title: entry.evidenceTitle,
        evidence_url: entry.evidenceUrl,
        milestone: entry.milestone,
        milestone_on: entry.milestoneOn,
        change_id: change.id,
      })
      change.counts.added += 1
      const after = all.map((one) =>
        one.action === action ? { ...one, reports: [...one.reports, report] } : one,
      )
      await keepReportTasks(tx, change, town, { round, asked: after, people })
      return { kind: 'done' }
    },
    { municipalityId },
  )
  return result
}

const no = (why: TextKey) => ({ kind: 'refused', why }) as const
