import { csvResponse } from '#platform/csv.ts'
import { FINDING_COLUMNS, findingRow } from '../finding-rows.ts'
import { FINDING_PARAMETERS } from '../findings.ts'
import { readAskedFindings } from '../read-findings.server.ts'
import type { Route } from './+types/findings-csv'

export const handle = { parameters: FINDING_PARAMETERS }

/** The findings that the page shows under the same filter, one a row. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { slug, base, findings } = await readAskedFindings(request, context)
  return csvResponse(
    `${slug}-findings.csv`,
    FINDING_COLUMNS,
    findings.map((finding) => findingRow(finding, base)),
  )
}
