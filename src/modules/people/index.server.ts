export { people } from './module.server.ts'
export { settleMoves } from './move.service.server.ts'
export { findGroups, findNamesOfAccounts, findPersonNames, findPersonsCalled } from './store.server.ts'
export { findWorkGrants } from './work-grants.server.ts'
