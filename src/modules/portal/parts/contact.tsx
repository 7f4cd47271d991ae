import { use } from 'react'
import { useSpeech } from '#platform/i18n.tsx'
import { ServedPage } from '#platform/islands/served-page.ts'

/** How to reach whoever answers for the site: by the form, and as the operator has said. */
export function Contact() {
  const { text, path } = useSpeech()
  const { contact, postalAddress } = use(ServedPage).facts
  return (
    <>
      <dl>
        <dt>{text('portal.contact.form')}</dt>
        <dd>
          <a href={path('/zinot')} rel="nofollow">
            {text('portal.contact.form.link')}
          </a>
        </dd>
        {contact ? (
          <>
            <dt>{text('portal.contact.mail')}</dt>
            <dd>
              <a href={`mailto:${contact}`}>{contact}</a>
            </dd>
          </>
        ) : null}
        {postalAddress ? (
          <>
            <dt>{text('portal.contact.post')}</dt>
            <dd lang="lv">{postalAddress}</dd>
          </>
        ) : null}
      </dl>
      {contact || postalAddress ? null : <p>{text('portal.contact.none')}</p>}
    </>
  )
}
