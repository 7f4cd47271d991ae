import { v7 as uuidv7 } from 'uuid'
import type { Database } from '#platform/database/types.server.ts'
import type { Demonstrates } from '#platform/demo.ts'
import { addDays, municipalDay } from '#platform/rights/day.ts'
import { LANGUAGES } from '#platform/texts/text.ts'
import { operator } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { COMMENTARIES } from '../commentary-store.server.ts'
import { freezeReport, previewFrozen } from '../freeze.service.server.ts'
import type { ReportDraft } from '../model.ts'
import { intentOf } from '../report.service.server.ts'
import { REPORTS, reportRow } from '../report-store.server.ts'
import { writePublicly } from '../written.server.ts'
import { EVALUATION_KEY, EXAMPLES, SUPERVISION_KEY } from './words.ts'

/** How long before the demonstration the earlier state lies that its supervision report tells changes since. */
const SINCE_DAYS = 180

/**
 * Invents an evaluation that is being written, with words that say they are examples, and a supervision report that was
 * frozen and published. Their figures are those of the plan, as of any report.
 */
export const inventReports: Demonstrates = async ({ db, municipalityId, plan, now }) => {
  const today = municipalDay(now)
  const draft = { strategy: plan, institutionId: null, asOf: null, title: null, state: 'draft' } as const
  const evaluation = { ...draft, id: uuidv7(), key: EVALUATION_KEY, kind: 'evaluation', since: null } as const
  const supervision = {
    ...draft,
    id: uuidv7(),
    key: SUPERVISION_KEY,
    kind: 'supervision',
    since: addDays(today, -SINCE_DAYS),
  } as const
  await write(db, municipalityId, now, [evaluation, supervision])
  const keeper = operator(municipalityId)
  const asked = { municipalityId, key: SUPERVISION_KEY }
  const { mark } = await previewFrozen(db, keeper, asked)
  await freezeReport(db, keeper, asked, { isPublic: true, seen: mark }, now)
}

type Invented = Omit<ReportDraft, 'changedAt' | 'version'>

/** Adds the reports with an example of commentary in the first sections of each. */
async function write(db: Database, municipalityId: string, now: Date, drafts: readonly Invented[]) {
  const words: { report_id: string; section: string; language: 'lv' | 'en'; words: string }[] = []
  for (const draft of drafts) {
    const { report } = await writePublicly(db, municipalityId, draft)
    EXAMPLES.forEach((example, place) => {
      const section = report.lv.sections[place]?.key
      if (section === undefined) return
      for (const language of LANGUAGES)
        words.push({ report_id: draft.id, section, language, words: example[language] })
    })
  }
  const intent = {
    ...intentOf(municipalityId, 'demo'),
    origin: 'command',
    action: 'demo.invented',
    at: now,
  } as const
  await inChange(
    db,
    operator(municipalityId),
    intent,
    async (tx, change) => {
      await revise(tx, change, REPORTS, drafts.map(reportRow))
      await revise(tx, change, COMMENTARIES, words)
    },
    { municipalityId },
  )
}
