// biome-ignore lint/suspicious/noEmptyInterface: its tables follow
export interface PublishingTables {}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends PublishingTables {}
}
