export { people } from './module.server.ts'
