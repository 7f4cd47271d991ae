import { defineModule } from '#platform/module.ts'
import { accessReach } from './reach.server.ts'
import { accessTexts } from './texts/index.ts'

export const access = defineModule({
  name: 'access',
  texts: accessTexts,
  reach: accessReach,
  tasks: { 'access.left': { todo: 'access.left.todo' } },
  workMenu: [
    {
      address: '/tiesibas',
      label: 'access.menu.grants',
      position: 80,
      capabilities: ['platform.grant.read'],
    },
    {
      address: '/zurnals',
      label: 'access.menu.journal',
      position: 90,
      capabilities: ['platform.journal.read'],
    },
  ],
  countryMenu: [
    {
      address: '/tiesibas',
      label: 'access.menu.grants',
      position: 80,
      capabilities: ['platform.grant.read'],
    },
    {
      address: '/zurnals',
      label: 'access.menu.journal',
      position: 90,
      capabilities: ['platform.journal.read'],
    },
  ],
})
