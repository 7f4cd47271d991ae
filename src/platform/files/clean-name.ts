const MOST_CHARACTERS = 120
/** Controls, marks that turn the direction of reading, characters that no system takes in a name. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * A file's name as it may be offered to others: without folders, hidden marks and names of devices, at most 120
 * characters, and with the ending of what is in it.
 *
 * @param ending of its type, without a dot
 */
export function cleanName(given: string, ending: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(NOT_IN_NAMES, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const stem = plain.replace(new RegExp(`\\.(${ENDINGS[ending] ?? ending})$`, 'i'), '').replace(/[\s.]+$/, '')
  const safe = DEVICES.test(stem) ? `_${stem}` : stem
  const room = MOST_CHARACTERS - ending.length - 1
  const short = [...safe].slice(0, room).join('').trimEnd()
  return `${short === '' ? 'datne' : short}.${ending}`
}

/** Endings that mean the same. */
const ENDINGS: Readonly<Record<string, string>> = { jpg: 'jpe?g' }

/** A header that has a file saved under its name, never shown in the page (RFC 6266). */
export function asAttachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
