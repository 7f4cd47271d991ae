export type { Municipality } from './model.ts'
