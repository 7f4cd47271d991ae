import { useSpeech } from '#platform/i18n.tsx'

/** The steps by which a municipality publishes here. */
export function HowToBegin({ slug }: { slug: string }) {
  const { text, path } = useSpeech()
  const [before = '', after = ''] = text('portal.begin.template', { command: '|' }).split('|')
  return (
    <section>
      <h2>{text('portal.begin.title')}</h2>
      <ol>
        <li>
          {text('portal.begin.account')}{' '}
          <a rel="nofollow" href={`${path('/zinot')}?par=${path(`/${slug}`)}`}>
            {text('portal.begin.contact')}
          </a>
        </li>
        <li>
          {before}
          <code>npm run izaugsme -- new {slug} --format=xlsx</code>
          {after}
        </li>
        <li>{text('portal.begin.upload')}</li>
      </ol>
      <p>{text('portal.begin.guide')}</p>
    </section>
  )
}
