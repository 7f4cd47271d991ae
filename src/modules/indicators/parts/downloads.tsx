import { useSpeech } from '#platform/i18n.tsx'

type Props = { csv: string; json: string; what?: string }

/** The same data as files. */
export function Downloads({ csv, json, what }: Props) {
  const { text } = useSpeech()
  return (
    <p className="downloads">
      {what ?? text('indicators.download')} <a href={csv}>CSV</a> · <a href={json}>JSON</a>
    </p>
  )
}
