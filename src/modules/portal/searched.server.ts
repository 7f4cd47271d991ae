import { OWN_INSTITUTION_CALLED, ownInstitutionAddress } from '#modules/registry'
import { GLOSSARY, GLOSSARY_ADDRESS } from '#platform/glossary/index.ts'
import type { Findable, Searched } from '#platform/searched.ts'
import type { LocalText, TextKey } from '#platform/texts/text.ts'

/** Pages of the whole country, each with texts that say what it is about. */
const PAGES: readonly {
  address: string
  name: TextKey
  words?: readonly TextKey[]
  called?: readonly string[]
}[] = [
  { address: ownInstitutionAddress, name: 'registry.own.title', called: OWN_INSTITUTION_CALLED },
  { address: '/metodes', name: 'portal.methods.title', words: ['portal.methods.headline'] },
  { address: '/pieklustamiba', name: 'portal.access.title' },
  { address: '/atvertie-dati', name: 'portal.open.title' },
  { address: GLOSSARY_ADDRESS, name: 'portal.glossary.title', words: ['portal.glossary.lede'] },
]

/** How things are worked out: sections of the page of methods, with the texts that stand there. */
const METHODS: Readonly<Record<string, readonly TextKey[]>> = {
  verdicts: [
    'portal.methods.verdicts.rule',
    'portal.methods.verdicts.period',
    'portal.methods.certainty.verdict',
  ],
  counting: [
    'portal.methods.counting.rule',
    'portal.methods.counting.why',
    'portal.methods.counting.actions',
  ],
  misses: ['portal.methods.misses.rule', 'portal.methods.misses.left'],
  values: [
    'portal.methods.values.missing',
    'portal.methods.values.methodology',
    'portal.methods.values.revisions',
  ],
  intervals: ['portal.methods.intervals.rule'],
  gaps: ['portal.methods.gaps.rule', 'portal.methods.gaps.words'],
  findings: ['portal.methods.findings.rule'],
}

/** What the glossary explains; of letters, what they stand for is a name as well. */
const TERMS: readonly Findable[] = GLOSSARY.map((entry) => ({
  kind: 'term',
  address: `${GLOSSARY_ADDRESS}#${entry.id}`,
  name:
    entry.kind === 'abbreviation'
      ? { lv: `${entry.short}: ${entry.stands.lv}`, en: `${entry.short}: ${entry.stands.en}` }
      : entry.term,
  words: [entry.meaning ?? null],
}))

/** What the country's pages are about, and how things are worked out. */
export const searchedPortal: Searched = {
  kinds: [
    { code: 'page', label: 'search.kind.pages', weight: 1.5 },
    { code: 'method', label: 'portal.kind.methods', weight: 1.1 },
    { code: 'term', label: 'portal.kind.terms', weight: 0.6 },
  ],
  find: ({ municipality, texts }) => {
    if (municipality) return []
    const say = (key: TextKey): LocalText => ({ lv: texts('lv')(key), en: texts('en')(key) })
    return [
      ...PAGES.map(
        ({ address, name, words = [], called = [] }): Findable => ({
          kind: 'page',
          address,
          called,
          name: say(name),
          words: words.map(say),
        }),
      ),
      ...Object.entries(METHODS).map(
        ([section, words]): Findable => ({
          kind: 'method',
          address: `/metodes#${section}`,
          name: say(`portal.methods.${section}` as TextKey),
          words: words.map(say),
        }),
      ),
      ...TERMS,
    ]
  },
}
