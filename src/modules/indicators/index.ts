export type * from './finding.ts'
export type * from './model.ts'
