import { defineModule } from '#platform/module.ts'
import { workCapabilities } from './capabilities.ts'
import { mailNotification } from './mail-notification.server.ts'
import { workReach } from './reach.server.ts'
import { forgetNotifications, remind } from './remind.server.ts'
import { workTexts } from './texts/index.ts'

export const work = defineModule({
  name: 'work',
  texts: workTexts,
  capabilities: workCapabilities,
  reach: workReach,
  jobs: [mailNotification, remind, forgetNotifications],
})
