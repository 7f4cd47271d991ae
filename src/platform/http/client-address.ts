import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** The proxies whose word about visitors is believed. */
export function createProxies(networks: readonly string[]): BlockList {
  const proxies = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  return proxies
}

type Asker = Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } }

export function isFromProxy({ socket }: Asker, proxies: BlockList) {
  return isIn(proxies, plain(socket.remoteAddress ?? ''))
}

/**
 * Where a request comes from. Each proxy adds whom it heard it from at the end of `X-Forwarded-For`, so the
 * list is read backwards for as long as proxies that are known speak; what stands before is hearsay.
 */
export function clientAddressOf(asker: Asker, proxies: BlockList): string {
  const heard = String(asker.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((one) => plain(one.trim()))
  let address = plain(asker.socket.remoteAddress ?? '')
  for (const before of heard.reverse()) {
    if (!isIn(proxies, address) || isIP(before) === 0) break
    address = before
  }
  return address
}

/**
 * What is counted as one visitor: an IPv4 address, or the network of 64 bits that a household or an office
 * gets with IPv6.
 */
export function visitorOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? []
  const left = head.split(':').filter((part) => part !== '')
  const right = tail?.split(':').filter((part) => part !== '') ?? []
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const parts = [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
  return `${parts.join(':')}::/64`
}

/** Sockets that take both families write IPv4 addresses as IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

function isIn(list: BlockList, address: string) {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}
