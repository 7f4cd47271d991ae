export interface JournalTables {
  'platform.epoch': { number: number; begun_at: Date }
  'platform.seal': {
    municipality_id: string
    stream: string
    number: number
    to_epoch: number
    to_xid: string
    events: number
    hash: Uint8Array
    at: Date
  }
  'platform.seal_head': {
    municipality_id: string
    stream: string
    seals: number
    events: number
    to_epoch: number
    to_xid: string
    hash: Uint8Array
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends JournalTables {}
}
