import { useSpeech } from '../i18n.tsx'

/** A field by which everything public is searched. */
export function SiteSearch({ label }: { label: string }) {
  const { text, path } = useSpeech()
  return (
    <search aria-label={label}>
      <form className="site-search" action={path('/meklet')}>
        <input type="search" name="q" aria-label={label} placeholder={text('platform.search.example')} />
        <button type="submit">{text('platform.search.find')}</button>
      </form>
    </search>
  )
}
