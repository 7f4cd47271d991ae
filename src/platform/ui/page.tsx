import type { ReactNode } from 'react'
import { useSpeech } from '../i18n.tsx'

type Props = { title: string; place?: string | undefined; description?: string; children: ReactNode }

/** The main part of a page; its title also names the window. */
export function Page({ title, place, description, children }: Props) {
  const { text } = useSpeech()
  return (
    <>
      <title>{[title, place, text('platform.name')].filter(Boolean).join(' · ')}</title>
      {description ? <meta name="description" content={description} /> : null}
      <main id="content" className="wrap">
        {children}
      </main>
    </>
  )
}
