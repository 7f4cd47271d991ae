import { use } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { ServedPage } from '#platform/islands/served-page.ts'
import { CC_BY } from '#platform/ui/linked-data.ts'
import { Page } from '#platform/ui/page.tsx'
import { Contact } from '../parts/contact.tsx'

const APACHE = 'https://www.apache.org/licenses/LICENSE-2.0'

/** What the site is, for whom, by whom, and how to reach whoever answers for it. */
export default function About() {
  const { text, path } = useSpeech()
  const { facts } = use(ServedPage)
  const { operator, version } = facts
  return (
    <Page title={text('portal.about.title')} description={text('portal.about.what')}>
      <h1>{text('portal.about.headline')}</h1>
      <div className="reading">
        <p>{text('portal.about.what')}</p>
        <h2>{text('portal.about.whom')}</h2>
        <p>{text('portal.about.whom.all')}</p>
        <h2>{text('portal.about.data')}</h2>
        <p>{text('portal.about.data.how')}</p>
        <ul>
          <li>
            <a href={path('/metodes')}>{text('portal.about.data.methods')}</a>
          </li>
          <li>
            <a href={path('/atvertie-dati')}>{text('portal.about.data.files')}</a>
          </li>
        </ul>
        <h2>{text('portal.about.licences')}</h2>
        <ul>
          <li>
            {text('portal.about.licences.code')} <a href={APACHE}>Apache License 2.0</a>.
          </li>
          <li>
            {text('portal.about.licences.texts')} <a href={CC_BY}>CC BY 4.0</a>.
          </li>
          <li>{text('portal.about.licences.figures')}</li>
        </ul>
        <h2>{text('portal.about.operator')}</h2>
        <p>{operator ?? text('portal.about.operator.none')}</p>
        {version ? <p>{text('portal.about.version', { version })}</p> : null}
        <h2 id="kontakti">{text('portal.about.contact')}</h2>
        <Contact />
      </div>
    </Page>
  )
}
