import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'

/** Says that a report has arrived and what becomes of it. */
export default function ReportThanks() {
  const { text, path } = useSpeech()
  return (
    <Page title={text('work.thanks.title')}>
      <h1>{text('work.thanks.title')}</h1>
      <p>{text('work.thanks.next')}</p>
      <p>
        <a href={path('/')}>{text('platform.error.toStart')}</a> ·{' '}
        <a href={path('/zinot')}>{text('work.thanks.another')}</a>
      </p>
    </Page>
  )
}
