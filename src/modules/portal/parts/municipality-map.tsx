import { useSpeech } from '#platform/i18n.tsx'
import { type MapFigure, type PlaceRow, shortNames } from '../map-figures.ts'
import { useFigureWords } from './figure-words.ts'

type Props = { rows: readonly PlaceRow[]; figure: MapFigure }

/** Every municipality as a linked tile, roughly where it lies, with the figure that is chosen. */
export function MunicipalityMap({ rows, figure }: Props) {
  const { text, local, language } = useSpeech()
  const municipalities = rows.map(({ municipality }) => municipality)
  const short = shortNames(municipalities, language)
  const tiles = rows
    .flatMap((row) => (row.municipality.tile ? [{ row, tile: row.municipality.tile }] : []))
    // What is published comes first for who goes by keyboard; its place on the map is the same.
    .sort(
      (a, b) =>
        Number(b.row.figure !== null) - Number(a.row.figure !== null) ||
        a.tile.row - b.tile.row ||
        a.tile.column - b.tile.column,
    )
  const absent = municipalities.filter((one) => !one.tile)
  return (
    <figure className="map">
      <a className="skip-part" href="#after-map">
        {text('portal.country.skipMap')}
      </a>
      <ul className="tiles">
        {tiles.map(({ row, tile }) => (
          <li key={row.municipality.id} className={`column-${tile.column} row-${tile.row}`}>
            <Tile row={row} figure={figure} short={short.get(row.municipality.id)} />
          </li>
        ))}
      </ul>
      <figcaption id="after-map">
        <ul className="legend tile-legend">
          <li>
            <span className="tile-sign published" aria-hidden="true" /> {text('portal.country.legend.figure')}
          </li>
          <li>
            <span className="tile-sign none" aria-hidden="true" /> {text('portal.country.noData')}
          </li>
          <li>
            <span className="tile-sign none stateCity" aria-hidden="true" />{' '}
            {text('portal.country.legend.city')}
          </li>
        </ul>
        {text(`portal.country.says.${figure}`)}{' '}
        {absent.length > 0
          ? text('portal.country.map.absent', { names: absent.map((one) => local(one.name)).join(', ') })
          : null}
      </figcaption>
    </figure>
  )
}

type TileProps = {
  row: PlaceRow
  figure: MapFigure
  short: { letters: string; isDistrict: boolean } | undefined
}

function Tile({ row, figure, short }: TileProps) {
  const { text, path, local } = useSpeech()
  const words = useFigureWords()
  const { municipality, figure: known } = row
  const name = local(municipality.name)
  const full = text('portal.country.tile.figure', {
    name,
    figure: figure === 'published' && known ? text('portal.country.figure.published') : words.said(known),
  })
  return (
    <a
      href={path(`/${municipality.slug}`)}
      className={[municipality.kind, known ? 'published' : 'none'].join(' ')}
      title={full}
      // Places without data are reached by the table below: a keyboard stops at those that have published.
      tabIndex={known ? undefined : -1}
    >
      <span aria-hidden="true">
        <span className="short">
          {short?.letters}
          {short?.isDistrict ? (
            <span className="district">{text('portal.country.abbreviation.district')}</span>
          ) : null}
        </span>
        <LongName name={baseName(name)} />
        {known ? <span className="sign">{words.short(figure, known)}</span> : null}
      </span>
      <span className="visually-hidden">{full}</span>
    </a>
  )
}

/** Longer names than this are set smaller, so that a tile holds them. */
const LONGEST = 11

function LongName({ name }: { name: string }) {
  return <span className={name.length > LONGEST ? 'long wide' : 'long'}>{name}</span>
}

/** `Dobeles novads` → `Dobeles`, `Dobele Municipality` → `Dobele`: the kind is shown by the tile's form. */
const baseName = (name: string) => name.replace(/ (novads|Municipality)$/, '')
