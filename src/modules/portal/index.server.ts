export { portal } from './module.server.ts'
