// A door of its own, `#modules/registry/parts`: the command line runs from the sources, and Node reads no .tsx.
export { RegisterFacts } from './register-facts.tsx'
export { Unpublished } from './unpublished.tsx'
