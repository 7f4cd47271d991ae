/** What the public API can be asked for, in the order in which a reader would; `name` is part of a text key. */
export const API_ADDRESSES = [
  { path: '/', name: 'index', isList: false },
  { path: '/municipalities', name: 'municipalities', isList: true },
  { path: '/strategies', name: 'strategies', isList: true },
  { path: '/strategies/{id}', name: 'strategy', isList: false },
  { path: '/strategies/{id}/summary', name: 'summary', isList: false },
  { path: '/strategies/{id}/indicators', name: 'indicators', isList: true },
  { path: '/strategies/{id}/actions', name: 'actions', isList: true },
  { path: '/strategies/{id}/findings', name: 'findings', isList: true },
  { path: '/surveys', name: 'surveys', isList: true },
  { path: '/surveys/{id}', name: 'survey', isList: false },
  { path: '/surveys/{id}/results', name: 'surveyResults', isList: true },
  { path: '/problems/{code}', name: 'problem', isList: false },
  { path: '/openapi.json', name: 'openapi', isList: false },
] as const
