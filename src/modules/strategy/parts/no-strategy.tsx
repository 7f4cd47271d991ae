import { AsOfBanner } from '#platform/as-of/as-of-banner.tsx'
import type { AsOf } from '#platform/as-of/read-as-of.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'

type Props = {
  title: string
  place: string
  /** An earlier day that was asked for, and where the page as it is now stands. */
  asOf?: AsOf | undefined
  current?: string
}

/** What a section says while the municipality has not published a strategy, or had not on an earlier day. */
export function NoStrategy({ title, place, asOf, current }: Props) {
  const { text } = useSpeech()
  return (
    <Page title={title} place={place}>
      <h1>{title}</h1>
      {asOf && current ? (
        <>
          <AsOfBanner day={asOf.day} current={current} />
          <p>{text('strategy.asOf.none')}</p>
        </>
      ) : (
        <p>{text('strategy.none', { place })}</p>
      )}
    </Page>
  )
}
