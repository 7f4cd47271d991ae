import { defineModule } from '#platform/module.ts'
import { publishingCapabilities } from './capabilities.ts'
import { publishingReach } from './reach.server.ts'
import { publishingTexts } from './texts/index.ts'

export const publishing = defineModule({
  name: 'publishing',
  texts: publishingTexts,
  capabilities: publishingCapabilities,
  reach: publishingReach,
})
