// Drawings for reports: each is one SVG that is complete in itself, so that a page, a PDF and a Word file
// show the same. They hold in grey print: parts differ in lightness and pattern, lines in dash and mark.
//
//   statusBars(rows, { language, scale? })    one bar a row, its parts side by side, counts on them
//   bars(rows, { language, unit, … })         one bar a row, from an honest zero
//   seriesLines(series, { language, unit, … }) figures over time, a line for each series
//
// Figures come with the words that say them (`said`); a figure that is not known is null and its words are
// shown in its place, never a zero. Alternative texts are the report's, not the drawing's.
export { type Bar, type BarsOptions, bars } from '../ui/chart/bars.ts'
export type { Fill } from '../ui/chart/paint.ts'
export { type LinePoint, type LineSeries, type LinesOptions, seriesLines } from '../ui/chart/series-lines.ts'
export {
  type StatusBarsOptions,
  type StatusPart,
  type StatusRow,
  statusBars,
} from '../ui/chart/status-bars.ts'
