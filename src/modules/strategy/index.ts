export { actionDownloads } from './downloads.ts'
export { evaluateStrategy } from './evaluation.ts'
export * from './model.ts'
