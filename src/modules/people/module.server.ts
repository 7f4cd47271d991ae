import { defineModule } from '#platform/module.ts'
import { peopleCapabilities } from './capabilities.ts'
import { generatePersons } from './generate.service.server.ts'
import { peoplePersonalData } from './personal-data.server.ts'
import { peopleReach } from './reach.server.ts'
import { peopleTexts } from './texts/index.ts'

export const people = defineModule({
  name: 'people',
  texts: peopleTexts,
  capabilities: peopleCapabilities,
  reach: peopleReach,
  personalData: peoplePersonalData,
  tasks: {
    'people.correction': { todo: 'people.task.correction' },
    'people.erasure': { todo: 'people.task.erasure' },
  },
  workMenu: [
    {
      address: '/cilveki',
      label: 'people.list.title',
      position: 60,
      group: 'people',
      capabilities: ['people.read'],
    },
    {
      address: '/personas-dati',
      label: 'people.register.menu',
      position: 70,
      group: 'people',
      capabilities: ['people.register.read'],
    },
  ],
  generates: { persons: generatePersons },
})
