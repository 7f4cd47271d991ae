import { useSpeech } from '#platform/i18n.tsx'
import type { Municipality } from '../model.ts'

/** What a section says while a municipality has published no strategy; above it stands the way to what is known. */
export function Unpublished({ municipality }: { municipality: Municipality }) {
  const { text } = useSpeech()
  return <p>{text(municipality.validTo ? 'registry.empty.ended' : 'registry.empty.notice')}</p>
}
