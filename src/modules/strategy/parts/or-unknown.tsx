import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'

/** A stated thing, or words that say it is not stated: an empty place could be taken for “none”. */
export function OrUnknown({ children }: { children: ReactNode }) {
  const { text } = useSpeech()
  if (children === null || children === undefined || children === '') {
    return <span className="quiet">{text('strategy.notStated')}</span>
  }
  return children
}
