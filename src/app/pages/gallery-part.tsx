import { galleryContext } from '#platform/context.server.ts'
import { createSpeech, SpeechProvider, useSpeech, useTexts } from '#platform/i18n.tsx'
import { refuse } from '#platform/refuse.ts'
import { LANGUAGES } from '#platform/texts/text.ts'
import { Page } from '#platform/ui/page.tsx'
import { findPart } from '../gallery/find-part.ts'
import type { Route } from './+types/gallery-part'

export function loader({ context, params }: Route.LoaderArgs) {
  if (!context.get(galleryContext) || !findPart(params.part)) refuse(404, 'platform.refused.absent')
  return null
}

/** All states of one part, each in both languages beside one another. */
export default function GalleryPartPage({ params }: Route.ComponentProps) {
  const { text, local, path, language } = useSpeech()
  const texts = useTexts()
  const part = findPart(params.part)
  if (!part) return null
  const languages = LANGUAGES.toSorted((a, b) => Number(b === language) - Number(a === language))
  return (
    <Page
      title={part.name}
      hasContents={false}
      trail={[{ label: text('app.gallery.title'), address: path('/veidne') }]}
    >
      <h1 lang="en">{part.name}</h1>
      <p>{local(part.about)}</p>
      {part.examples.map(({ state, shows, isEmpty }) => (
        <section key={state.en} className="gallery">
          <h2>{local(state)}</h2>
          {isEmpty ? <p className="quiet">{text('app.gallery.nothing')}</p> : null}
          {languages.map((one) => (
            <div key={one} lang={one} className="gallery-state">
              <SpeechProvider value={createSpeech(one, texts(one))}>{shows}</SpeechProvider>
            </div>
          ))}
        </section>
      ))}
      <p>
        <a href={path('/veidne')}>{text('app.gallery.all')}</a>
      </p>
    </Page>
  )
}
