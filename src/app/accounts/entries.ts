import { z } from 'zod'
import type { FieldMeta } from '#platform/forms/form.ts'
import { typedText } from '#platform/forms/typed-text.ts'
import { LANGUAGES } from '#platform/texts/text.ts'

const email = typedText({ minimum: 3, maximum: 254 }).meta({
  label: 'app.accounts.email',
} satisfies FieldMeta)
/** As it was typed: nothing is cut off a password. */
const password = z.string().max(1000, 'app.accounts.password.long')
const code = typedText({ minimum: 6, maximum: 20 }).meta({
  label: 'app.accounts.code',
  hint: 'app.accounts.code.hint',
} satisfies FieldMeta)
const why = typedText({ minimum: 5, maximum: 300 }).meta({
  label: 'app.accounts.one.why',
  hint: 'app.accounts.one.why.hint',
} satisfies FieldMeta)
const name = typedText({ minimum: 2, maximum: 120 }).meta({ label: 'app.accounts.name' } satisfies FieldMeta)
const language = z.enum(LANGUAGES).meta({ label: 'app.accounts.language' } satisfies FieldMeta)

export const SignInEntry = z.object({
  email,
  password: password.meta({ label: 'app.accounts.password' } satisfies FieldMeta),
})
export const CodeEntry = z.object({ code })
export const FirstCodeEntry = z.object({
  code: typedText({ minimum: 6, maximum: 20 }).meta({ label: 'app.accounts.code' } satisfies FieldMeta),
})
export const ForgottenEntry = z.object({ email })
const chosen = password.meta({
  label: 'app.accounts.password.new',
  hint: 'app.accounts.password.hint',
} satisfies FieldMeta)
export const ChosenPasswordEntry = z.object({ chosen })
export const OwnEntry = z.object({ name, language })
const before = password.meta({ label: 'app.accounts.password.before' } satisfies FieldMeta)
export const PasswordChangeEntry = z.object({ before, chosen })
export const ConfirmEntry = z.object({ before })
export const PasswordlessEntry = z.object({ before: before.optional() })
export const InvitationEntry = z.object({
  name,
  email: typedText({ minimum: 3, maximum: 254 })
    .refine((text) => z.email().safeParse(text.trim()).success, 'app.accounts.invite.email.wrong')
    .meta({ label: 'app.accounts.email' } satisfies FieldMeta),
  language,
})
export const InvitationAnswerEntry = z.object({
  place: typedText({ minimum: 1, maximum: 100 }),
  answer: z.enum(['accept', 'decline']),
})
export const WhyEntry = z.object({ why })
