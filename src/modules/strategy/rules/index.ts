import { type Finding, runRules } from '#modules/findings'
import { actionDeferredWithoutReason } from './action-deferred-without-reason.ts'
import { actionImplementedWithOpenWork } from './action-implemented-with-open-work.ts'
import { actionSameCommentDifferentStatus } from './action-same-comment-different-status.ts'
import { actionUnfinishedWithoutComment } from './action-unfinished-without-comment.ts'
import { actionWithoutDeadline } from './action-without-deadline.ts'
import { actionWithoutMeasurableResult } from './action-without-measurable-result.ts'
import { actionWithoutResponsible } from './action-without-responsible.ts'
import { actionWithoutStatus } from './action-without-status.ts'
import { claimCountDiffers } from './claim-count-differs.ts'
import { claimOrderContradicted } from './claim-order-contradicted.ts'
import { claimRankingContradicted } from './claim-ranking-contradicted.ts'
import { claimShareDiffers } from './claim-share-differs.ts'
import { claimSumDiffers } from './claim-sum-differs.ts'
import { claimTrendContradicted } from './claim-trend-contradicted.ts'
import { claimTrendUnsteady } from './claim-trend-unsteady.ts'
import { claimTrendUnverifiable } from './claim-trend-unverifiable.ts'
import { claimWithoutFigure } from './claim-without-figure.ts'
import { documentDatedBeforeItsData } from './document-dated-before-its-data.ts'
import { goalWithoutIndicator } from './goal-without-indicator.ts'
import { planColumnAbsent } from './plan-column-absent.ts'
import { programmeLinksUnknown } from './programme-links-unknown.ts'
import { programmePromisedNotWritten } from './programme-promised-not-written.ts'
import type { StrategyData, StrategyRule } from './rule.ts'
import { strategyAdoptedAfterStart } from './strategy-adopted-after-start.ts'

/** Everything that is asked of a strategy, in the order in which pages list it. */
export const strategyRules: readonly StrategyRule[] = [
  claimCountDiffers,
  claimTrendContradicted,
  claimTrendUnsteady,
  claimTrendUnverifiable,
  claimWithoutFigure,
  claimSumDiffers,
  claimShareDiffers,
  claimRankingContradicted,
  claimOrderContradicted,
  documentDatedBeforeItsData,
  strategyAdoptedAfterStart,
  goalWithoutIndicator,
  actionWithoutResponsible,
  actionWithoutDeadline,
  actionWithoutMeasurableResult,
  actionWithoutStatus,
  actionDeferredWithoutReason,
  actionSameCommentDifferentStatus,
  actionImplementedWithOpenWork,
  actionUnfinishedWithoutComment,
  planColumnAbsent,
  programmePromisedNotWritten,
  programmeLinksUnknown,
]

/** What the strategy and its documents say about themselves, rule by rule. */
export const findStrategyFindings = (data: StrategyData): Finding[] => runRules(strategyRules, data)
