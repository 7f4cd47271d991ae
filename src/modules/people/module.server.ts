import { defineModule } from '#platform/module.ts'
import { peopleCapabilities } from './capabilities.ts'
import { generatePersons } from './generate.service.server.ts'
import { peopleReach } from './reach.server.ts'
import { peopleTexts } from './texts/index.ts'

export const people = defineModule({
  name: 'people',
  texts: peopleTexts,
  capabilities: peopleCapabilities,
  reach: peopleReach,
  generates: { persons: generatePersons },
})
