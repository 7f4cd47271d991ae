import type { Edit } from '#platform/editing/edit-service.server.ts'
import { day, line } from '#platform/editing/fields.ts'
import { readCells } from '#platform/editing/read-cells.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { date, optionalText, text } from '#platform/import/columns.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { PlanScope } from '../../edits/scope.server.ts'
import type { Version } from '../version.ts'
import { findVersionRow, VERSIONS } from '../version-store.server.ts'

const columns = { decision_number: text, decided_on: date, in_force_on: date, minutes: optionalText }

/** The form for what the council has decided on a draft, before it is put in force. */
export function decisionEdit(scope: PlanScope, version: Version, afterwards: () => string): Edit {
  const { municipalityId, strategyId } = scope
  const place = { municipalityId, strategyId, number: version.number }
  return {
    place: { municipalityId },
    capability: 'strategy.adopt',
    action: 'version.decided',
    subject: `${scope.key}/${version.number}`,
    stream: 'planning',
    isPublic: false,
    afterwards,
    fields: [
      line('decision_number', 'strategy.edit.decisionNumber', { isRequired: true, maximumLength: 60 }),
      day('decided_on', 'strategy.decidedOn', { isRequired: true }),
      day('in_force_on', 'strategy.versions.inForceOn', {
        isRequired: true,
        hint: 'strategy.versions.inForceOn.hint',
      }),
      line('minutes', 'strategy.edit.decisionMinutes', { maximumLength: 120 }),
    ],
    read: async (tx) => {
      const row = await findVersionRow(tx, place)
      if (row?.id !== version.id) return undefined
      const { revision, decision_number, decided_on, in_force_on, minutes } = row
      return {
        version: revision,
        values: {
          decision_number: decision_number ?? '',
          decided_on: decided_on ?? '',
          in_force_on: in_force_on ?? '',
          minutes: minutes ?? '',
        },
      }
    },
    write: async (tx, change, typed) => {
      const row = await findVersionRow(tx, place)
      if (row?.id !== version.id || row.state !== 'draft') {
        return { '': [{ reason: 'strategy.versions.notDraft' }] }
      }
      const { values, complaints } = readCells(columns, typed)
      const all: Record<string, readonly Complaint[]> = { ...complaints }
      const { decided_on, in_force_on } = values
      if (decided_on && decided_on > municipalDay(change.at))
        all.decided_on = [{ reason: 'strategy.versions.decidedLater' }]
      if (decided_on && in_force_on && in_force_on < decided_on)
        all.in_force_on = [{ reason: 'strategy.versions.inForceBefore' }]
      if (Object.keys(all).length > 0) return all
      await revise(tx, change, VERSIONS, [{ ...contentOf(row), ...values }])
      return undefined
    },
  }
}
