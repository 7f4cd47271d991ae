export { access } from './module.server.ts'
