import { expect, vi } from 'vitest'
import type { Database } from '#platform/database/types.server.ts'
import { faceOf } from '#platform/http/face.ts'
import { listen } from '#platform/http/listen.server.ts'
import type { Personal, Site } from '#platform/http/site.ts'
import { giveRole } from '#platform/rights/grants.server.ts'
import { ROLES, type Role } from '#platform/rights/roles.ts'
import type { Scope } from '#platform/rights/scope.ts'
import { type Grant, operator, THE_PUBLIC, type User } from '#platform/users.ts'
import { publicApi } from '../src/app/api.server.ts'
import { keepRecord, readRecords } from '../src/modules/people/records.service.server.ts'
import { giveTask } from '../src/modules/work/task-service.server.ts'
import type { BuiltRoute } from './pages/page-table.ts'
import { isOpenToCountry } from './support/country-reach.ts'
import { test as databaseTest } from './support/database.ts'
import { readApiExamples, readExamples } from './support/examples.ts'
import { plantTown, secrets, type Town } from './support/people-town.ts'
import { type Planted, plantInRows, plantRowsOfWords, SECRET } from './support/plant-secret.ts'

/** The municipality with the secrets: it has published nothing. */
const OURS = 'ventspils'
const OTHER = 'liepaja'

type Built = {
  createSite: (serving: { db: Database; visitorOf?: (request: Request) => Promise<User> }) => Site
  pages: { routes: Record<string, BuiltRoute | undefined> }
}
const door = '../build/server/site.js'

const test = databaseTest.extend('walk', { scope: 'file' }, async ({ db, open }, { onCleanup }) => {
  const [ours, other] = [await plantTown(db, OURS), await plantTown(db, OTHER)]
  await work(db, ours)
  const planted: Planted = new Map()
  await plantInRows(open, ours.id, planted)
  const { createSite, pages } = (await import(door)) as Built
  const people = askers(ours, other)
  const byName = new Map(people.map((user) => [user.id, user]))
  const visitorOf = async (request: Request) =>
    byName.get(/who=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '') ?? THE_PUBLIC
  const site = createSite({ db, visitorOf })
  const server = await listen({ host: '127.0.0.1', port: 0, versionOf: async () => '1', log: 'all', site })
  onCleanup(() => server.close())
  return { ours, other, planted, people, site, address: server.address, patterns: patternsOf(pages.routes) }
})

/** What people do in a municipality leaves rows in its internal tables. */
async function work(db: Database, town: Town) {
  const here = { kind: 'municipality', municipalityId: town.id } as const
  const since = { validFrom: '2020-01-01', validTo: null }
  const entry = { accountId: 'holder', role: 'educationHead', scope: here, ...since } as const
  await giveRole(db, operator(town.id), entry, 'iecelts amatā')
  const task = {
    municipalityId: town.id,
    accountId: 'entitled',
    kind: 'tests.read',
    subject: 'Izlasīt',
    address: null,
    dueOn: null,
  }
  await giveTask(db, operator(town.id), task)
  const [institutionId] = town.schools
  const head: User = {
    id: 'valda',
    kind: 'member',
    grants: [
      { role: 'institutionHead', scope: { kind: 'institution', municipalityId: town.id, id: institutionId } },
    ],
  }
  const { anna } = town.persons
  const record = {
    municipalityId: town.id,
    institutionId,
    groupId: town.classId,
    personId: anna,
    nationalId: null,
    contact: 'x',
    isInvented: true,
  }
  await keepRecord(db, secrets, head, { ...record, reason: 'uzņemšana skolā' })
  await readRecords(db, secrets, head, {
    municipalityId: town.id,
    persons: [anna],
    reason: 'saruna ar vecākiem',
  })
}

/** Whoever asks: the entitled one, every role in the other municipality and over the country, a pupil and a guardian of somebody else. */
function askers(ours: Town, other: Town): User[] {
  const scopeIn = (town: Town, kind: string): Scope => {
    const ids: Record<string, string> = {
      institution: town.schools[0],
      group: town.classId,
      person: town.persons.anna,
    }
    const id = ids[kind]
    return (id ? { kind, municipalityId: town.id, id } : { kind, municipalityId: town.id }) as Scope
  }
  const grantsOf = (role: Role, town: Town): Grant[] =>
    ROLES[role].filter((level) => level !== 'country').map((level) => ({ role, scope: scopeIn(town, level) }))
  const roles = Object.keys(ROLES) as Role[]
  const member = (id: string, grants: Grant[]): User => ({ id, kind: 'member', grants })
  const stranger = { kind: 'person', municipalityId: ours.id, id: crypto.randomUUID() } as const
  return [
    member(
      'entitled',
      roles.flatMap((role) => grantsOf(role, ours)),
    ),
    ...roles.map((role) => member(`${role} elsewhere`.replace(' ', '-'), grantsOf(role, other))),
    ...roles
      .filter((role) => (ROLES[role] as readonly string[]).includes('country'))
      .map((role) => member(`${role}-of-country`, [{ role, scope: { kind: 'country' } }])),
    member('another-guardian', [{ role: 'guardian', scope: stranger }]),
    member('another-pupil', [{ role: 'pupil', scope: stranger }]),
    THE_PUBLIC,
  ]
}

/** Addresses of all routes, each with the parameters that its page reads. */
function patternsOf(routes: Built['pages']['routes']) {
  const patternOf = ({ parentId, path = '' }: BuiltRoute): string => {
    const above = parentId ? routes[parentId] : undefined
    return [above ? patternOf(above) : '', path].filter(Boolean).join('/')
  }
  const parents = new Set(Object.values(routes).map((route) => route?.parentId))
  return Object.values(routes).flatMap((route) => {
    if (!route || parents.has(route.id) || route.path === 'api/*') return []
    const { handle, action } = route.module as {
      handle?: { parameters?: readonly string[] }
      action?: unknown
    }
    return {
      pattern: `/${patternOf(route)}`,
      parameters: handle?.parameters ?? [],
      hasAction: action !== undefined,
    }
  })
}

type Patterns = ReturnType<typeof patternsOf>

/** Every address there is of a municipality: pages and downloads with something in place of their parameters, and the API. */
async function addressesOf(slug: string, patterns: Patterns): Promise<string[]> {
  const id = '00000000-0000-7000-8000-000000000001'
  const own = patterns.map(({ pattern }) =>
    pattern
      .replace(':municipality', slug)
      .replaceAll(/:(code|number|indicator)\b/g, '1')
      .replaceAll(/:\w+\??/g, id),
  )
  const examples = [...(await readExamples())].map((address) => address.replaceAll(OTHER, slug))
  const api = (await readApiExamples()).flatMap((address) => {
    const asked = `${publicApi.base}${address.replaceAll(OTHER, slug).replace('2020-2025', slug === OURS ? '2024-2027' : '2020-2025')}`
    return [asked, `${asked}.csv`]
  })
  return [...new Set([...own, ...examples, ...examples.map((address) => `/en${address}`), ...api])]
}

/** Filters and orders as nobody would ask them, and the word itself: what it finds must not show, not even by how much. */
const ODD = ["%' or 1=1 --", '-999999', 'desc', '{"$ne":1}']

test('a word in an internal field is seen by who may see it, and by nobody else anywhere', {
  timeout: 1_500_000,
}, async ({ open, walk }) => {
  const { ours, planted, people, site, address, patterns } = walk
  const written: string[] = []
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0),
  )
  const consoles = (['log', 'warn', 'error', 'info'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...said) => void written.push(said.map(String).join(' '))),
  )
  let asked = 0
  const read = async (path: string, who: string) => {
    asked += 1
    const response = await fetch(address + path, { headers: { cookie: `who=${who}` }, redirect: 'manual' })
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
    return { status: response.status, text: `${headers}\n${await response.text()}` }
  }
  const found: string[] = []
  const byName = new Map(people.map((user) => [user.id, user]))
  const look = (text: string, where: string, who = 'public') => {
    for (const [word] of text.toLowerCase().matchAll(new RegExp(`${SECRET}\\d+x`, 'g'))) {
      const place = planted.get(word) ?? word
      if (!isOpenToCountry(place, byName.get(who))) found.push(`${where} shows ${place}`)
    }
  }
  try {
    const all = [...(await addressesOf(OURS, patterns)), ...(await addressesOf(OTHER, patterns))]
    const personal = all.filter((path) => faceOf(path.replace(/\?.*$/, '')) === 'personal')
    // Pages of the other municipality are asked in one language: what they share with ours they share in both.
    const isTwin = (path: string) => path.startsWith('/en') && path.includes(OTHER)
    const shared = all.filter((path) => !personal.includes(path) && !isTwin(path))

    // First the one who may: without this the walk could find nothing because it looks nowhere.
    for (const path of personal) look((await read(path, 'entitled')).text, path)
    const control = new Set(found.map((line) => line.replace(/^.* shows /, '')))
    for (const table of [
      'platform.change.why',
      'identity.name.family_name',
      'work.task.subject',
      'platform.reading.reason',
    ])
      expect([...control]).toContainEqual(expect.stringContaining(table))
    found.length = 0
    written.length = 0

    expect((await plantRowsOfWords(open, ours.id, planted)).length).toBeGreaterThan(30)
    await together(shared, async (path) => look((await read(path, 'public')).text, `${path} as public`))
    const others = people.filter(({ id }) => id !== 'entitled').map(({ id }) => id)
    // English pages ask the same loaders: those of whoever has most rights, and of whoever is nearest, are enough.
    const inBoth = ['administrator-elsewhere', 'another-guardian', 'public']
    // So do pages of the other municipality, which holds no secret.
    const isAsked = (path: string, id: string) =>
      inBoth.includes(id) || !(path.startsWith('/en') || path.includes(OTHER))
    const visits = others.flatMap((id) =>
      onePerPattern(personal)
        .filter((path) => isAsked(path, id))
        .map((path) => ({ id, path })),
    )
    await together(visits, async ({ id, path }) => {
      const { status, text } = await read(path, id)
      look(text, `${path} as ${id}`, id)
      expect([path, id, status >= 500]).toEqual([path, id, false])
    })

    // What is asked for is not found either, nor does the answer differ from that to a word which is nowhere.
    const [word = ''] = planted.keys()
    const nowhere = word.replace('zqx', 'xzq')
    // English pages ask the same loaders.
    const filtered = patterns.filter(
      (one) => one.parameters.length > 0 && !/^\/en|\/plani\/:plan/.test(one.pattern),
    )
    for (const { pattern, parameters } of filtered) {
      const [path = ''] = await addressesOf(OTHER, [{ pattern, parameters: [], hasAction: false }])
      const who = faceOf(path) === 'personal' ? 'administrator-elsewhere' : 'public'
      await together(parameters, async (parameter) => {
        const first = (await read(`${path}?${parameter}=${word}`, who)).text
        const second = (await read(`${path}?${parameter}=${nowhere}`, who)).text
        const isSame = leftAfter(first, [word, nowhere]) === leftAfter(second, [word, nowhere])
        expect(isSame, `${path}?${parameter}= tells a planted word from another`).toBe(true)
        for (const odd of ODD) {
          const { status, text } = await read(`${path}?${parameter}=${encodeURIComponent(odd)}`, who)
          look(text, `${path}?${parameter}=${odd}`)
          expect([path, parameter, odd, status >= 500]).toEqual([path, parameter, odd, false])
        }
      })
    }

    // Forms that are sent empty, addresses that are none.
    const personalVisit: Personal = {
      clientAddress: '127.0.0.1',
      own: { hosts: ['localhost'] },
      publicPage: async () => undefined,
    }
    const forms = patterns.filter(
      ({ hasAction, pattern }) => hasAction && !/^\/en|\/plani\/:plan/.test(pattern),
    )
    for (const id of others) {
      const slugs = inBoth.includes(id) ? [OURS, OTHER] : [OURS]
      const sent = forms.flatMap(({ pattern }) => slugs.map((slug) => ({ pattern, slug })))
      await together(sent, async ({ pattern, slug }) => {
        const [path = ''] = await addressesOf(slug, [{ pattern, parameters: [], hasAction: true }])
        const headers = { origin: 'http://localhost', cookie: `who=${id}` }
        const body = new URLSearchParams({ x: '' })
        const request = new Request(`http://localhost${path}`, { method: 'POST', body, headers })
        asked += 1
        const answer = await site.answer(request, { id: 'walk', personal: personalVisit })
        look(await answer.text(), `POST ${path} as ${id}`, id)
      })
      for (const path of [`/darbs/${OURS}/nekas`, `/${OURS}/nekas/labot`, `/darbs/${OURS}x`])
        look((await read(path, id)).text, `${path} as ${id}`, id)
    }
    look(written.join('\n'), 'the log')
    expect(written.length).toBeGreaterThan(100)
  } finally {
    for (const spy of [...streams, ...consoles]) spy.mockRestore()
  }
  expect(found).toEqual([])
  expect(asked).toBeGreaterThan(500)
})

/** One address of each pattern: those that differ in what they name alone, or in the values of their parameters, ask alike. */
function onePerPattern(paths: readonly string[]): string[] {
  const patternOf = (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://x')
    const named = pathname.replaceAll(/\/(?:\d+|[0-9a-f-]{32,36})(?=\/|$)/g, '/:x')
    return `${named}?${[...searchParams.keys()].toSorted().join('&')}`
  }
  return [...new Map(paths.toReversed().map((path) => [patternOf(path), path])).values()]
}

/** Does something with each of many, a few at a time. */
async function together<One>(list: readonly One[], work: (one: One) => Promise<unknown>) {
  const waiting = [...list]
  const next = async (): Promise<void> => {
    const one = waiting.shift()
    if (one === undefined) return
    await work(one)
    return next()
  }
  await Promise.all(Array.from({ length: 4 }, next))
}

/** An answer without what differs anyway: the word that was asked for, numbers of requests, names of forms. */
const leftAfter = (text: string, words: readonly string[]) =>
  words
    .reduce((left, word) => left.replaceAll(word, ''), text)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
    .replaceAll(/^(date|etag|x-request-id|content-length|age): .*$/gm, '')
