import { checkLater } from '#platform/import/check-later.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { checkSuccessors } from './check-successors.ts'
import { checkOverlaps, checkWithin, type Span, spanOfRows } from './check-times.ts'
import { type InstitutionRows, institutionSheets } from './institution-sheets.ts'

const { institutions, institutionSites, institutionProgrammes } = institutionSheets

/** Says what in the rows about institutions contradicts itself; what they point at, the sheets declare. */
export function checkInstitutionRows(rows: InstitutionRows): ImportProblem[] {
  const versionsOf = Map.groupBy(rows.institutions, ({ key }) => key)
  const spans = new Map([...versionsOf].map(([key, versions]) => [key, spanOfRows(versions)]))
  return [
    ...checkLater(institutions.file, rows.institutions, 'valid_from', 'valid_to'),
    ...[...versionsOf.values()].flatMap((versions) => checkOverlaps(institutions.file, versions)),
    ...[...versionsOf.values()].flatMap(checkRegistration),
    ...rows.institutions.flatMap(checkEnd),
    ...checkSites(rows, spans),
    ...checkProgrammes(rows, spans),
    ...checkSuccessors(rows, versionsOf),
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

function checkSites({ institutionSites: rows }: InstitutionRows, spans: Spans): ImportProblem[] {
  const { file } = institutionSites
  return [
    ...checkLater(file, rows, 'valid_from', 'valid_to'),
    ...rows.flatMap((row) => checkWithin(file, row, row.institution, spans.get(row.institution))),
  ]
}

function checkProgrammes(
  { institutionProgrammes: rows, institutionSites: sites }: InstitutionRows,
  spans: Spans,
): ImportProblem[] {
  const { file } = institutionProgrammes
  const siteOf = new Map(sites.map((site) => [`${site.institution} · ${site.key}`, site]))
  return [
    ...checkLater(file, rows, 'valid_from', 'valid_to'),
    ...rows.flatMap((row) => [
      ...checkWithin(file, row, row.institution, spans.get(row.institution)),
      ...checkWithin(file, row, row.site ?? '', siteOf.get(`${row.institution} · ${row.site}`)),
    ]),
  ]
}
