import type { InstitutionType } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'
import type { Audience } from '../../model.ts'
import { asksEverybody } from '../audience.ts'

type Props = {
  audience: Audience
  types: readonly Pick<InstitutionType, 'code' | 'name'>[]
  /** How many institutions that is today. */
  count: number
}

/** Who is asked, in words. */
export function AudienceInWords({ audience, types, count }: Props) {
  const { text, local, say } = useSpeech()
  const named = types.filter(({ code }) => audience.types.includes(code)).map(({ name }) => local(name))
  const parts = [
    ...(named.length > 0 ? [text('collection.audience.words.types', { types: say.list(named) })] : []),
    ...(audience.places.length > 0
      ? [text('collection.audience.words.places', { places: say.list([...audience.places]) })]
      : []),
    ...(audience.institutions.length > 0
      ? [text('collection.audience.words.named', { count: audience.institutions.length })]
      : []),
  ]
  return (
    <p>
      {asksEverybody(audience) ? text('collection.audience.everybody') : parts.join(' ')}{' '}
      {text('collection.audience.today', { count })}
    </p>
  )
}
