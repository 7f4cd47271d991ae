import { useSpeech } from '#platform/i18n.tsx'
import type { FrozenSummary } from '../model.ts'

type Props = { frozen: FrozenSummary; address: string }

/** A frozen report in a list: its name, number and readers. */
export function FrozenLine({ frozen, address }: Props) {
  const { text, language, path, instant } = useSpeech()
  const { title, subtitle } = frozen.title[language]
  return (
    <li>
      <a href={path(address)}>
        {title}: {subtitle}
      </a>
      <small>
        {text('publishing.frozen.line', {
          number: String(frozen.number),
          time: instant(frozen.frozenAt),
        })}{' '}
        {text(frozen.isPublic ? 'publishing.frozen.public' : 'publishing.frozen.inner')}
      </small>
    </li>
  )
}
