import { useSpeech } from '#platform/i18n.tsx'
import { PLAN } from '../edits/parts.ts'

type Props = { slug: string; plan: string | undefined; code: string }

/** The way to where a file is handed in, before it is named in the form below. */
export function EvidenceUpload({ slug, plan, code }: Props) {
  const { text, path } = useSpeech()
  const query = plan === undefined ? '' : `?${new URLSearchParams({ [PLAN]: plan })}`
  return (
    <p>
      <a href={path(`/darbs/${slug}/darbibas/${encodeURIComponent(code)}/datne${query}`)}>
        {text('strategy.edit.evidence.upload')}
      </a>
    </p>
  )
}
