import { useSpeech } from '#platform/i18n.tsx'
import { municipalDay } from '#platform/rights/day.ts'
import type { FrozenSummary } from '../model.ts'

type Props = { frozen: FrozenSummary; address: string }

/** A frozen report in a list: its name, number and readers. */
export function FrozenLine({ frozen, address }: Props) {
  const { text, language, path, date } = useSpeech()
  const { title, subtitle } = frozen.title[language]
  return (
    <li>
      <a href={path(address)}>
        {title}: {subtitle}
      </a>
      <small>
        {text('publishing.frozen.line', {
          number: String(frozen.number),
          time: date(municipalDay(frozen.frozenAt)),
        })}{' '}
        {text(frozen.isPublic ? 'publishing.frozen.public' : 'publishing.frozen.inner')}
      </small>
    </li>
  )
}
