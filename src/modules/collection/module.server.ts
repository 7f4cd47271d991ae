import { declareOwnReminders } from '#modules/work.server'
import { defineModule, type WorkMenuEntry } from '#platform/module.ts'
import { editedAnalysisTables } from './analyses/edited-tables.ts'
import { dataCallList } from './api/data-call-list.server.ts'
import { pollLists } from './api/poll-list.server.ts'
import { burdenList } from './burden/burden-list.server.ts'
import { ANSWER_TASK } from './calls/answer-task.ts'
import { editedCallTables } from './calls/edits/edited-tables.ts'
import { keepAudienceJob } from './calls/keep-audience-job.server.ts'
import { closePolls } from './campaigns/close-polls.job.server.ts'
import { collectionCapabilities } from './capabilities.ts'
import { inventCalls } from './demo/demonstrate.server.ts'
import { collectionOnDesk } from './desk.server.ts'
import { editedFormulaTables } from './formulas/edited-tables.server.ts'
import { collectionGuided } from './guided.ts'
import { answerLetter } from './monitoring/answer-letter.server.ts'
import { remindOfCalls } from './monitoring/remind.server.ts'
import { collectionPersonalData } from './personal-data.server.ts'
import { collectionReach } from './reach.server.ts'
import { collectionTexts } from './texts/index.ts'

const countryMenu: readonly WorkMenuEntry[] = [
  {
    address: '/datu-vaksana',
    label: 'collection.templates.country.menu',
    position: 50,
    group: 'data',
    capabilities: ['collection.template.edit', 'collection.totals.read'],
  },
  {
    address: '/aptaujas-pasvaldibam',
    label: 'collection.polls.country.menu',
    position: 51,
    group: 'data',
    capabilities: ['collection.template.edit'],
  },
]

export const collection = defineModule({
  name: 'collection',
  texts: collectionTexts,
  capabilities: collectionCapabilities,
  reach: collectionReach,
  personalData: collectionPersonalData,
  guided: collectionGuided,
  demonstrates: inventCalls,
  edited: { ...editedCallTables, ...editedFormulaTables, ...editedAnalysisTables },
  jobs: [keepAudienceJob, closePolls, remindOfCalls],
  api: [dataCallList, ...pollLists, burdenList],
  tasks: {
    [ANSWER_TASK]: { todo: 'collection.task.answer', endsItself: true },
    'collection.mend': { todo: 'collection.life.task.mend', endsItself: true },
  },
  menu: [
    { address: '/datu-vaksana', label: 'collection.public.menu', position: 75 },
    { address: '/datu-slogs', label: 'collection.burden.menu', position: 76 },
  ],
  workMenu: [
    {
      address: '/datu-vaksana',
      label: 'collection.menu',
      position: 20,
      group: 'data',
      capabilities: ['collection.read'],
    },
  ],
  countryMenu,
  desk: collectionOnDesk,
})

declareOwnReminders(ANSWER_TASK, answerLetter)
