import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'

/** What a section says while the municipality has not published a strategy. */
export function NoStrategy({ title, place }: { title: string; place: string }) {
  const { text } = useSpeech()
  return (
    <Page title={title} place={place}>
      <h1>{title}</h1>
      <p>{text('strategy.none', { place })}</p>
    </Page>
  )
}
