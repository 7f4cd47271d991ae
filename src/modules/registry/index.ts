export { institutionsAddress } from './institution-address.ts'
export type { Municipality } from './model.ts'
