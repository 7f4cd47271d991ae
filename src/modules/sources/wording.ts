import type { Language, LocalText } from '#platform/texts/text.ts'

/** Exact words of a document; in English only where it has such words itself. */
export type Official = { lv: string; en: string | null }

/** How something is called: in the words of its document where they are known, and in ours. */
export type Wording = {
  /** What stands as its title: the official words where there are any. */
  title: LocalText
  /** Ours, short. */
  short: LocalText
  official: Official | null
}

/** The columns of official words in tables. */
export type OfficialRow = { official_lv: string | null; official_en: string | null }

export const officialOf = ({ official_lv, official_en }: OfficialRow): Official | null =>
  official_lv === null ? null : { lv: official_lv, en: official_en }

/** The wording of something whose document may or may not be quoted. */
export function wordingOf(short: LocalText, official: Official | null): Wording {
  return { title: { lv: official?.lv ?? short.lv, en: official?.en ?? short.en }, short, official }
}

/** How a row is called that has official words beside our title. */
export const wordingOfRow = (row: OfficialRow & { title_lv: string; title_en: string }): Wording =>
  wordingOf({ lv: row.title_lv, en: row.title_en }, officialOf(row))

/** The exact words in a language; null where only ours are known, which must not stand in quotation marks. */
export const exactWords = ({ official }: { official: Official | null }, language: Language): string | null =>
  official?.[language] ?? null
