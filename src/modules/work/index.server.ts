export { findCorrectionsOf } from './correction-store.server.ts'
export { countryPagesFor, deskOf } from './desk.ts'
export { type DutyEvidence, type DutyQuestion, declareDutyEvidence } from './duties/evidence.server.ts'
export { addYears, yearEndedBy } from './duties/occasions.ts'
export { readDuties } from './duties/read-duties.server.ts'
export { endFeed } from './feed.service.server.ts'
export { makeMark, readMark } from './mark.service.server.ts'
export { work } from './module.server.ts'
export { countUnread, findNotifications } from './notification-store.server.ts'
export { markRead, notify } from './notify.service.server.ts'
export { eraseOverdueContacts, listReports, markClosed } from './report-service.server.ts'
export { declareOwnReminders, type LetterOfTask, type MoreInLetter } from './task-letters.ts'
export {
  addTask,
  addTasks,
  endTasks,
  finishTasks,
  giveTask,
  keepTasks,
  moveTasks,
  withdrawTasks,
} from './task-service.server.ts'
export { findOpenTasks, findOpenTasksOfKind, findTask, findTasksAt } from './task-store.server.ts'
