/** A rule that may be in the way, with the place or pupils it is about. All but `everyoneHasAPlace` can be lifted. */
export type Rule =
  | { rule: 'capacity' | 'minimum'; site: string; gradeBand?: string; pupils: number }
  | { rule: 'fixedOpen' | 'fixedClosed'; site: string }
  | { rule: 'travelLimit'; gradeBand: string; minutes: number }
  | { rule: 'keptWhole' | 'mayPresentStay'; units: readonly string[] }
  | { rule: 'openAtMost' | 'openAtLeast'; sites: number }

/** Says whether a rule is kept; used to lift rules one by one. */
export type KeepsRule = (rule: Rule) => boolean

/** A name by which a rule can be told from all others of the same problem, in whatever order it is written. */
export function ruleKey(rule: Rule): string {
  const { rule: name, ...rest } = rule
  return `${name} ${JSON.stringify(rest, Object.keys(rest).sort())}`
}

/** The rule in an English sentence, for logs and for those who write their own words. */
export function sayRule(rule: Rule): string {
  switch (rule.rule) {
    case 'capacity':
      return `${placeOf(rule)} has room for ${rule.pupils} pupils`
    case 'minimum':
      return `${placeOf(rule)} needs at least ${rule.pupils} pupils to stay open`
    case 'fixedOpen':
      return `${rule.site} stays open`
    case 'fixedClosed':
      return `${rule.site} is closed`
    case 'travelLimit':
      return `pupils of ${rule.gradeBand} travel at most ${rule.minutes} minutes`
    case 'keptWhole':
      return rule.units.length === 1
        ? `${rule.units} goes to one school as a whole`
        : `${rule.units.join(', ')} go to school together`
    case 'mayPresentStay':
      return `pupils of ${rule.units.join(', ')} may stay in their school while it is open`
    case 'openAtMost':
      return `at most ${rule.sites} schools stay open`
    case 'openAtLeast':
      return `at least ${rule.sites} schools stay open`
  }
}

function placeOf({ site, gradeBand }: { site: string; gradeBand?: string }): string {
  return gradeBand === undefined ? site : `${site}, grades ${gradeBand},`
}
