import type { EditField, Option, Typed } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, long } from '#platform/editing/fields.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findReportRows } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'
import { REPORT, readReport, statusOptions } from './status.server.ts'
import { meetingFields, readVoiceRows, voiceRows } from './voice-fields.ts'

/** Voices that one sitting can have. */
const VOICES = voiceRows([]) + 4
const PARTS = ['status', 'comment_lv', 'comment_en'] as const

/** An action as it stands in the table of a sitting. */
export type SatAction = { code: string; label: Option['label'] }

/** What the fields of an action's row are called. */
export const sittingField = (code: string, part: (typeof PARTS)[number]) => `${code}.${part}`

/**
 * The statuses of many actions as of one time, set in one sitting of a group: all of them or none.
 *
 * @param accounts of those who may have sat in it
 */
export function sittingEdit(
  scope: PlanScope,
  { actions, asOf, accounts }: { actions: readonly SatAction[]; asOf: string; accounts: readonly Option[] },
): Edit {
  const rowsOfActions = actions.flatMap(({ code }): EditField[] => {
    const labelValues = { code }
    return [
      choice(sittingField(code, 'status'), 'strategy.edit.sitting.status', statusOptions, { labelValues }),
      long(sittingField(code, 'comment_lv'), 'strategy.edit.sitting.commentLv', { labelValues }),
      long(sittingField(code, 'comment_en'), 'strategy.edit.sitting.commentEn', { labelValues }),
    ]
  })
  return {
    ...scope.edit,
    action: 'statuses.reported',
    subject: `${scope.key}/${asOf}`,
    fields: [...meetingFields(VOICES, { accounts, isRequired: true }), ...rowsOfActions],
    read: async (now) => {
      const reports = await findReportRows(now, scope, { asOf })
      const standing = newestOf(reports)
      const values = Object.fromEntries(
        actions.flatMap(({ code }) => {
          const row = standing.get(code)
          const shown = row?.withdrawn_at ? undefined : row
          return PARTS.map((part) => [sittingField(code, part), shown?.[part] ?? ''])
        }),
      )
      return { version: reports.length, values }
    },
    write: async (now, change, typed) => {
      const standing = newestOf(await findReportRows(now, scope, { asOf }))
      const spoken = readVoiceRows(typed, VOICES, accounts)
      const complaints: Record<string, readonly Complaint[]> = { ...spoken.complaints }
      const contents: unknown[] = []
      for (const { code } of actions) {
        const row = standing.get(code)
        const shown = row?.withdrawn_at ? undefined : row
        const cells = Object.fromEntries(
          PARTS.map((part) => [part, (typed[sittingField(code, part)] ?? '').trim()]),
        ) as Record<(typeof PARTS)[number], string>
        if (PARTS.every((part) => cells[part] === (shown?.[part] ?? ''))) continue
        if (cells.status === '') {
          const reason = shown ? 'strategy.edit.sitting.noErasing' : 'strategy.edit.sitting.commentAlone'
          complaints[sittingField(code, 'status')] = [{ reason }]
          continue
        }
        const report = readReport(scope, { action: code, asOf }, { ...meetingOf(typed), ...cells })
        for (const [column, found] of Object.entries(report.complaints)) {
          const part = PARTS.find((one) => one === column)
          complaints[part ? sittingField(code, part) : column] = found
        }
        const { withdrawn_at, ...stored } = shown ? contentOf(shown) : { withdrawn_at: undefined }
        const { evidence_lv, evidence_en, source_id, locator, ...said } = report.content
        contents.push({ ...stored, ...said, voices: spoken.voices })
      }
      if (Object.keys(complaints).length > 0) return complaints
      await revise(now, change, REPORT, contents as never)
      return undefined
    },
  }
}

const meetingOf = ({ decided_on = '', decided_by_lv = '', decided_by_en = '' }: Typed): Typed => ({
  decided_on,
  decided_by_lv,
  decided_by_en,
})

/** The newest revision of each action's report. */
const newestOf = <Row extends { action: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.action, row]))
