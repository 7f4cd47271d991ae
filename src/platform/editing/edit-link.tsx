import { WORKING } from '../http/face.ts'
import { useSpeech } from '../i18n.tsx'

/** The one small link from a public page to its working twin, the same for everybody. */
export function EditLink({ address, query = '' }: { address: string; query?: string }) {
  const { text, path } = useSpeech()
  return (
    <p className="hint">
      <a rel="nofollow" href={path(`${address}/${WORKING}${query}`)}>
        {text('platform.edit.link')}
      </a>
    </p>
  )
}
