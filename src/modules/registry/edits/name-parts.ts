import { day, line } from '#platform/editing/fields.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import { institutionSheets } from '../institution-sheets.ts'
import { spanFields, versionFields } from './fields.ts'
import type { Choices, PartEdit } from './part.ts'
import type { InstitutionRecord } from './record-store.server.ts'

const { key, version, source, locator, ...columns } = institutionSheets.institutions.columns
const {
  registration_number,
  valid_from,
  valid_to,
  reason_lv,
  reason_en,
  end_reason_lv,
  end_reason_en,
  ...named
} = columns

/** What an institution is at last. */
export function latest(record: InstitutionRecord) {
  const row = record.versions.at(-1)
  if (!row) throw new RangeError(`the institution ${record.institution.key} has no version`)
  return row
}

const shown = (row: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, asTyped(row[name])]))

/** Corrects what is said of an institution as it is at last: that it was so before too. */
export function factsPart({ types }: Choices): PartEdit {
  const { end_reason_lv: _lv, end_reason_en: _en, ...read } = columns
  return {
    fields: [
      ...versionFields(types),
      line('registration_number', 'registry.edit.registration'),
      ...spanFields,
      line('reason_lv', 'registry.edit.reasonLv'),
      line('reason_en', 'registry.edit.reasonEn'),
    ],
    valuesOf: (record) =>
      shown(
        { ...latest(record), registration_number: record.institution.registration_number },
        Object.keys(read),
      ),
    apply: (record, typed) => {
      const { values, complaints } = readCells(read, typed)
      const { registration_number: number = null, ...facts } = values
      const row = { ...latest(record), ...facts }
      return {
        record: {
          ...record,
          institution: { ...record.institution, registration_number: number },
          versions: [...record.versions.slice(0, -1), row],
        },
        changed: [row],
        complaints,
      }
    },
  }
}

/** Says that an institution became something else on a day: it was called otherwise before. */
export function changePart({ types }: Choices): PartEdit {
  const {
    valid_to: _to,
    end_reason_lv: _lv,
    end_reason_en: _en,
    registration_number: _number,
    ...read
  } = columns
  return {
    fields: [
      day('valid_from', 'registry.edit.changedOn', {
        isRequired: true,
        hint: 'registry.edit.changedOn.hint',
      }),
      line('reason_lv', 'registry.edit.reasonLv', { isRequired: true }),
      line('reason_en', 'registry.edit.reasonEn'),
      ...versionFields(types),
    ],
    valuesOf: (record) => shown(latest(record), Object.keys(named)),
    apply: (record, typed) => {
      const { values, complaints } = readCells(read, typed)
      const before = latest(record)
      const { valid_from: since = null, ...facts } = values
      const ended = { ...before, valid_to: since }
      const next = {
        ...before,
        ...facts,
        version: before.version + 1,
        valid_from: since,
        valid_to: before.valid_to,
        end_reason_lv: before.end_reason_lv,
        end_reason_en: before.end_reason_en,
      }
      const past = { ...ended, end_reason_lv: null, end_reason_en: null }
      return {
        record: { ...record, versions: [...record.versions.slice(0, -1), past, next] },
        changed: [past, next],
        complaints,
        fieldOf: { valid_to: 'valid_from' },
      }
    },
  }
}
