export { cited as citedShape, Official as officialShape } from './api/shapes.ts'
export { documentEdit } from './edits/document.server.ts'
export { keepDocument, keepInvented } from './keep-document.service.server.ts'
export { sources } from './module.server.ts'
export {
  cited as citedColumns,
  official as officialColumns,
  type SourceRows,
  sourceSheets,
} from './sheets.ts'
export { findSourceDocuments, findSourceKeys, findSourceTitles, readSources } from './store.server.ts'
export type { SourcesTables } from './tables.server.ts'
