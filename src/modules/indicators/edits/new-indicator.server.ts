import { v7 as uuidv7 } from 'uuid'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { readCells } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { revise } from '#platform/write/revise.server.ts'
import { SERIES } from '../changed.ts'
import { checkIndicatorRows } from '../check-rows.ts'
import { VALUE_KINDS } from '../model.ts'
import { type IndicatorRows, indicatorSheets } from '../sheets.ts'
import { descriptionFields, INDICATOR } from './description.server.ts'
import { choice, line } from './fields.ts'
import { complaintsAt, type PlanFacts, rowsWith } from './plan-facts.server.ts'
import { findIndicatorCodes, type PlanPlace } from './rows-store.server.ts'

const { position, goal, continues, retired_on, retired_reason_lv, retired_reason_en, ...columns } =
  indicatorSheets.indicators.columns

/** A new indicator of a plan, with one series for its figures. */
export function newIndicatorEdit(place: PlanPlace, facts: PlanFacts, isPublic: boolean): Edit {
  const { municipalityId, catalogue } = place
  return {
    place: { municipalityId },
    capability: 'indicators.edit',
    action: 'indicator.added',
    subject: catalogue,
    stream: 'figures',
    isPublic,
    fields: [
      line('code', 'indicators.edit.code', {
        isRequired: true,
        hint: 'indicators.edit.code.hint',
        maximumLength: 40,
      }),
      choice(
        'value_kind',
        'indicators.fact.kind',
        VALUE_KINDS.map((value) => ({ value, label: `indicators.kind.${value}` as const })),
        { isRequired: true },
      ),
      ...descriptionFields(facts),
    ],
    read: async () => ({ version: 0, values: {} }),
    write: async (tx, change, typed) => {
      const { values, complaints } = readCells(columns, typed)
      const known = await findIndicatorCodes(tx, place)
      const isTaken = known.some(({ code }) => code === values.code)
      const ofCode: Complaints = isTaken ? { code: [{ reason: 'indicators.edit.code.taken' }] } : {}
      const whole = {
        position: Math.max(0, ...known.map((one) => one.position)) + 1,
        goal: null,
        continues: null,
        retired_on: null,
        retired_reason_lv: null,
        retired_reason_en: null,
        ...values,
      }
      const checked = { ...whole, line: 1 } as IndicatorRows['indicators'][number]
      const problems =
        Object.keys(complaints).length > 0
          ? []
          : checkIndicatorRows(rowsWith({ units: facts.units, indicators: [checked] }))
      const all = { ...complaintsAt(problems, ({ column }) => column ?? ''), ...ofCode, ...complaints }
      if (Object.keys(all).length > 0) return all
      const { goal: _, line: __, source, ...row } = checked
      const id = uuidv7()
      const source_id = facts.sourceIds.get(source ?? '') ?? null
      await revise(tx, change, INDICATOR, [{ ...row, id, catalogue, source_id }])
      await revise(tx, change, SERIES, [
        {
          catalogue,
          key: row.code,
          indicator_id: id,
          position: 1,
          breakdown: {},
          institution_id: null,
          unit: null,
          direction: null,
        },
      ])
      return undefined
    },
  }
}
