import { familiesOf } from '#modules/findings.server'
import type { Endpoint } from '#platform/api/endpoint.ts'
import type { Module } from '#platform/module.ts'
import { actionList } from './action-list.server.ts'
import { attachedLists } from './attached-lists.server.ts'
import { evidenceList } from './evidence-list.server.ts'
import { figureList } from './figure-list.server.ts'
import { findingListOf } from './finding-list.server.ts'
import {
  contextIndicatorList,
  currentIndicatorDocument,
  indicatorDocument,
  indicatorHistory,
} from './indicator-documents.server.ts'
import { indicatorList } from './indicator-list.server.ts'
import { observationList } from './observation-list.server.ts'
import { claimList, goalList, programmeList } from './plan-lists.server.ts'
import { strategyDocument, strategyList } from './strategy-list.server.ts'
import { strategySummary } from './strategy-summary.server.ts'
import { targetList } from './target-list.server.ts'

/** What the public API says of strategies. */
export const strategyApi = (modules: readonly Module[]): Endpoint[] => [
  strategyList,
  strategyDocument,
  strategySummary,
  indicatorList,
  indicatorDocument,
  currentIndicatorDocument,
  indicatorHistory,
  contextIndicatorList,
  goalList,
  programmeList,
  claimList,
  figureList,
  observationList,
  targetList,
  actionList,
  evidenceList,
  ...attachedLists,
  findingListOf(familiesOf(modules)),
]
