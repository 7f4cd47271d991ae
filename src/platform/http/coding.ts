export type Coding = 'gzip' | 'identity'

/** Who does not mention plain bytes takes them, but likes anything better that is named. */
const UNMENTIONED = 0.001

/**
 * The coding in which an asker gets an answer, by its `Accept-Encoding` (RFC 9110, 12.5.3). Without the
 * header nothing is packed: such askers are old or simple.
 *
 * @param isPacked whether packing saves room; otherwise it is done only for who takes nothing else
 * @returns undefined when the asker takes neither
 */
export function chooseCoding(acceptEncoding: string | undefined, isPacked: boolean): Coding | undefined {
  const { gzip, identity } = readQualities(acceptEncoding ?? '')
  if (gzip === 0 && identity === 0) return undefined
  if (identity === 0) return 'gzip'
  return isPacked && gzip > 0 && gzip >= identity ? 'gzip' : 'identity'
}

function readQualities(header: string): Record<Coding, number> {
  const named = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim())
    if (name !== '') named.set(name, readQuality(parameters))
  }
  const others = named.get('*')
  const gzip = named.get('gzip') ?? named.get('x-gzip') ?? others ?? 0
  return { gzip, identity: named.get('identity') ?? others ?? UNMENTIONED }
}

/** A quality that cannot be read is taken for none. */
function readQuality(parameters: readonly string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  if (written === undefined) return 1
  return /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(written) ? Number(written) : 1
}
