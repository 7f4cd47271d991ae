export type { Report } from './model.ts'
