import type { SourceRows } from '#modules/sources.server'
import type { ImportProblem } from '#platform/import/problems.ts'
import { type AllRows, findDanglingReferences } from '#platform/import/sheet.ts'
import { checkSuccessors } from './check-successors.ts'
import { checkOrder, checkOverlaps, checkWithin, type Span, spanOfRows } from './check-times.ts'
import { type InstitutionRows, institutionSheets } from './institution-sheets.ts'

const { institutions, institutionSites, institutionProgrammes, institutionSuccessors } = institutionSheets

type Rows = InstitutionRows & SourceRows & Pick<AllRows, 'institutionTypes'>

/**
 * Says what in the rows about institutions contradicts itself or points at something that is not there, the kinds
 * of institutions of the country's register included.
 */
export function checkInstitutionRows(rows: Rows): ImportProblem[] {
  const types = new Set(rows.institutionTypes.map(({ code }) => code))
  const versionsOf = Map.groupBy(rows.institutions, ({ key }) => key)
  const spans = new Map([...versionsOf].map(([key, versions]) => [key, spanOfRows(versions)]))
  return [
    ...findDanglingReferences(institutions.file, rows.institutions, 'type', types, 'institution-types.csv'),
    ...checkOrder(institutions.file, rows.institutions),
    ...[...versionsOf.values()].flatMap((versions) => checkOverlaps(institutions.file, versions)),
    ...[...versionsOf.values()].flatMap(checkRegistration),
    ...rows.institutions.flatMap(checkEnd),
    ...checkSites(rows, spans),
    ...checkProgrammes(rows, spans),
    ...checkSuccessors(rows, versionsOf),
    ...checkSources(rows),
  ]
}

type Version = InstitutionRows['institutions'][number]
type Spans = ReadonlyMap<string, Span>

/** The number of an institution is one for good. */
function checkRegistration(versions: readonly Version[]): ImportProblem[] {
  const first = versions.find(({ registration_number }) => registration_number !== null)
  return versions.flatMap(({ line, registration_number: found }) => {
    const other = first?.registration_number ?? null
    if (found === null || other === null || found === other) return []
    const place = { file: institutions.file, line, column: 'registration_number' }
    return [{ ...place, reason: 'platform.import.conflict' as const, values: { found, other } }]
  })
}

/** What ended for a reason ended on a day. */
function checkEnd({ line, end_reason_lv: found, valid_to }: Version): ImportProblem[] {
  if (found === null || valid_to !== null) return []
  const place = { file: institutions.file, line, column: 'valid_to' }
  return [{ ...place, reason: 'platform.import.together', values: { found, other: 'valid_to' } }]
}

function checkSites({ institutionSites: rows }: Rows, spans: Spans): ImportProblem[] {
  const { file } = institutionSites
  return [
    ...findDanglingReferences(file, rows, 'institution', new Set(spans.keys()), institutions.file),
    ...checkOrder(file, rows),
    ...rows.flatMap((row) => checkWithin(file, row, row.institution, spans.get(row.institution))),
  ]
}

const EIGHT_DIGITS = /^\d{8}$/

function checkProgrammes({ institutionProgrammes: rows, institutionSites: sites }: Rows, spans: Spans) {
  const { file } = institutionProgrammes
  const siteOf = new Map(sites.map((site) => [`${site.institution} · ${site.key}`, site]))
  return [
    ...findDanglingReferences(file, rows, 'institution', new Set(spans.keys()), institutions.file),
    ...checkOrder(file, rows),
    ...rows.flatMap((row): ImportProblem[] => {
      const problems = checkWithin(file, row, row.institution, spans.get(row.institution))
      const place = { file, line: row.line }
      if (row.code !== null && !EIGHT_DIGITS.test(row.code)) {
        const values = { found: row.code, allowed: '21011111' }
        problems.push({ ...place, column: 'code', reason: 'platform.import.choice', values })
      }
      if (row.site === null || !spans.has(row.institution)) return problems
      const found = `${row.institution} · ${row.site}`
      const site = siteOf.get(found)
      if (site) return [...problems, ...checkWithin(file, row, row.site, site)]
      const values = { found, where: institutionSites.file }
      return [...problems, { ...place, column: 'site', reason: 'platform.import.reference', values }]
    }),
  ]
}

function checkSources(rows: Rows): ImportProblem[] {
  const known = new Set(rows.sources.map(({ key }) => key))
  const citing = [
    [institutions.file, rows.institutions],
    [institutionSites.file, rows.institutionSites],
    [institutionProgrammes.file, rows.institutionProgrammes],
    [institutionSuccessors.file, rows.institutionSuccessors],
  ] as const
  return citing.flatMap(([file, cited]) =>
    findDanglingReferences<{ line: number; source: string | null }>(
      file,
      cited,
      'source',
      known,
      'sources.csv',
    ),
  )
}
