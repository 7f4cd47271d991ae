import { z } from 'zod'
import type { Address } from '../http/address.ts'
import { contentOf, prepareReply, type Reply } from '../http/reply.ts'
import { unknownParameter } from './parameters.ts'
import { Complaint, refuseParameters } from './problem.ts'

const Complaints = z.object({ errors: z.array(Complaint) })

/**
 * Refuses a request that names parameters its address does not know, together with whatever else is wrong
 * with it. What it asks for apart from them has been answered before, from the cache as a rule, so that
 * names made up by the thousand cost next to nothing.
 */
export async function complainAboutUnknown(
  known: Reply,
  { pathname, parameters }: Address,
  names: readonly string[],
): Promise<Reply> {
  if (known.status !== 200 && known.status !== 400) return known
  const others =
    known.status === 400 ? Complaints.safeParse(JSON.parse(String(contentOf(known)))).data?.errors : []
  const complaints = names.map((name) => unknownParameter(name, parameters))
  return prepareReply(refuseParameters(pathname, [...complaints, ...(others ?? [])]))
}
