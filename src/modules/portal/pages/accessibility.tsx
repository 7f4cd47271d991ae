import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'
import { Contact } from '../parts/contact.tsx'

/** Day on which what the statement says was last checked. */
const CHECKED_ON = '2026-12-01'
const REGULATION = 'https://likumi.lv/ta/id/316109'

const TESTED = ['axe', 'keyboard', 'reflow', 'scripts', 'colour', 'motion'] as const
const LIMITS = ['readers', 'documents', 'language', 'audit'] as const

export default function Accessibility() {
  const { text, date, path } = useSpeech()
  return (
    <Page title={text('portal.access.title')} description={text('portal.access.headline')}>
      <h1>{text('portal.access.headline')}</h1>
      <p>{text('portal.access.standard')}</p>
      <section>
        <h2>{text('portal.access.tested')}</h2>
        <ul>
          {TESTED.map((what) => (
            <li key={what}>{text(`portal.access.tested.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text('portal.access.limits')}</h2>
        <ul>
          {LIMITS.map((what) => (
            <li key={what}>{text(`portal.access.limits.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text('portal.access.report')}</h2>
        <p>{text('portal.access.report.how')}</p>
        <Contact />
        <p>{text('portal.access.report.what')}</p>
        <p>
          <a href={path('/')}>{text('registry.empty.others')}</a>
        </p>
      </section>
      <section>
        <h2>{text('portal.access.statement')}</h2>
        <p>
          {text('portal.access.checked', { date: date(CHECKED_ON) })}{' '}
          <a href={REGULATION}>{text('portal.access.regulation')}</a>
        </p>
      </section>
    </Page>
  )
}
