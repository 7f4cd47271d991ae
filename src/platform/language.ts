import type { Language } from './texts/text.ts'

/** Which language an address speaks: English under `/en`, Latvian everywhere else. */
export function languageOf(pathname: string): Language {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'lv'
}

/** An address written in Latvian form, in the language asked for. */
export function addressIn(language: Language, address: string): string {
  if (language === 'lv') return address
  return address === '/' || address.startsWith('/?') ? `/en${address.slice(1)}` : `/en${address}`
}

/** The twin of a page in the other language. */
export function twinAddress(pathname: string, search: string): string {
  const isEnglish = languageOf(pathname) === 'en'
  const latvian = isEnglish ? pathname.slice('/en'.length) || '/' : pathname
  return addressIn(isEnglish ? 'lv' : 'en', latvian) + search
}
