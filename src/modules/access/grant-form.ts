import { z } from 'zod'
import { typedDay } from '#platform/forms/day.ts'
import { typedText } from '#platform/forms/typed-text.ts'

const why = typedText({ minimum: 3, maximum: 500 }).meta({ label: 'access.why', hint: 'access.why.hint' })
/** Accounts are known by ids of their own. */
const account = typedText({ minimum: 1, maximum: 200 })

/** What is filled in to give a role. The scope is a level and an id: `institution:…`. */
export const GrantForm = z.object({
  account: account.meta({ label: 'access.account' }),
  scope: z
    .string()
    .regex(/^(country|municipality|(institution|group|person):[0-9a-f-]{36})$/, 'platform.form.invalid')
    .meta({ label: 'access.scope', hint: 'access.scope.hint' }),
  from: typedDay().meta({ label: 'access.from' }),
  until: typedDay().meta({ label: 'access.until', hint: 'access.until.hint' }).optional(),
  why: why.optional(),
})

/** What is filled in to end a right. */
export const EndForm = z.object({
  last: typedDay().meta({ label: 'access.end.last', hint: 'access.end.last.hint' }).optional(),
  why: why.meta({ label: 'access.why' }),
})

/** What is filled in to have somebody stand in. */
export const DeputyForm = z.object({
  lender: account.meta({ label: 'access.deputy.lender' }),
  deputy: account.meta({ label: 'access.deputy.deputy' }),
  from: typedDay().meta({ label: 'access.from' }),
  until: typedDay().meta({ label: 'access.until', hint: 'access.deputy.until.hint' }),
  why: why.optional(),
})
