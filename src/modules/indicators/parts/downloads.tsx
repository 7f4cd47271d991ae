import { useSpeech } from '#platform/i18n.tsx'
import { DownloadLinks, type Downloads as Files } from '#platform/ui/download-links.tsx'

type Props = Files & {
  /** The sentence before the links. */
  what?: string
  /** What the data are called in the name of each link. */
  name: string
}

/** The same data as files. */
export function Downloads({ what, name, ...files }: Props) {
  const { text } = useSpeech()
  return (
    <p className="downloads">
      {what ?? text('indicators.download')} <DownloadLinks what={name} files={files} />
    </p>
  )
}
