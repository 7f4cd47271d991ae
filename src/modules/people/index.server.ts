export { exportPeople, importPeople } from './import.service.server.ts'
export { people } from './module.server.ts'
export { type PeopleRows, peopleSheets } from './sheets.ts'
