// A door of its own, `#modules/work/parts`: the command line runs from the sources, and Node reads no .tsx.
export { DutyLines } from '../duties/parts/duty-times.tsx'
export { CorrectionNotes } from './correction-note.tsx'
