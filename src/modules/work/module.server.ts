import { defineModule } from '#platform/module.ts'
import { workCapabilities } from './capabilities.ts'
import { checkDutyRows } from './duties/check-duties.ts'
import { inventDuties } from './duties/demo.server.ts'
import { importDuties } from './duties/duty-store.server.ts'
import { DUTY_TASK } from './duties/duty-task.ts'
import { editedDutyTables } from './duties/edited-tables.ts'
import { dutyLetter } from './duties/letter.server.ts'
import { remindOfDuties } from './duties/remind.server.ts'
import { dutySheets } from './duties/sheets.ts'
import { mailAnswer } from './mail-answer.server.ts'
import { mailNotification } from './mail-notification.server.ts'
import { messagesOnDesk } from './messages-on-desk.server.ts'
import { workPersonalData } from './personal-data.server.ts'
import { workReach } from './reach.server.ts'
import { forgetNotifications, remind } from './remind.server.ts'
import { declareOwnReminders } from './task-letters.ts'
import { workTexts } from './texts/index.ts'

export const work = defineModule({
  name: 'work',
  texts: workTexts,
  capabilities: workCapabilities,
  reach: workReach,
  personalData: workPersonalData,
  loads: [
    {
      dataset: 'country',
      sheets: dutySheets,
      check: checkDutyRows,
      write: importDuties,
      capability: 'registry.edit',
    },
  ],
  edited: editedDutyTables,
  demonstrates: inventDuties,
  jobs: [mailAnswer, mailNotification, remind, remindOfDuties, forgetNotifications],
  tasks: {
    'work.message': { todo: 'work.task.message', endsItself: true },
    [DUTY_TASK]: { todo: 'work.task.duty', endsItself: true },
  },
  menu: [{ address: '/pienakumi', label: 'work.duties.menu', position: 78 }],
  desk: messagesOnDesk,
  workMenu: [
    {
      address: '/pienakumi',
      label: 'work.duties.menu',
      position: 35,
      group: 'reporting',
      capabilities: ['work.duty.read'],
    },
    {
      address: '/zinojumi',
      label: 'work.messages.menu',
      position: 40,
      group: 'reporting',
      capabilities: ['work.report.read'],
    },
  ],
  countryMenu: [
    {
      address: '/zinojumi',
      label: 'work.messages.menu',
      position: 40,
      group: 'reporting',
      capabilities: ['work.report.read'],
    },
  ],
})

declareOwnReminders(DUTY_TASK, dutyLetter)
