import { useSpeech } from '#platform/i18n.tsx'
import type { MapFigure, PlaceFigure } from '../map-figures.ts'

/** How figures of municipalities are said. */
export function useFigureWords() {
  const { text, say } = useSpeech()
  return {
    /** In a sentence or a cell; what is not known says so. */
    said: (figure: PlaceFigure | null): string =>
      figure === null
        ? text('portal.country.noData')
        : figure.of === null
          ? say.number(figure.count)
          : text('portal.country.of', { count: say.number(figure.count), of: say.number(figure.of) }),
    /** On a tile. */
    short: (kind: MapFigure, figure: PlaceFigure): string =>
      kind === 'published'
        ? '✓'
        : figure.of === null
          ? say.number(figure.count)
          : `${say.number(figure.count)}/${say.number(figure.of)}`,
  }
}
