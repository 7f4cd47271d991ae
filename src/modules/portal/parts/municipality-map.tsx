import type { Municipality } from '#modules/registry'
import { useSpeech } from '#platform/i18n.tsx'

type Props = {
  municipalities: readonly Municipality[]
  /** Ids of those that have published a strategy. */
  published: ReadonlySet<string>
}

/** Every municipality as a linked tile, roughly where it lies; those that have published are filled and marked. */
export function MunicipalityMap({ municipalities, published }: Props) {
  const { text, path, local, language } = useSpeech()
  const tiles = municipalities
    .flatMap((one) => (one.tile ? [{ one, tile: one.tile }] : []))
    .sort((a, b) => a.tile.row - b.tile.row || a.tile.column - b.tile.column)
  const absent = municipalities.filter((one) => !one.tile)
  return (
    <figure className="map">
      <ul className="tiles">
        {tiles.map(({ one, tile }) => {
          const name = local(one.name)
          const isPublished = published.has(one.id)
          const full = isPublished ? text('portal.country.tile.published', { name }) : name
          return (
            <li key={one.id} className={`column-${tile.column} row-${tile.row}`}>
              <a
                href={path(`/${one.slug}`)}
                className={[one.kind, isPublished ? 'published' : ''].join(' ').trim()}
                title={full}
              >
                <span aria-hidden="true">
                  <span className="short">{shortName(name, one.kind, language)}</span>
                  <LongName name={baseName(name)} />
                  {isPublished ? <span className="sign"> ✓</span> : null}
                </span>
                <span className="visually-hidden">{full}</span>
              </a>
            </li>
          )
        })}
      </ul>
      <figcaption>
        {text('portal.country.map.caption')}{' '}
        {absent.length > 0
          ? text('portal.country.map.absent', { names: absent.map((one) => local(one.name)).join(', ') })
          : null}
      </figcaption>
    </figure>
  )
}

/** Longer names than this are set smaller, so that a tile holds them. */
const LONGEST = 13

function LongName({ name }: { name: string }) {
  return <span className={name.length > LONGEST ? 'long wide' : 'long'}>{name}</span>
}

/** `Dobeles novads` → `Dobeles`, `Dobele Municipality` → `Dobele`: the kind is shown by the tile's form. */
const baseName = (name: string) => name.replace(/ (novads|Municipality)$/, '')

/** Three letters; those of a city in capitals, since a city and its surroundings often share them. */
function shortName(name: string, kind: Municipality['kind'], language: string) {
  const letters = name.slice(0, 3)
  return kind === 'stateCity' ? letters.toLocaleUpperCase(language) : letters
}
