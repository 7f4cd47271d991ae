import { defineModule } from '#platform/module.ts'
import { workCapabilities } from './capabilities.ts'
import { mailAnswer } from './mail-answer.server.ts'
import { mailNotification } from './mail-notification.server.ts'
import { messagesOnDesk } from './messages-on-desk.server.ts'
import { workPersonalData } from './personal-data.server.ts'
import { workReach } from './reach.server.ts'
import { forgetNotifications, remind } from './remind.server.ts'
import { workTexts } from './texts/index.ts'

export const work = defineModule({
  name: 'work',
  texts: workTexts,
  capabilities: workCapabilities,
  reach: workReach,
  personalData: workPersonalData,
  jobs: [mailAnswer, mailNotification, remind, forgetNotifications],
  tasks: { 'work.message': { todo: 'work.task.message', endsItself: true } },
  desk: messagesOnDesk,
  workMenu: [
    { address: '/zinojumi', label: 'work.messages.menu', position: 40, capabilities: ['work.report.read'] },
  ],
  countryMenu: [
    { address: '/zinojumi', label: 'work.messages.menu', position: 40, capabilities: ['work.report.read'] },
  ],
})
