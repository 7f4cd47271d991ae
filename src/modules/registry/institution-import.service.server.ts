import { citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { applyRows, type ImportJob } from '#platform/import/apply-rows.server.ts'
import type { Ids } from '#platform/module.ts'
import type { InstitutionRows } from './institution-sheets.ts'

const changing = (table: string, key: string[]) => ({
  table: `registry.${table}`,
  key,
  writing: 'change' as const,
})

/** Stores checked rows about institutions in the caller's transaction, after the documents that they cite. */
export async function importInstitutions(
  tx: DatabaseTransaction,
  job: ImportJob,
  { institutions, institutionSites, institutionProgrammes, institutionSuccessors }: InstitutionRows,
  ids: Ids,
) {
  const cite = citationWriter(ids.get('sources.document'))
  const target = { ...changing('institution', ['key']), hasId: true }
  const known = await applyRows(tx, job, target, numberOfEach(institutions))
  ids.set(target.table, known)

  await applyRows(
    tx,
    job,
    changing('institution_version', ['institution_id', 'version']),
    institutions.map(({ line, key, registration_number, source, locator, ...row }) => ({
      ...row,
      institution_id: known.get(key),
      ...cite({ source, locator }),
    })),
  )
  const sites = await applyRows(
    tx,
    job,
    { ...changing('site', ['institution_id', 'key']), hasId: true },
    institutionSites.map(({ line, institution, source, locator, ...row }) => ({
      ...row,
      institution_id: known.get(institution),
      ...cite({ source, locator }),
    })),
  )
  await applyRows(
    tx,
    job,
    changing('programme', ['institution_id', 'key']),
    institutionProgrammes.map(({ line, institution, site, source, locator, ...row }) => ({
      ...row,
      institution_id: known.get(institution),
      site_id: site === null ? null : sites.get(`${known.get(institution)}·${site}`),
      ...cite({ source, locator }),
    })),
  )
  await applyRows(
    tx,
    job,
    changing('institution_successor', ['institution_id', 'successor_id']),
    institutionSuccessors.map(({ line, institution, successor, source, locator, ...row }) => ({
      ...row,
      institution_id: known.get(institution),
      successor_id: known.get(successor),
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
