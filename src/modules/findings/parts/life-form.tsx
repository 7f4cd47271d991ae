import { accountOptions } from '#platform/accounts/account-options.ts'
import type { AccountHolder } from '#platform/accounts/holders-store.server.ts'
import { ChoiceField, LongField } from '#platform/forms/field-parts.tsx'
import { type FormAnswer, fieldsOf } from '#platform/forms/form.ts'
import { ActionForm } from '#platform/forms/form-parts.tsx'
import { PickField, TickField } from '#platform/forms/pick-field.tsx'
import { useSpeech } from '#platform/i18n.tsx'
import { STATES } from '../life.ts'
import { LifeEntry } from '../life-entry.ts'

const fields = fieldsOf(LifeEntry)
const OPTIONS = STATES.map((value) => ({ value, label: `findings.life.state.${value}` as const }))

type Props = {
  answer: FormAnswer | undefined
  once: string
  version: number
  values: Readonly<Record<string, string>>
  holders: readonly AccountHolder[]
  /** Account of who writes. */
  me: string
  isCovered: boolean
}

/** Says of a finding what is the matter with it, and whose it is. */
export function LifeForm({ answer, once, version, values, holders, me, isCovered }: Props) {
  const { text } = useSpeech()
  const accounts = accountOptions(
    holders,
    { me, current: values.account || null },
    {
      none: text('findings.life.account.none'),
      me: text('findings.life.account.me'),
      somebody: text('findings.queue.somebody'),
    },
  )
  return (
    <ActionForm answer={answer} fields={fields} once={once} version={version} values={values}>
      <ChoiceField of={fields.state} options={OPTIONS} />
      <LongField of={fields.words_lv} rows={5} />
      <LongField of={fields.words_en} rows={4} />
      {isCovered ? <TickField of={fields.tells_no_figure} /> : null}
      <PickField of={fields.account} options={accounts} />
      <button type="submit">{text('findings.life.save')}</button>
    </ActionForm>
  )
}
