export { work } from './module.server.ts'
