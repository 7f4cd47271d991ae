import { defineModule } from '#platform/module.ts'
import { workCapabilities } from './capabilities.ts'
import { workReach } from './reach.server.ts'

export const work = defineModule({ name: 'work', capabilities: workCapabilities, reach: workReach })
