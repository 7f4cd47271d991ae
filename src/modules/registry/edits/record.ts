import type { ImportProblem } from '#platform/import/problems.ts'
import { checkInstitutionRows } from '../check-institutions.ts'
import type { InstitutionRows } from '../institution-sheets.ts'
import type { InstitutionRecord } from './record-store.server.ts'

/** Rows of an institution that are being changed stand on this line, the others on none. */
const CHANGED = 1

/** Names of other institutions by id, for rows that point at them. */
type Keys = ReadonlyMap<string, string>

/**
 * What loading would complain about, were these the institution's rows.
 *
 * @param changed the rows that were typed; what is wrong with them has a column
 */
export function checkRecord(
  record: InstitutionRecord,
  changed: ReadonlySet<object>,
  keys: Keys,
): ImportProblem[] {
  return checkInstitutionRows(asRows(record, changed, keys))
}

/** Whether a problem is about a row that was typed. */
export const isAboutTyped = ({ line }: ImportProblem) => line === CHANGED

function asRows(record: InstitutionRecord, changed: ReadonlySet<object>, keys: Keys): InstitutionRows {
  const { key, registration_number } = record.institution
  const shared = (row: object) => ({ line: changed.has(row) ? CHANGED : 0, source: null, locator: null })
  const siteKeys = new Map(record.sites.map((site) => [site.id, site.key]))
  return {
    institutions: record.versions.map((row) => ({ ...row, ...shared(row), key, registration_number })),
    institutionSites: record.sites.map((row) => ({ ...row, ...shared(row), institution: key })),
    institutionProgrammes: record.programmes.map((row) => ({
      ...row,
      ...shared(row),
      institution: key,
      site: siteKeys.get(row.site_id ?? '') ?? null,
    })),
    institutionSuccessors: record.successors.map((row) => ({
      ...row,
      ...shared(row),
      institution: key,
      successor: keys.get(row.successor_id) ?? row.successor_id,
    })),
  }
}

/** Rises with every change to any row of the institution; rows are withdrawn and never deleted. */
export const versionOf = ({
  institution,
  versions,
  sites,
  programmes,
  successors,
}: InstitutionRecord): number =>
  [institution, ...versions, ...sites, ...programmes, ...successors].reduce(
    (sum, { revision }) => sum + revision,
    0,
  )

/** What loading would complain about in a new institution's one row. */
export function checkNew(row: Omit<InstitutionRows['institutions'][number], 'line' | 'version' | 'source'>) {
  const rows = { institutionSites: [], institutionProgrammes: [], institutionSuccessors: [] }
  const institutions = [{ ...row, version: 1, source: null, line: CHANGED }]
  return checkInstitutionRows({ institutions, ...rows })
}
