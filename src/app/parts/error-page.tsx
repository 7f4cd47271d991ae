import { use } from 'react'
import { isRouteErrorResponse } from 'react-router'
import { useSpeech } from '#platform/i18n.tsx'
import { ServedPage } from '#platform/islands/served-page.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { Page } from '#platform/ui/page.tsx'
import { SiteSearch } from '#platform/ui/site-search.tsx'
import { WrongValuesPage } from '#platform/ui/wrong-values.tsx'

/** What could not be shown, why, and where to go on: a defect says nothing about itself, a refusal says why. */
export function ErrorPage({ error }: { error: unknown }) {
  const { text, path } = useSpeech()
  const { requestId } = use(ServedPage)
  const wrong = isRouteErrorResponse(error) ? error.data?.wrong : undefined
  if (wrong) return <WrongValuesPage wrong={wrong} />
  const { title, help } = describeError(error)
  return (
    <Page title={text(title)}>
      <h1>{text(title)}</h1>
      <p>{text(help)}</p>
      <p>
        <a href={path('/')}>{text('platform.error.toStart')}</a>
      </p>
      {title === 'platform.error.absent' ? <SiteSearch label={text('platform.search.again')} /> : null}
      <p className="hint">{text('platform.error.number', { id: requestId })}</p>
    </Page>
  )
}

/** A defect says nothing about itself; a refusal says why. */
function describeError(error: unknown): { title: TextKey; help: TextKey } {
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (status === 405) return { title: 'platform.error.unreadable', help: 'platform.refused.personalMethod' }
  const reason: TextKey | undefined = isRouteErrorResponse(error) ? error.data?.reason : undefined
  if (status === 404) {
    const isSaid = reason !== undefined && reason !== 'platform.refused.absent'
    return { title: 'platform.error.absent', help: isSaid ? reason : 'platform.error.absent.help' }
  }
  if (!reason) return { title: 'platform.error.failed', help: 'platform.error.failed.help' }
  if (status === 403) return { title: 'platform.error.refused', help: reason }
  return { title: status === 503 ? 'platform.error.busy' : 'platform.error.unreadable', help: reason }
}
