import { useSpeech } from '#platform/i18n.tsx'

/** Where a document is read: elsewhere, or at an address of ours in the language of the page. */
export function useSourceHref() {
  const { path } = useSpeech()
  return (url: string) => (url.startsWith('/') ? path(url) : url)
}
