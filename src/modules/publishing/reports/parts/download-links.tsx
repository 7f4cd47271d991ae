import { useSpeech } from '#platform/i18n.tsx'
import { addressIn } from '#platform/language.ts'
import { LANGUAGES } from '#platform/texts/text.ts'
import { REPORT_FORMATS } from '../format.ts'

/** A report as a file: in each language and format. @param home the address to which a format is added */
export function DownloadLinks({ home }: { home: string }) {
  const { text } = useSpeech()
  return (
    <ul>
      {LANGUAGES.map((language) => (
        <li key={language}>
          {text(`publishing.download.${language}`)}:{' '}
          {REPORT_FORMATS.map((format, place) => (
            <span key={format}>
              {place === 0 ? null : ' · '}
              <a href={addressIn(language, `${home}.${format}`)} hrefLang={language}>
                {text(`publishing.download.${format}`)}
              </a>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
