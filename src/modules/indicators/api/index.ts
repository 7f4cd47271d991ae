export { certaintyColumns } from './certainty.ts'
export { Indicator } from './indicator-shape.ts'
export { figureParameters, periodParameters } from './parameters.ts'
export * from './shapes.ts'
export {
  showBaseline,
  showObservation,
  showTarget,
  showVerdict,
  storedValueColumns,
  valueColumns,
} from './show.ts'
