import { type FamilyRule, overPart, overWhole } from '#modules/findings'
import { absoluteWhereShareCompares } from './absolute-where-share-compares.ts'
import { baselineMissing } from './baseline-missing.ts'
import { baselineRecomputed } from './baseline-recomputed.ts'
import { baselineWithoutYear } from './baseline-without-year.ts'
import type { PartOfSet } from './carried.ts'
import { comparabilityBreak } from './comparability-break.ts'
import { countExceedsExisting } from './count-exceeds-existing.ts'
import { distributionTotalsDiffer } from './distribution-totals-differ.ts'
import { fellByHalf } from './fell-by-half.ts'
import { indicatorWithoutData } from './indicator-without-data.ts'
import { indicatorWithoutMethodology } from './indicator-without-methodology.ts'
import { indicatorWithoutOwner } from './indicator-without-owner.ts'
import { methodChangeInNote } from './method-change-in-note.ts'
import { periodRuleMissing } from './period-rule-missing.ts'
import { periodWithoutResults } from './period-without-results.ts'
import { precisionMixed } from './precision-mixed.ts'
import { retiredWithoutDate } from './retired-without-date.ts'
import type { WholeSet } from './rule.ts'
import { seriesNotMeasured } from './series-not-measured.ts'
import { shareBesideSome } from './share-beside-some.ts'
import { shareImpossible } from './share-impossible.ts'
import { smallNumber } from './small-number.ts'
import { surveyFigureDiffers } from './survey-figure-differs.ts'
import { targetAlreadyMet } from './target-already-met.ts'
import { targetAsksForWorse } from './target-asks-for-worse.ts'
import { targetBaseAmbiguous } from './target-base-ambiguous.ts'
import { targetMissing } from './target-missing.ts'
import { targetNotJudgeable } from './target-not-judgeable.ts'
import { targetOvertaken } from './target-overtaken.ts'
import { targetPercentAmbiguous } from './target-percent-ambiguous.ts'
import { totalDiffers } from './total-differs.ts'
import { unitDiffers } from './unit-differs.ts'
import { valueCopied } from './value-copied.ts'
import { valueJump } from './value-jump.ts'

/** Every question that is put to a set of indicators, the weightiest first. */
export const indicatorRules: readonly FamilyRule<WholeSet, PartOfSet>[] = [
  overPart(shareImpossible),
  overWhole(countExceedsExisting),
  overPart(totalDiffers),
  overPart(surveyFigureDiffers),
  overPart(unitDiffers),
  overPart(comparabilityBreak),
  overPart(methodChangeInNote),
  overPart(valueJump),
  overPart(targetNotJudgeable),
  overPart(targetMissing),
  overWhole(indicatorWithoutMethodology),
  overPart(indicatorWithoutData),
  overPart(seriesNotMeasured),
  overWhole(periodWithoutResults),
  overWhole(periodRuleMissing),
  overPart(targetPercentAmbiguous),
  overPart(targetBaseAmbiguous),
  overPart(targetAlreadyMet),
  overPart(targetAsksForWorse),
  overPart(targetOvertaken),
  overPart(fellByHalf),
  overPart(baselineMissing),
  overPart(baselineWithoutYear),
  overPart(baselineRecomputed),
  overPart(valueCopied),
  overPart(precisionMixed),
  overPart(shareBesideSome),
  overPart(distributionTotalsDiffer),
  overWhole(absoluteWhereShareCompares),
  overPart(smallNumber),
  overPart(retiredWithoutDate),
  overWhole(indicatorWithoutOwner),
]
