import { createText } from '#platform/texts/text.ts'
import type { Message } from './message-store.server.ts'
import { workTexts } from './texts/index.ts'

/**
 * The letter by which a message is answered, in the language in which it was written.
 *
 * @param site where the installation stands, when that is known: `https://izaugsme.lv`
 */
export function writeAnswerLetter(
  { language, place, content }: Pick<Message, 'language' | 'place' | 'content'>,
  answer: string,
  site: string | null,
) {
  const text = createText<keyof typeof workTexts.lv>(language, workTexts[language])
  const page =
    place && `${place.title}${site ? `\n${new URL(inLanguage(place.address, language), site)}` : ''}`
  const parts = [
    text('work.letter.greeting'),
    page ? `${text('work.letter.about')}\n${page}` : text('work.letter.aboutNone'),
    answer,
    text('work.letter.yourWords'),
    content.replaceAll(/^/gm, '> '),
    text('work.letter.noReply'),
  ]
  return { subject: text('work.letter.subject'), text: `${parts.join('\n\n')}\n` }
}

const inLanguage = (address: string, language: 'lv' | 'en') => (language === 'en' ? `/en${address}` : address)
