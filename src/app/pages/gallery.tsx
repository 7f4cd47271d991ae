import { galleryContext } from '#platform/context.server.ts'
import { useSpeech } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { Page } from '#platform/ui/page.tsx'
import { addressOfPart } from '../gallery/find-part.ts'
import { GALLERY } from '../gallery/parts.ts'
import type { Route } from './+types/gallery'

/** Nobody meets it where pages are served to the public. */
export function loader({ context }: Route.LoaderArgs) {
  if (!context.get(galleryContext)) refuse(404, 'platform.refused.absent')
  return null
}

/** Every part that pages are made of, by module. */
export default function Gallery() {
  const { text, local, path } = useSpeech()
  const title = text('app.gallery.title')
  return (
    <Page title={title} hasContents={false}>
      <h1>{title}</h1>
      <p>{text('app.gallery.lede')}</p>
      {GALLERY.map(({ module, parts }) => (
        <section key={module} aria-labelledby={module}>
          <h2 id={module} lang="en">
            {module}
          </h2>
          <ul className="list">
            {parts.map((part) => (
              <li key={part.name}>
                <a href={path(addressOfPart(part))} lang="en">
                  {part.name}
                </a>
                <small>
                  {local(part.about)} {text('app.gallery.states', { count: part.examples.length })}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
