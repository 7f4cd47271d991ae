import { v7 as uuidv7 } from 'uuid'
import { choice, line } from '#platform/editing/fields.ts'
import { asTyped, readCells } from '#platform/editing/read-cells.ts'
import { EDUCATION_STAGES } from '../institution.ts'
import { institutionSheets } from '../institution-sheets.ts'
import { spanFields } from './fields.ts'
import type { Choices, PartEdit } from './part.ts'

const {
  institution: _i,
  key: _k,
  source: _s,
  locator: _l,
  ...siteColumns
} = institutionSheets.institutionSites.columns
const {
  institution: _pi,
  key: _pk,
  site: _ps,
  source: _pso,
  locator: _pl,
  ...programmeColumns
} = institutionSheets.institutionProgrammes.columns

/** A row that nobody has written yet: told from others by the next free number. */
const nextKey = (rows: readonly { key: string }[], stem: string) => {
  const taken = new Set(rows.map(({ key }) => key))
  for (let number = rows.length + 1; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
  }
}

const shown = (row: Readonly<Record<string, unknown>> | undefined, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, asTyped(row?.[name])]))

/** A place where the institution teaches: the one of the key, or a new one. */
export const sitePart = (item: string): PartEdit => ({
  fields: [
    line('address', 'registry.site.address'),
    line('name_lv', 'registry.edit.siteNameLv', { hint: 'registry.edit.siteName.hint' }),
    line('name_en', 'registry.edit.siteNameEn'),
    ...spanFields,
  ],
  valuesOf: ({ sites }) =>
    shown(
      sites.find(({ key }) => key === item),
      Object.keys(siteColumns),
    ),
  apply: (record, typed) => {
    const { values, complaints } = readCells(siteColumns, typed)
    const known = record.sites.find(({ key }) => key === item)
    const { name_lv = null, name_en = null, address = null, valid_from = null, valid_to = null } = values
    const said = { name_lv, name_en, address, valid_from, valid_to }
    const isNameless = name_lv === null && address === null
    const row = known
      ? { ...known, ...said }
      : {
          ...said,
          ...newRow(record.institution),
          id: uuidv7(),
          key: nextKey(record.sites, 'vieta'),
        }
    return {
      record: { ...record, sites: [...record.sites.filter((site) => site !== known), row] },
      changed: [row],
      complaints: isNameless
        ? { address: [{ reason: 'registry.edit.siteEmpty' }], ...complaints }
        : complaints,
    }
  },
})

/** A programme that the institution offers: the one of the key, or a new one. */
export const programmePart = (item: string, { sites }: Choices): PartEdit => ({
  fields: [
    line('code', 'registry.edit.programmeCode', { hint: 'registry.edit.programmeCode.hint' }),
    line('name_lv', 'registry.edit.programmeNameLv', { isRequired: true }),
    line('name_en', 'registry.edit.programmeNameEn', { isRequired: true }),
    choice(
      'stage',
      'registry.edit.stage',
      EDUCATION_STAGES.map((value) => ({ value, label: `registry.stage.${value}` as const })),
    ),
    choice('site_id', 'registry.site', sites),
    ...spanFields,
  ],
  valuesOf: ({ programmes }) =>
    shown(
      programmes.find(({ key }) => key === item),
      [...Object.keys(programmeColumns), 'site_id'],
    ),
  apply: (record, typed) => {
    const { values, complaints } = readCells(programmeColumns, typed)
    const known = record.programmes.find(({ key }) => key === item)
    const {
      code = null,
      name_lv = '',
      name_en = '',
      stage = null,
      valid_from = null,
      valid_to = null,
    } = values
    const said = {
      code,
      name_lv,
      name_en,
      stage,
      valid_from,
      valid_to,
      site_id: typed.site_id?.trim() || null,
    }
    const row = known
      ? { ...known, ...said }
      : { ...said, ...newRow(record.institution), key: nextKey(record.programmes, 'programma') }
    return {
      record: { ...record, programmes: [...record.programmes.filter((one) => one !== known), row] },
      changed: [row],
      complaints,
    }
  },
})

/** What a new row has in common with its institution. */
export const newRow = (institution: { id: string; municipality_id: string; is_public: boolean }) => ({
  municipality_id: institution.municipality_id,
  institution_id: institution.id,
  is_public: institution.is_public,
  source_id: null,
  locator: null,
  withdrawn_at: null,
  revision: 0,
  changed_at: new Date(0),
  change_id: '',
})
