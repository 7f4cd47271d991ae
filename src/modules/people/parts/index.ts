// A door of its own, `#modules/people/parts`: the command line runs from the sources, and Node reads no .tsx.
export { Collected } from './collected.tsx'
