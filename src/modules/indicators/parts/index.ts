// A door of its own, `#modules/indicators/parts`: the command line runs from the sources, and Node reads no .tsx.
export { OwnResult } from './own-result.tsx'
export { TargetRange } from './target-range.tsx'
export { ValueText } from './value-text.tsx'
export { WithUnits } from './with-units.tsx'
