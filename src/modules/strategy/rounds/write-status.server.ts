import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { TextKey } from '#platform/texts/text.ts'
import type { Change } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { EVIDENCE, nextCode } from '../edits/evidence.server.ts'
import { findReportRows } from '../edits/rows-store.server.ts'
import type { PlanScope } from '../edits/scope.server.ts'
import { REPORT, readReport } from '../edits/status.server.ts'
import { findEvidenceRows } from '../evidence-store.server.ts'
import { writeVoices } from '../voices.ts'
import type { Group, Round, RoundReport } from './round.ts'

type Accepted = { round: Round; action: string; report: RoundReport }
type Content = Readonly<Record<string, unknown>>

/** The status that a report makes once it is accepted, read by the rules of files; or why it makes none. */
export function readStatus(
  scope: PlanScope,
  { round, action, report, group }: Accepted & { group: Group },
): { content: Content } | { why: TextKey } {
  const typed = {
    status: report.status,
    comment_lv: report.sentence,
    decided_by_lv: group.name,
    decided_on: group.decidedOn,
    evidence_lv: report.evidenceTitle ?? '',
  }
  const { content, complaints } = readReport(scope, { action, asOf: round.asOf }, typed)
  const [first] = Object.values(complaints).flat()
  return first ? { why: first.reason } : { content: { ...content, voices: writeVoices(group.voices) } }
}

/** Writes the status as a revision of what was said of that period, and what shows it, under the change of the decision. */
export async function writeStatus(
  tx: DatabaseTransaction,
  change: Change,
  scope: PlanScope,
  { round, action, report, content }: Accepted & { content: Content },
): Promise<void> {
  const row = (await findReportRows(tx, scope, { action, asOf: round.asOf })).at(-1)
  const { withdrawn_at, ...stored } = row ? contentOf(row) : { withdrawn_at: undefined }
  await revise(tx, change, REPORT, [{ ...stored, ...content } as never])
  const { evidenceUrl: url, evidenceTitle } = report
  if (url === null) return
  const { municipalityId, strategyId } = scope
  const known = await findEvidenceRows(tx, { municipalityId, strategyId, action })
  if (known.some((one) => one.url === url && one.as_of === round.asOf && !one.withdrawn_at)) return
  const evidence = {
    strategy_id: strategyId,
    action,
    code: nextCode(known),
    as_of: round.asOf,
    kind: 'document',
    title_lv: evidenceTitle ?? url,
    title_en: null,
    url,
    file_id: null,
    institution: null,
    works: null,
    done_on: null,
    source_id: null,
    locator: null,
  } as const
  await revise(tx, change, EVIDENCE, [evidence])
}
