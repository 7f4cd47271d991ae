import { defineModule } from '#platform/module.ts'
import { workCapabilities } from './capabilities.ts'
import { workReach } from './reach.server.ts'
import { workTexts } from './texts/index.ts'

export const work = defineModule({
  name: 'work',
  texts: workTexts,
  capabilities: workCapabilities,
  reach: workReach,
})
