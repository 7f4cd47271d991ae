import { describeTargetSets } from '#modules/indicators.server'
import type { EditField } from '#platform/editing/edit.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { choice, day, line, long } from '#platform/editing/fields.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { checkStrategyRows } from '../check-rows.ts'
import { isDecided, STRATEGY_VERSIONS } from '../model.ts'
import { strategySheets } from '../sheets.ts'
import { citedFields, complaintsIn, rowsWith, titleFields } from './cells.ts'
import { findPlanRow } from './rows-store.server.ts'
import type { PlanScope } from './scope.server.ts'

const { columns, file } = strategySheets.strategy

const fieldsOf = ({ documents }: Pick<PlanScope, 'documents'>): EditField[] => [
  ...titleFields,
  choice(
    'version',
    'strategy.version',
    STRATEGY_VERSIONS.map((value) => ({ value, label: `strategy.version.${value}` as const })),
    { isRequired: true, hint: 'strategy.edit.version.hint' },
  ),
  day('starts_on', 'strategy.edit.startsOn', { isRequired: true }),
  day('ends_on', 'strategy.edit.endsOn', { isRequired: true }),
  line('decision_number', 'strategy.edit.decisionNumber'),
  line('decision_minutes', 'strategy.edit.decisionMinutes'),
  day('decided_on', 'strategy.decidedOn'),
  long('vision_official_lv', 'strategy.edit.visionOfficialLv', { hint: 'strategy.edit.official.hint' }),
  long('vision_official_en', 'strategy.edit.visionOfficialEn', { hint: 'strategy.edit.officialEn.hint' }),
  long('vision_lv', 'strategy.edit.visionLv'),
  long('vision_en', 'strategy.edit.visionEn'),
  long('mission_official_lv', 'strategy.edit.missionOfficialLv', { hint: 'strategy.edit.official.hint' }),
  long('mission_official_en', 'strategy.edit.missionOfficialEn', { hint: 'strategy.edit.officialEn.hint' }),
  long('mission_lv', 'strategy.edit.missionLv'),
  long('mission_en', 'strategy.edit.missionEn'),
  ...citedFields(documents.options),
]

/** What the plan itself is called, says and was decided by. */
export function planEdit(scope: PlanScope): Edit {
  const { municipalityId, key } = scope
  return {
    ...scope.edit,
    action: 'strategy.edited',
    subject: key,
    fields: fieldsOf(scope),
    read: async (tx) => {
      const row = await findPlanRow(tx, municipalityId, key)
      if (!row) return undefined
      const source = row.source_id === null ? '' : (scope.documents.keys.get(row.source_id) ?? '')
      const values = { ...row, source }
      const typed = Object.keys(columns).map((name) => [name, asTyped(values[name as keyof typeof values])])
      return { version: row.revision, values: Object.fromEntries(typed) }
    },
    write: async (tx, change, typed) => {
      const row = await findPlanRow(tx, municipalityId, key)
      if (!row) return undefined
      const { values, complaints } = readCells(columns, typed)
      const problems = checkStrategyRows(rowsWith({ strategy: [{ ...row, ...values, line: 1 } as never] }))
      const all = { ...complaintsIn(problems, { file }), ...complaints }
      if (Object.keys(all).length > 0) return all
      const { source = null, ...cells } = values
      const { withdrawn_at, ...stored } = contentOf(row)
      const content = { ...stored, ...cells, source_id: scope.documents.ids.get(source ?? '') ?? null }
      await revise(tx, change, { table: 'strategy.strategy', key: ['key'], hasId: true }, [content])
      const { starts_on, version } = content
      await describeTargetSets(tx, change, [{ key, starts_on, is_decided: isDecided(version) }])
      return undefined
    },
  }
}
