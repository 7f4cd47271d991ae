export { publishing } from './module.server.ts'
