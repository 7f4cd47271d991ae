import type { Case } from './judgement.ts'

/**
 * The strategy of Liepāja as its evaluation was published. The oddities were collected by hand from the document
 * before the rules were written; an oddity without a finding is one that its rows could show and do not yet.
 */
export const liepaja: Case = {
  name: 'Liepāja 2020–2025',
  folder: 'data/liepaja-2020-2025',
  oddities: [
    { what: '65 % of 29 heads', shownBy: ['survey-share-impossible needs-in-practice/heads/2.1'] },
    {
      what: 'in force before guidelines that are older',
      shownBy: [
        'claim-order-contradicted adopted-before-guidelines',
        'strategy-adopted-after-start decision',
      ],
    },
    { what: 'data dated after the document', shownBy: ['document-dated-before-its-data evaluation'] },
    {
      what: 'capacity for projects “kept” while it fell',
      shownBy: ['claim-without-figure international'],
    },
    { what: 'lifelong learning “positive” though it fell last', shownBy: ['claim-trend-unsteady lifelong'] },
    { what: 'the budget “has grown”: the indicator is a share', shownBy: ['claim-without-figure budget'] },
    {
      what: 'expulsions “have grown” while one school has fewer',
      shownBy: ['claim-trend-contradicted expelled-2023'],
    },
    {
      what: 'programmes of associations 20 → 12 → 5, visits from the neighbour 1012 → 315',
      shownBy: ['fell-by-half 13/aesthetics@2024/2025', 'value-jump 30/dienvidkurzeme/teachers@2024/2025'],
    },
    {
      what: 'units mixed in 1, 6, 20, 25, 30',
      shownBy: [
        'unit-differs 1',
        'unit-differs 6',
        'unit-differs 30',
        'distribution-totals-differ 20@2024/2025',
        'share-beside-some 25',
      ],
    },
    { what: '23 preschools of 19', shownBy: ['count-exceeds-existing 1/preschool@2023/2024'] },
    {
      what: 'outliers in 7, 9, 14',
      shownBy: [
        'value-jump 7@2024/2025',
        'value-jump 9/ljk@2023/2024',
        'value-jump 14/preschool/sport@2023/2024',
      ],
    },
    {
      what: 'figures that look copied in 14 and 18',
      shownBy: ['value-copied 14/basic/culture@2023/2024', 'value-copied 18/primary@2023/2024'],
    },
    {
      what: '2023/2024 beyond the target of 2025 in 1, 7, 8, 14, 18',
      shownBy: ['1/preschool', '7', '8', '14/preschool/sport', '18/preschool'].map(
        (key) => `target-overtaken ${key}@2025`,
      ),
    },
    {
      what: 'targets without a base',
      shownBy: [
        'target-not-judgeable 5/pupil/school@2023',
        'target-not-judgeable 14/preschool/steam@2023',
        'baseline-missing 31',
        'baseline-without-year 8',
      ],
    },
    {
      what: '“+2 %”: of what, and from what',
      shownBy: ['target-base-ambiguous 14', 'target-percent-ambiguous 11/pupil/school@2025'],
    },
    {
      what: 'methods changed in 4, 6, 9, 19, 20',
      shownBy: [
        'baseline-recomputed 4',
        'comparability-break 6',
        'method-change-in-note 9/lvt@2023/2024',
        'baseline-recomputed 19',
        'comparability-break 20',
      ],
    },
    { what: 'unweighted means', shownBy: ['mean-unweighted strategy-in-practice/vision'] },
    {
      what: 'ten and 29 respondents',
      shownBy: [
        'survey-small-group strategy-in-practice/heads',
        'survey-small-group strategy-in-practice/department',
      ],
    },
    {
      what: 'statuses of actions that do not agree with their comments',
      shownBy: [
        'action-same-comment-different-status 1.1.3',
        'action-implemented-with-open-work 1.2.3',
        'action-unfinished-without-comment 3.2.7',
      ],
    },
    { what: '3 actions not done are 2 and 1 deferred', shownBy: ['claim-count-differs actions-not-done'] },
    { what: 'most actions done, few targets met', shownBy: [] },
    { what: '78,25 beside 85,2', shownBy: ['precision-mixed 5/guardian/preschool@2024/2025'] },
    { what: 'lost ticks of the programme matrix', shownBy: ['programme-links-unknown programmeLinks'] },
    {
      what: '“all groups are representative”',
      shownBy: ['survey-low-response strategy-in-practice/preschoolGuardians'],
    },
  ],
  opinions: {
    'action-implemented-with-open-work': 'worth',
    'action-same-comment-different-status': 'worth',
    'action-unfinished-without-comment': 'worth',
    'absolute-where-share-compares': 'worth',
    'baseline-missing': 'worth',
    'baseline-recomputed': 'worth',
    'baseline-without-year': 'worth',
    'claim-count-differs': 'worth',
    'claim-ranking-contradicted': 'worth',
    'claim-without-figure': 'worth',
    'claim-order-contradicted': 'worth',
    'claim-trend-contradicted': 'worth',
    // 92 → 80 → 91: that the last step went up does not make “less satisfied” any less true.
    'claim-trend-unsteady': { of: 'worth', but: { development: 'false' } },
    'claim-trend-unverifiable': 'worth',
    'comparability-break': 'worth',
    'count-exceeds-existing': 'worth',
    'distribution-totals-differ': 'worth',
    'document-dated-before-its-data': 'worth',
    'fell-by-half': 'worth',
    // That 17 is no longer measured is said with the date that is missing.
    'indicator-without-data': { of: 'worth', but: { 17: 'repeats' } },
    'indicator-without-methodology': 'worth',
    'mean-unweighted': 'worth',
    'method-change-in-note': 'worth',
    'plan-column-absent': 'worth',
    'precision-mixed': 'worth',
    'programme-links-unknown': 'worth',
    'programme-promised-not-written': 'worth',
    'retired-without-date': 'worth',
    'series-not-measured': 'worth',
    'share-beside-some': 'worth',
    'small-number': 'worth',
    'strategy-adopted-after-start': 'worth',
    'survey-groups-disagree': 'worth',
    'survey-low-response': 'worth',
    'survey-share-impossible': 'worth',
    'survey-shares-tell-on-few': 'worth',
    'survey-small-group': 'worth',
    'target-base-ambiguous': 'worth',
    'target-missing': 'worth',
    'target-not-judgeable': 'worth',
    'target-overtaken': 'worth',
    'target-percent-ambiguous': 'worth',
    'unit-differs': 'worth',
    'value-copied': 'worth',
    // Both follow from the change of method that is a finding of its own.
    'value-jump': { of: 'worth', but: { '6@2023/2024': 'repeats', '7@2023/2024': 'repeats' } },
  },
}
