import type { ReactNode } from 'react'
import { useSpeech } from '#platform/i18n.tsx'

type Props = {
  children: ReactNode
  /** Latvian words agree with what is missing. */
  form?: 'masculine' | 'feminine' | 'plural'
}

/** A stated thing, or words that say it is not stated: an empty place could be taken for “none”. */
export function OrUnknown({ children, form = 'masculine' }: Props) {
  const { text } = useSpeech()
  if (children === null || children === undefined || children === '') {
    return <span className="quiet">{text(`strategy.notStated.${form}`)}</span>
  }
  return children
}
