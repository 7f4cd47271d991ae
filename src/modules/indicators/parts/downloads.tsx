import { useSpeech } from '#platform/i18n.tsx'

/** The same data as files. */
export function Downloads({ csv, json }: { csv: string; json: string }) {
  const { text } = useSpeech()
  return (
    <p className="downloads">
      {text('indicators.download')} <a href={csv}>CSV</a> · <a href={json}>JSON</a>
    </p>
  )
}
