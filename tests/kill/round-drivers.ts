import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Driver, Stand } from './drivers.ts'
import { DECIDED, newRound, type OpenRound, REPORTED, ROUNDS, sentenceOf, writeReport } from './rounds.ts'
import { read, send } from './visit.ts'

/** So many reports has a round before another one begins. */
const REPORTS_OF_ROUND = 40

/** What people would still have before them: their round, and a report that nothing was answered to. */
const reporting = {
  round: undefined as OpenRound | undefined,
  left: 0,
  unanswered: undefined as Record<string, string> | undefined,
}

/** What is reported by the link of a letter; what nothing was answered to is sent again as it was. */
export const statusReports: Driver = {
  name: 'status report',
  isAiming: true,
  async save(stand, number) {
    if (reporting.left === 0 && reporting.unanswered === undefined) {
      reporting.round = await newRound(stand)
      if (reporting.round) reporting.left = REPORTS_OF_ROUND
    }
    const { round } = reporting
    if (!round) return undefined
    const action = REPORTED[number % REPORTED.length] ?? ''
    const typed = reporting.unanswered ?? (await writeReport(stand, round, action, uuidv7()))
    reporting.unanswered = typed
    stand.aim()
    const { status } = await send(stand, round.link, typed)
    reporting.unanswered = undefined
    reporting.left = Math.max(0, reporting.left - 1)
    return status === 303 ? typed._once : undefined
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<Reported>`
      select r.once, r.sentence, r.evidence_title, r.milestone, c.action as change, c.added
      from strategy.round_report r left join platform.change c
        on c.municipality_id = r.municipality_id and c.id = r.change_id
      where r.way = 'link'`.execute(owner)
    const { rows: empty } = await sql<{ id: string }>`select c.id from platform.change c
      where c.action = 'round.reportedByLink' and c.added > 0 and not exists (select 1
        from strategy.round_report r where r.municipality_id = c.municipality_id and r.change_id = c.id)`.execute(
      owner,
    )
    const kept = Map.groupBy(rows, ({ once }) => once)
    return [
      ...acknowledged.filter((once) => !kept.has(once)).map((once) => `the status report ${once} is lost`),
      ...[...kept].filter(([, all]) => all.length > 1).map(([once]) => `the status report ${once} is twice`),
      ...rows.filter((row) => !isWhole(row)).map(({ once }) => `the status report ${once} is there by half`),
      ...empty.map(({ id }) => `the change ${id} has no status report`),
    ]
  },
}

type Reported = {
  once: string
  sentence: string
  evidence_title: string | null
  milestone: string | null
  change: string | null
  added: number | null
}

const isWhole = ({ once, sentence, evidence_title, milestone, change, added }: Reported) =>
  [sentence, evidence_title, milestone].every((words) => words === sentenceOf(once)) &&
  change === 'round.reportedByLink' &&
  (added ?? 0) > 0

const deciding = { round: undefined as OpenRound | undefined, left: [] as string[] }

/** What somebody else decides on a report: each third is returned first. A round with everything accepted is closed. */
export const decisions: Driver = {
  name: 'decision',
  isAiming: true,
  async save(stand, number) {
    const [action] = deciding.left
    if (action === undefined) {
      if (deciding.round) await closeRound(stand, deciding.round)
      deciding.round = await newRound(stand)
      if (deciding.round) deciding.left = [...DECIDED]
      return undefined
    }
    const { round } = deciding
    if (!round) return undefined
    const once = uuidv7()
    const { status } = await send(stand, round.link, await writeReport(stand, round, action, once))
    // Accepted already by what was not answered any more.
    if (status === 422) deciding.left = deciding.left.slice(1)
    if (status !== 303) return undefined
    const isReturned = number % 3 === 0
    const decided = await decide(stand, round, action, isReturned)
    if (decided !== 303) return undefined
    if (!isReturned) deciding.left = deciding.left.slice(1)
    return `${isReturned ? 'returned' : 'accepted'} ${once}`
  },
  async findFaults(owner, acknowledged) {
    const { rows } = await sql<Decided>`
      select d.kind || ' ' || r.once as decided, d.kind, s.comment_lv = r.sentence as "isWritten", c.action as change,
        exists (select 1 from strategy.action_evidence e where e.municipality_id = d.municipality_id
          and e.change_id = d.change_id and e.url = r.evidence_url) as "isShown"
      from strategy.round_decision d
        join strategy.round_report r on r.municipality_id = d.municipality_id and r.round_id = d.round_id
          and r.action = d.action and r.version = d.version and r.way = 'link'
        left join platform.change c on c.municipality_id = d.municipality_id and c.id = d.change_id
        left join strategy.action_status s on s.municipality_id = d.municipality_id and s.action = d.action
          and s.change_id = d.change_id`.execute(owner)
    const { rows: alone } = await sql<{ id: string }>`select c.id from platform.change c
      where c.action in ('round.accepted', 'round.returned') and c.added + c.changed > 0 and not exists (select 1
        from strategy.round_decision d where d.municipality_id = c.municipality_id and d.change_id = c.id)`.execute(
      owner,
    )
    const { rows: closed } = await sql<{ key: string }>`select key from strategy.status_round r
      where (state = 'closed') <> not exists (select 1 from strategy.round_action a
        where a.municipality_id = r.municipality_id and a.round_id = r.id and a.outcome is null)
        and exists (select 1 from strategy.round_action a
          where a.municipality_id = r.municipality_id and a.round_id = r.id)`.execute(owner)
    const kept = new Set(rows.map(({ decided }) => decided))
    return [
      ...acknowledged.filter((one) => !kept.has(one)).map((one) => `the decision ${one} is lost`),
      ...rows.filter((row) => !isDone(row)).map(({ decided }) => `the decision ${decided} is there by half`),
      ...alone.map(({ id }) => `the change ${id} has no decision`),
      ...closed.map(({ key }) => `the round ${key} is closed by half`),
    ]
  },
}

type Decided = {
  decided: string
  kind: 'returned' | 'accepted'
  isWritten: boolean | null
  isShown: boolean
  change: string | null
}

/** Accepting writes the status and what shows it, returning neither; each under the change of the decision. */
const isDone = ({ kind, isWritten, isShown, change }: Decided) =>
  change === `round.${kind}` &&
  (kind === 'accepted' ? isWritten === true && isShown : isWritten === null && !isShown)

async function decide(stand: Stand, { key }: OpenRound, action: string, isReturned: boolean) {
  const path = `${ROUNDS}/${key}/${action}`
  const page = await read(stand, path, stand.head.cookie)
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const typed = isReturned ? { act: 'return', remark: 'Lūdzu, papildiniet.' } : { act: 'accept' }
  stand.aim()
  return (await send(stand, path, { ...typed, seen }, stand.head.cookie)).status
}

const closeRound = (stand: Stand, { key }: OpenRound) =>
  send(stand, `${ROUNDS}/${key}`, { act: 'close' }, stand.cookie)
