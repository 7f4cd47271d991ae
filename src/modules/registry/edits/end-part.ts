import { choice, day, line } from '#platform/editing/fields.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import { SUCCESSION_KINDS } from '../institution.ts'
import { institutionSheets } from '../institution-sheets.ts'
import { latest } from './name-parts.ts'
import type { Choices, PartEdit } from './part.ts'
import { newRow } from './place-parts.ts'

const { valid_to, end_reason_lv, end_reason_en } = institutionSheets.institutions.columns
const columns = { valid_to, end_reason_lv, end_reason_en }

/** Says that an institution ended, why, and in which other it goes on, if in any. */
export const endPart = ({ others }: Choices): PartEdit => ({
  fields: [
    day('valid_to', 'registry.edit.endedOn', { hint: 'registry.edit.endedOn.hint' }),
    line('end_reason_lv', 'registry.edit.endReasonLv'),
    line('end_reason_en', 'registry.edit.endReasonEn'),
    choice('successor', 'registry.edit.successor', others, { hint: 'registry.edit.successor.hint' }),
    choice(
      'kind',
      'registry.edit.successionKind',
      SUCCESSION_KINDS.map((value) => ({ value, label: `registry.edit.succession.${value}` as const })),
    ),
  ],
  valuesOf: (record) => {
    const row = latest(record)
    const link = record.successors.at(-1)
    return {
      ...Object.fromEntries(
        Object.keys(columns).map((name) => [name, asTyped(row[name as keyof typeof row])]),
      ),
      successor: others.find(({ id }) => id === link?.successor_id)?.value ?? '',
      kind: link?.kind ?? '',
    }
  },
  apply: (record, typed) => {
    const { values, complaints } = readCells(columns, typed)
    const row = { ...latest(record), ...values }
    const successorId = others.find(({ value }) => value === typed.successor?.trim())?.id
    const kind = SUCCESSION_KINDS.find((one) => one === typed.kind?.trim())
    const isHalf = (successorId === undefined) !== (kind === undefined)
    const known = record.successors.find(({ successor_id }) => successor_id === successorId)
    const link =
      successorId === undefined || kind === undefined
        ? undefined
        : {
            ...(known ?? { ...newRow(record.institution), successor_id: successorId }),
            kind,
            day: values.valid_to ?? null,
          }
    return {
      record: {
        ...record,
        versions: [...record.versions.slice(0, -1), row],
        successors: link ? [...record.successors.filter((one) => one !== known), link] : record.successors,
      },
      changed: link ? [row, link] : [row],
      complaints: isHalf
        ? {
            [kind === undefined ? 'kind' : 'successor']: [{ reason: 'registry.edit.successionHalf' }],
            ...complaints,
          }
        : complaints,
      fieldOf: { day: 'valid_to' },
    }
  },
})
