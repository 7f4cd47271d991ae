import { defineModule } from '#platform/module.ts'
import { workCapabilities } from './capabilities.ts'
import { mailAnswer } from './mail-answer.server.ts'
import { workReach } from './reach.server.ts'
import { workTexts } from './texts/index.ts'

export const work = defineModule({
  name: 'work',
  texts: workTexts,
  capabilities: workCapabilities,
  reach: workReach,
  jobs: [mailAnswer],
  workMenu: [
    { address: '/zinojumi', label: 'work.messages.menu', position: 40, capabilities: ['work.report.read'] },
  ],
})
