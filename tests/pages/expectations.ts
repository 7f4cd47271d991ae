import type { Visit } from './visit.ts'

/** Accessibility rules that a page breaks: a sentence for each. */
export function accessibilityFaults({ address, violations }: Visit): string[] {
  return Object.entries(violations).flatMap(([window, broken]) =>
    broken.map((rule) => `${address} on a ${window} breaks ${rule}.`),
  )
}

/** Windows that a page does not fit. */
export function widthFaults({ address, overflow }: Visit): string[] {
  return Object.entries(overflow)
    .filter(([, pixels]) => pixels > 0)
    .map(([window, pixels]) => `${address} is ${pixels} px wider than the window (${window}).`)
}

const MOST_BYTES = 300_000

/** A page that takes long to come on a weak line. */
export function weightFaults({ address, weight }: Visit): string[] {
  return weight <= MOST_BYTES ? [] : [`${address} weighs ${weight} bytes; ${MOST_BYTES} are enough.`]
}

/** Links of one name that lead to different places. */
export function linkFaults({ address, sameNamed }: Visit): string[] {
  return sameNamed.map((name) => `${address} has links to different places called ${name}.`)
}

/** Lists that everybody reads; a star stands for any one of a kind. Those of a plan are the same. */
const LISTS = [
  '/liepaja',
  '/liepaja/raditaji',
  '/liepaja/raditaji/*',
  '/liepaja/strategija',
  '/liepaja/strategija/*',
  '/liepaja/ricibas-plans',
  '/liepaja/programmas',
  '/liepaja/aptaujas',
  '/liepaja/datu-kvalitate',
  '/liepaja/datu-kvalitate/apgalvojumi',
  '/liepaja/saskanotiba',
  '/liepaja/iestades',
  '/liepaja/parskati',
]
const MOST_SCREENS = 8

/** A list that one has to scroll for too long, with everything that folds closed. */
export function lengthFaults({ address, screens, status }: Visit): string[] {
  if (status !== 200 || !isList(address) || screens <= MOST_SCREENS) return []
  return [`${address} is ${screens} screens of a phone long; ${MOST_SCREENS} are enough.`]
}

function isList(address: string): boolean {
  const { pathname } = new URL(address, 'http://site')
  const page = pathname.replace(/^\/en(?=\/)/, '').replace(/\/plani\/[^/]+/, '')
  return (
    !page.endsWith('/labot') && LISTS.some((list) => list === page || list === page.replace(/[^/]+$/, '*'))
  )
}

/** What a page lacks, has too much of, or answers amiss: what holds for its face. */
export function contentFaults(visit: Visit): string[] {
  return [...commonFaults(visit), ...(visit.face === 'public' ? publicFaults : personalFaults)(visit)].map(
    (fault) => `${visit.address} ${fault}.`,
  )
}

function commonFaults({ address, content }: Visit): string[] {
  const language = /^\/en(\/|\?|$)/.test(address) ? 'en' : 'lv'
  return [
    ...(content.h1 === 1
      ? []
      : [`has ${content.h1} <h1>, where one heading must say what the page is about`]),
    ...(content.main === 1 ? [] : [`has ${content.main} <main>, where one must hold what is the page’s own`]),
    ...(/ · Izaugsme$/.test(content.title) ? [] : [`is called “${content.title}”, not “… · Izaugsme”`]),
    ...(content.lang === language ? [] : [`says it is in “${content.lang}”, not in “${language}”`]),
  ]
}

function publicFaults({ status, scripts }: Visit): string[] {
  return [
    ...(status === 200 ? [] : [`answers ${status}`]),
    ...(scripts.all === 0 ? [] : [`has ${scripts.all} <script>, though public pages ship none`]),
  ]
}

/** A stranger may be asked to sign in; what a person sees is kept nowhere and runs no script of the page's own. */
function personalFaults({ status, scripts, cacheControl }: Visit): string[] {
  return [
    ...([200, 401, 403].includes(status) ? [] : [`answers ${status}`]),
    ...(cacheControl.includes('no-store') ? [] : [`may be kept (“${cacheControl}”), though it is personal`]),
    ...(scripts.inline === 0
      ? []
      : [`has ${scripts.inline} <script> in itself, which the browser must refuse`]),
  ]
}
