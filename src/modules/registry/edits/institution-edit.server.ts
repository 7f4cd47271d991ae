import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Edit } from '#platform/editing/edit-service.server.ts'
import { complaintOf } from '#platform/editing/read-cells.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { refuse } from '#platform/refuse.ts'
import type { Change } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findInstitutionTypes } from '../institution-store.server.ts'
import { endPart } from './end-part.ts'
import { changePart, factsPart } from './name-parts.ts'
import type { Choices, PartEdit } from './part.ts'
import type { PartName } from './part-names.ts'
import { programmePart, sitePart } from './place-parts.ts'
import { checkRecord, isAboutTyped, versionOf } from './record.ts'
import { findInstitutionKeys, findRecord, type InstitutionRecord } from './record-store.server.ts'

type About = { municipalityId: string; key: string; part: PartName; item: string }

/** @throws Refused (404) when the municipality has no institution of the key */
export async function makeInstitutionEdit(tx: DatabaseTransaction, about: About) {
  const { municipalityId, key, part, item } = about
  const record = (await findRecord(tx, municipalityId, key)) ?? refuse(404, 'platform.refused.absent')
  const choices = await readChoices(tx, record)
  const keys = new Map(choices.others.map(({ id, value }) => [id, value]))
  const { fields, valuesOf, apply } = partOf(part, item, choices)
  const edit: Edit = {
    place: { municipalityId },
    capability: 'registry.institution.edit',
    action: 'institution.edited',
    subject: key,
    stream: 'register',
    isPublic: record.institution.is_public,
    fields,
    read: async (reading) => {
      const found = await findRecord(reading, municipalityId, key)
      return found && { version: versionOf(found), values: valuesOf(found) }
    },
    write: async (writing, change, typed) => {
      const stored = await findRecord(writing, municipalityId, key)
      if (!stored) return undefined
      const applied = apply(stored, typed)
      const problems = checkRecord(applied.record, new Set(applied.changed), keys)
      const complaints: Record<string, Complaints[string]> = {}
      for (const problem of problems) {
        const column = isAboutTyped(problem) ? (problem.column ?? '') : ''
        const name = applied.fieldOf?.[column] ?? column
        complaints[fields.some((field) => field.name === name) ? name : ''] ??= [complaintOf(problem)]
      }
      const all = { ...complaints, ...applied.complaints }
      if (Object.keys(all).length > 0) return all
      await writeRecord(writing, change, applied.record)
      return undefined
    },
  }
  return { edit, record, part }
}

function partOf(part: PartName, item: string, choices: Choices): PartEdit {
  switch (part) {
    case 'facts':
      return factsPart(choices)
    case 'change':
      return changePart(choices)
    case 'site':
      return sitePart(item)
    case 'programme':
      return programmePart(item, choices)
    case 'end':
      return endPart(choices)
  }
}

async function readChoices(
  tx: DatabaseTransaction,
  { institution, sites }: InstitutionRecord,
): Promise<Choices> {
  const types = await findInstitutionTypes(tx)
  const all = await findInstitutionKeys(tx, institution.municipality_id)
  return {
    types: types.map(({ code, name_lv, name_en }) => ({ value: code, label: { lv: name_lv, en: name_en } })),
    others: all
      .filter(({ id }) => id !== institution.id)
      .map(({ id, key, name_lv, name_en }) => ({ id, value: key, label: { lv: name_lv, en: name_en } })),
    sites: sites.map(({ id, key, name_lv, name_en, address }) => ({
      value: id,
      label: { lv: name_lv ?? address ?? key, en: name_en ?? address ?? key },
    })),
  }
}

/** Writes every row; those that say what they said before are left alone. */
async function writeRecord(tx: DatabaseTransaction, change: Change, record: InstitutionRecord) {
  const { institution, versions, sites, programmes, successors } = record
  const contents = <Row extends object>(rows: readonly Row[]) => rows.map((row) => contentOf(row))
  await revise(
    tx,
    change,
    { table: 'registry.institution', key: ['key'], hasId: true },
    contents([institution]),
  )
  await revise(
    tx,
    change,
    { table: 'registry.institution_version', key: ['institution_id', 'version'] },
    contents(versions),
  )
  await revise(
    tx,
    change,
    { table: 'registry.site', key: ['institution_id', 'key'], hasId: true },
    contents(sites),
  )
  await revise(
    tx,
    change,
    { table: 'registry.programme', key: ['institution_id', 'key'] },
    contents(programmes),
  )
  await revise(
    tx,
    change,
    { table: 'registry.institution_successor', key: ['institution_id', 'successor_id'] },
    contents(successors),
  )
}
