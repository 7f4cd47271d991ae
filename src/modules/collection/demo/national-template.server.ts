import { readAs } from '#platform/database/scope.server.ts'
import type { Demo } from '#platform/demo.ts'
import { wallOf } from '#platform/moment.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { saveTemplate } from '../calls/template.service.server.ts'
import { templateOf } from '../calls/template.ts'
import { findTemplate } from '../calls/template-store.server.ts'
import { type DemoCall, momentsOf } from './calls.ts'
import { asked, DEMO_ELEMENTS } from './elements.ts'

/** Publishes a call of the demonstration as a template of the country, which says that it is an example. Answers its id. */
export async function inventTemplate({ db, now }: Demo, call: DemoCall): Promise<string | null> {
  const keeper = operator()
  const ids = new Map(DEMO_ELEMENTS.map(({ key }) => [key, key]))
  const form = { elements: asked(ids, call.elements, call.optional), checks: call.checks }
  const { opensAt, dueAt, locksAt } = momentsOf(call, municipalDay(now))
  const key = await saveTemplate(
    db,
    keeper,
    { municipalityId: COUNTRY },
    templateOf(
      {
        ...call,
        title: { lv: `Paraugs: ${call.title.lv}`, en: `Example: ${call.title.en}` },
        estimatedMinutes: call.minutes,
      },
      form,
      { opensAt: wallOf(opensAt), dueAt: wallOf(dueAt), locksAt: wallOf(locksAt) },
    ),
  )
  return (await readAs(db, keeper, (tx) => findTemplate(tx, COUNTRY, key)))?.id ?? null
}
