import {
  type Indicator,
  type IndicatorSet,
  type Observation,
  type ObservedValue,
  outlineOf,
} from '#modules/indicators'
import { type SourceDocument, wordingOf } from '#modules/sources'
import type { Action, Claim, ImplementationStatus, Programme, StatusReport, StrategyTree } from './model.ts'
import type { StrategyData } from './rules/rule.ts'

const uncited = { source: null, locator: null }

/** A report as of the school year 2024/2025 that an action is in progress, unless told otherwise. */
export function aReport(given: Partial<StatusReport> = {}): StatusReport {
  return {
    asOf: '2024/2025',
    status: 'inProgress',
    comment: null,
    decidedBy: null,
    evidence: null,
    decidedOn: null,
    voices: [],
    revision: 1,
    revisionReason: null,
    recordedAt: new Date('2025-09-01T09:00:00Z'),
    recordedBy: 'importer',
    origin: { changeId: null, file: null, row: null },
    ...uncited,
    ...given,
  }
}

/** An action of direction 1.1 of goal KP1 with everything a good plan states, in progress. */
export function anAction(given: Partial<Action> = {}): Action {
  return {
    code: '1.1.1',
    goal: 'KP1',
    direction: '1.1',
    position: 1,
    ...wordingOf({ lv: 'Darbība', en: 'Action' }, null),
    deliverable: { lv: 'Programma', en: 'Programme' },
    responsible: 'Izglītības pārvalde',
    involved: null,
    funding: null,
    startsOn: '2022-01-01',
    dueOn: '2024-12-31',
    ended: null,
    continues: null,
    history: [aReport()],
    ...uncited,
    ...given,
  }
}

/** Actions numbered from 1.1.1 on, one for each status given. */
export function actionsWith(...statuses: ImplementationStatus[]): Action[] {
  return statuses.map((status, index) => {
    const comment = status === 'deferred' ? { lv: 'Iemesls', en: 'Reason' } : null
    return anAction({ code: `1.1.${index + 1}`, history: [aReport({ status, comment })] })
  })
}

/** A programme that is written and serves direction 1.1. */
export function aProgramme(given: Partial<Programme> = {}): Programme {
  return {
    code: 'programme',
    position: 1,
    title: { lv: 'Programma', en: 'Programme' },
    state: 'written',
    promisedBy: null,
    startsOn: null,
    endsOn: null,
    aim: null,
    progress: null,
    links: [{ direction: '1.1', link: 'yes', ...uncited }],
    ...uncited,
    ...given,
  }
}

/** A claim about nothing in particular; give at least its kind. */
export function aClaim(given: Partial<Claim> & Pick<Claim, 'kind'>): Claim {
  return {
    key: 'claim',
    text: { lv: 'Apgalvojums.', en: 'Claim.' },
    official: null,
    subjects: [],
    filter: {},
    total: null,
    direction: null,
    survey: null,
    related: [],
    relatedNote: null,
    fromPeriod: null,
    toPeriod: null,
    value: null,
    share: null,
    date: null,
    ...uncited,
    ...given,
  }
}

/** A document written in the autumn of 2025. */
export function aSource(given: Partial<SourceDocument> = {}): SourceDocument {
  return {
    key: 'evaluation',
    title: { lv: 'Izvērtējums', en: 'Evaluation' },
    publisher: null,
    preparedFrom: '2025-10-01',
    preparedTo: '2025-11-30',
    statesDataTo: null,
    url: null,
    ...given,
  }
}

function anObservation(period: string, value: number | ObservedValue, unit: string): Observation {
  const asValue = (number: number): ObservedValue =>
    unit === 'percent' ? { kind: 'share', number, unit } : { kind: 'number', number, unit }
  return {
    period,
    value: typeof value === 'number' ? asValue(value) : value,
    unit,
    methodology: null,
    stated: { n: null, interval: null, standardError: null },
    evidence: null,
    printed: null,
    note: null,
    since: null,
    revision: 1,
    recordedAt: new Date('2025-09-01T09:00:00Z'),
    recordedBy: 'importer',
    origin: { changeId: null, file: null, row: null },
    source: 'evaluation',
    locator: null,
  }
}

type Measured = Partial<Indicator> & {
  /** Figure of 2021. */
  baseline?: number | ObservedValue
  /** Figures by period; all from the source `evaluation`. */
  results?: Record<string, number | ObservedValue>
}

/** An indicator in `unit` (counts unless told otherwise) with one series, whose key is the indicator's code. */
export function aMeasured({ baseline, results = {}, ...given }: Measured = {}): Indicator {
  const { code = '1', unit = 'count' } = given
  const observed = baseline === undefined ? null : anObservation('2021', baseline, unit)
  return {
    id: `indicator-${code}`,
    code,
    position: 1,
    ...wordingOf({ lv: 'Rādītājs', en: 'Indicator' }, null),
    definition: null,
    titleUnit: null,
    unit,
    direction: 'up',
    valueKind: 'number',
    frequency: null,
    aboutPersons: false,
    restsOn: null,
    owner: null,
    dataSource: null,
    legalBasis: null,
    isInDataMinimum: false,
    isPromised: observed !== null,
    seriesCount: 1,
    retiredOn: null,
    retiredReason: null,
    methodologies: [],
    series: [
      {
        id: `series-${code}`,
        key: code,
        indicatorCode: code,
        position: 1,
        unit: null,
        direction: null,
        breakdown: {},
        institution: null,
        label: null,
        baseline: observed && { observation: observed, isRecomputed: false },
        targets: [],
        results: Object.entries(results).map(([period, value]) => anObservation(period, value, unit)),
      },
    ],
    ...uncited,
    ...given,
  }
}

type Given = {
  actions?: Action[]
  programmes?: Programme[]
  claims?: Claim[]
  indicators?: Indicator[]
  sources?: SourceDocument[]
  surveyed?: StrategyData['surveyed']
  /** Goal of each indicator by its id; without it every indicator serves KP1. */
  goalOfIndicator?: StrategyTree['goalOfIndicator']
  /** Day on which the strategy, which begins on 2022-01-01, was adopted. */
  decidedOn?: string
}

/** A strategy with one goal and one direction, in which every rule is content unless told otherwise. */
export function someData(given: Given = {}): StrategyData {
  const {
    actions = [anAction()],
    programmes = [],
    claims = [],
    indicators = [aMeasured()],
    sources = [],
  } = given
  const title = { lv: 'Nosaukums', en: 'Title' }
  const named = wordingOf(title, null)
  const direction = {
    code: '1.1',
    goal: 'KP1',
    position: 1,
    continues: null,
    ...named,
    actions,
    ...uncited,
  }
  const tree: StrategyTree = {
    strategy: {
      id: '00000000-0000-7000-8000-000000000010',
      municipalityId: '00000000-0000-7000-8000-000000000011',
      key: 'strategy',
      title,
      version: 'adopted',
      period: { startsOn: '2022-01-01', endsOn: '2027-12-31' },
      decision: { number: '1', minutes: null, decidedOn: given.decidedOn ?? '2021-12-16' },
      vision: null,
      mission: null,
      values: [],
      ...uncited,
    },
    goals: [
      { code: 'KP1', position: 1, ...named, aim: null, continues: null, directions: [direction], ...uncited },
    ],
    programmes,
    externalFactors: [],
    recommendations: [],
    claims,
    goalOfIndicator: given.goalOfIndicator ?? new Map(indicators.map(({ id }) => [id, 'KP1'])),
  }
  const set: IndicatorSet = { key: 'strategy', indicators, periodRule: new Map(), sources, units: new Map() }
  return { tree, outline: outlineOf(set), claimed: set, surveyed: given.surveyed ?? [] }
}
