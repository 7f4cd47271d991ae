// A door of its own, `#modules/indicators/parts`: the command line runs from the sources, and Node reads no .tsx.
export { CertaintyCounts } from './certainty-counts.tsx'
export { CertaintyNote } from './certainty-note.tsx'
export { OwnResult } from './own-result.tsx'
export { TargetRange } from './target-range.tsx'
export { ValueText } from './value-text.tsx'
export { WithUnits } from './with-units.tsx'
export { WithinChanceCount } from './within-chance-count.tsx'
