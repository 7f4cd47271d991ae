import { readInRequest } from '#platform/context.server.ts'
import { asAttachment, cleanName } from '#platform/files/clean-name.ts'
import type { Handle } from '#platform/http/address.ts'
import { languageOf } from '#platform/language.ts'
import { XLSX_TYPE } from '#platform/workbook/write-workbook.server.ts'
import { readAskedPlan } from '../asked-plan.server.ts'
import { readNameable } from '../known.server.ts'
import { wordsIn } from '../workbook/words.ts'
import { writePlan } from '../workbook/write-plan.server.ts'
import type { Route } from './+types/plan-workbook'

export const handle = { reads: ['strategy.alignment.read'] } satisfies Handle

/** A plan as a workbook, to be filled in and uploaded; one of a plan without tasks is the template. */
export async function loader(args: Route.LoaderArgs) {
  const { plan } = await readAskedPlan(args)
  const nameable = await readInRequest(args.context, (tx) => readNameable(tx, plan))
  const words = wordsIn(languageOf(new URL(args.request.url).pathname))
  const bytes = await writePlan(plan, nameable, words)
  const owner = plan.owner ? words.local(plan.owner.name) : words.text('strategy.alignment.department')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': XLSX_TYPE,
      'content-disposition': asAttachment(cleanName(`${plan.title} – ${owner}`, 'xlsx')),
      'cache-control': 'private, no-store',
    },
  })
}
