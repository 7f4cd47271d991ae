import { citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import type { InstitutionRows } from './institution-sheets.ts'

/** Stores checked rows about institutions in the caller's transaction, after the documents that they cite. */
export async function importInstitutions(
  tx: DatabaseTransaction,
  change: Change,
  { institutions, institutionSites, institutionProgrammes, institutionSuccessors }: InstitutionRows,
  ids: Ids,
) {
  const cite = citationWriter(ids.get('sources.document'))
  const known = await revise(
    tx,
    change,
    { table: 'registry.institution', key: ['key'], hasId: true },
    numberOfEach(institutions),
  )
  ids.set('registry.institution', known)

  await revise(
    tx,
    change,
    { table: 'registry.institution_version', key: ['institution_id', 'version'] },
    institutions.map(({ line, key, registration_number, source, locator, ...row }) => ({
      ...row,
      institution_id: idOf(known, key),
      ...cite({ source, locator }),
    })),
  )
  const sites = await revise(
    tx,
    change,
    { table: 'registry.site', key: ['institution_id', 'key'], hasId: true },
    institutionSites.map(({ line, institution, source, locator, ...row }) => ({
      ...row,
      institution_id: idOf(known, institution),
      ...cite({ source, locator }),
    })),
  )
  await revise(
    tx,
    change,
    { table: 'registry.programme', key: ['institution_id', 'key'] },
    institutionProgrammes.map(({ line, institution, site, source, locator, ...row }) => ({
      ...row,
      institution_id: idOf(known, institution),
      site_id: site === null ? null : idOf(sites, `${idOf(known, institution)}·${site}`),
      ...cite({ source, locator }),
    })),
  )
  await revise(
    tx,
    change,
    { table: 'registry.institution_successor', key: ['institution_id', 'successor_id'] },
    institutionSuccessors.map(({ line, institution, successor, source, locator, ...row }) => ({
      ...row,
      institution_id: idOf(known, institution),
      successor_id: idOf(known, successor),
      ...cite({ source, locator }),
    })),
  )
}

/** What never changes of each institution: its number stands in one or more of its rows. */
function numberOfEach(rows: InstitutionRows['institutions']) {
  const versionsOf = Map.groupBy(rows, ({ key }) => key)
  return [...versionsOf].map(([key, versions]) => ({
    key,
    registration_number:
      versions.find(({ registration_number }) => registration_number !== null)?.registration_number ?? null,
  }))
}
