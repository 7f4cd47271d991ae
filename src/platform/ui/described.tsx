import { use } from 'react'
import { useLocation, useMatches, useRouteError } from 'react-router'
import type { Handle } from '../http/address.ts'
import { faceOf } from '../http/face.ts'
import { twinAddress, useSpeech } from '../i18n.tsx'
import { ServedPage } from '../islands/served-page.ts'
import { LOCALES } from '../texts/text.ts'
import { canonicalOf } from './canonical.ts'
import { LATER } from './linked-data.ts'
import { absolute } from './site-facts.ts'

type Props = {
  /** As the window is called. */
  title: string
  description: string | undefined
  /** Address of a picture of it. */
  image: string | undefined
}

/**
 * What others are told of a page: search engines, and whoever is sent its address. Pages of one's work and what
 * only sorts, filters or shows an earlier state of a page are not for search engines.
 */
export function Described({ title, description = LATER.description, image }: Props) {
  const { text, language } = useSpeech()
  const { pathname, search } = useLocation()
  const handle = useMatches().at(-1)?.handle as Handle | undefined
  const hasFailed = Boolean(useRouteError())
  const { facts } = use(ServedPage)
  if (hasFailed || faceOf(pathname) !== 'public') return <meta name="robots" content="noindex" />
  const canonical = canonicalOf(pathname, search, handle)
  const isItself = new URLSearchParams(search).size === new URLSearchParams(canonical.split('?')[1]).size
  const twin = twinAddress(...divided(canonical))
  const [latvian, english] = language === 'lv' ? [canonical, twin] : [twin, canonical]
  const other = language === 'lv' ? 'en' : 'lv'
  return (
    <>
      <meta name="description" content={description} />
      {isItself ? null : <meta name="robots" content="noindex, follow" />}
      <link rel="canonical" href={absolute(facts, canonical)} />
      <link rel="alternate" hrefLang="lv" href={absolute(facts, latvian)} />
      <link rel="alternate" hrefLang="en" href={absolute(facts, english)} />
      <link rel="alternate" hrefLang="x-default" href={absolute(facts, latvian)} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={text('platform.name')} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:locale" content={LOCALES[language].replace('-', '_')} />
      <meta property="og:locale:alternate" content={LOCALES[other].replace('-', '_')} />
      {facts.address ? <meta property="og:url" content={absolute(facts, canonical)} /> : null}
      {image && facts.address ? <meta property="og:image" content={absolute(facts, image)} /> : null}
      <meta name="twitter:card" content={image && facts.address ? 'summary_large_image' : 'summary'} />
    </>
  )
}

function divided(address: string): [string, string] {
  const [pathname = '', query] = address.split('?')
  return [pathname, query === undefined ? '' : `?${query}`]
}
