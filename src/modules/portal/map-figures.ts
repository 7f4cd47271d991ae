import type { Municipality } from '#modules/registry'
import type { Headline } from './headlines.server.ts'

export const MAP_FIGURES = ['published', 'institutions', 'indicators', 'met', 'actions'] as const
/** What the map of municipalities can show. */
export type MapFigure = (typeof MAP_FIGURES)[number]

/** A figure of one municipality; of so many where it is a part of something. */
export type PlaceFigure = { count: number; of: number | null }

/** A municipality with the figure that is shown; null where nothing is known, which is never a zero. */
export type PlaceRow = {
  municipality: Municipality
  headline: Headline | undefined
  figure: PlaceFigure | null
}

/** The figure of a municipality that has published, or null: what is not published is not known. */
export function figureOf(figure: MapFigure, headline: Headline | undefined): PlaceFigure | null {
  if (!headline) return null
  const { series, actions, institutions, indicators } = headline
  switch (figure) {
    case 'published':
      return { count: 1, of: null }
    case 'institutions':
      return institutions === 0 ? null : { count: institutions, of: null }
    case 'indicators':
      return { count: indicators, of: null }
    case 'met':
      return series.judged === 0 ? null : { count: series.met + series.onTrack, of: series.judged }
    case 'actions':
      return actions.total === 0 ? null : { count: actions.done, of: actions.total }
  }
}

/**
 * Names for small tiles, by id: three letters, no two alike. A municipality that shares them with a state city is
 * told from it by `nov.`; of others the third letter is another of their name.
 */
export function shortNames(
  municipalities: readonly Pick<Municipality, 'id' | 'kind' | 'name'>[],
  language: 'lv' | 'en',
): Map<string, { letters: string; isDistrict: boolean }> {
  const cities = new Set(
    municipalities.filter(({ kind }) => kind === 'stateCity').map(({ name }) => firstThree(name[language])),
  )
  const others = municipalities.filter(({ kind }) => kind !== 'stateCity')
  const isAlone = (name: string) =>
    others.filter((one) => firstThree(one.name[language]) === firstThree(name)).length === 1
  const taken = new Set<string>()
  return new Map(
    municipalities.map(({ id, kind, name }) => {
      const said = name[language]
      if (kind === 'stateCity')
        return [id, { letters: firstThree(said).toLocaleUpperCase(language), isDistrict: false }]
      const isDistrict = cities.has(firstThree(said))
      const letters = isDistrict || isAlone(said) ? firstThree(said) : distinct(said, taken)
      taken.add(letters)
      return [id, { letters, isDistrict }]
    }),
  )
}

const firstThree = (name: string) => name.slice(0, 3)

/** The first two letters and the next consonant that makes them differ from names before. */
function distinct(name: string, taken: ReadonlySet<string>): string {
  const [word = ''] = name.split(' ')
  const rest = [...word.slice(3)].filter((letter) => !/[aāeēiīoōuū]/u.test(letter))
  return (
    [...rest, ...word.slice(3)].map((letter) => word.slice(0, 2) + letter).find((one) => !taken.has(one)) ??
    word
  )
}
