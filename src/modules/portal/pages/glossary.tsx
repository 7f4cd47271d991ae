import { type Abbreviation, byLetter, type Entry, GLOSSARY, nameOf } from '#platform/glossary/index.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { Page } from '#platform/ui/page.tsx'

/** What words and abbreviations mean, folded by letter; each has an anchor to which pages link. */
export default function Glossary() {
  const { text, language } = useSpeech()
  return (
    <Page
      title={text('portal.glossary.title')}
      description={text('portal.glossary.lede')}
      hasContents={false}
    >
      <h1>{text('portal.glossary.title')}</h1>
      <p>{text('portal.glossary.lede')}</p>
      {byLetter(GLOSSARY, language).map(({ letter, entries }) => (
        <details key={letter} className="of-letter">
          <summary>
            <b>{letter}</b>{' '}
            <span className="quiet">{entries.map((one) => nameOf(one, language)).join(', ')}</span>
          </summary>
          <dl>
            {entries.map((one) => (
              <Explained key={one.id} one={one} />
            ))}
          </dl>
        </details>
      ))}
    </Page>
  )
}

function Explained({ one }: { one: Entry | Abbreviation }) {
  const { text, path, local, language } = useSpeech()
  return (
    <>
      <dt id={one.id}>
        <dfn>{nameOf(one, language)}</dfn>
        {one.kind === 'abbreviation' ? ` – ${local(one.stands)}` : ''}
      </dt>
      <dd>
        {one.meaning ? <p>{local(one.meaning)}</p> : null}
        {one.kind === 'abbreviation' ? (
          <p className="source">
            {one.municipality ? (
              <a href={path(`/${one.municipality}`)}>
                {text('portal.glossary.usedIn', { short: one.short })}
              </a>
            ) : null}{' '}
            {text('portal.glossary.source', { source: local(one.source) })}
          </p>
        ) : null}
        {one.kind !== 'abbreviation' && one.seenAt ? (
          <p>
            <a href={path(one.seenAt)}>{text('portal.glossary.seenAt', { term: nameOf(one, language) })}</a>
          </p>
        ) : null}
      </dd>
    </>
  )
}
