import { defineModule } from '#platform/module.ts'
import { collectionCapabilities } from './capabilities.ts'
import { inventCalls } from './demo/demonstrate.server.ts'
import { collectionGuided } from './guided.ts'
import { collectionPersonalData } from './personal-data.server.ts'
import { collectionReach } from './reach.server.ts'
import { collectionTexts } from './texts/index.ts'

export const collection = defineModule({
  name: 'collection',
  texts: collectionTexts,
  capabilities: collectionCapabilities,
  reach: collectionReach,
  personalData: collectionPersonalData,
  guided: collectionGuided,
  demonstrates: inventCalls,
  tasks: { 'collection.mend': { todo: 'collection.life.task.mend', endsItself: true } },
})
