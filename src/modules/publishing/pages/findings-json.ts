import { describeFinding } from '../finding-rows.ts'
import { FINDING_PARAMETERS } from '../findings.ts'
import { readAskedFindings } from '../read-findings.server.ts'
import type { Route } from './+types/findings-json'

export const handle = { parameters: FINDING_PARAMETERS }

/** The findings that the page shows under the same filter. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { slug, base, findings } = await readAskedFindings(request, context)
  return Response.json({
    municipality: slug,
    findings: findings.map((finding) => describeFinding(finding, base)),
  })
}
