export { Cited } from './cited.tsx'
export { CitedPlace } from './cited-place.tsx'
export { CitedSources } from './cited-sources.tsx'
export { SourceList } from './source-list.tsx'
