import { useSpeech } from '#platform/i18n.tsx'
import { amongPeers, isFewPeople } from '../feedback/among-peers.ts'
import type { Peers } from '../life/peer-store.server.ts'
import { drawSpread, SPREAD } from '../plots/spread.ts'

type Props = {
  own: number
  peers: Peers
  /** What the institutions it is compared with are called; null for all of them. */
  type: string | null
  /** Fewest people that may be counted; 0 where it counts none. */
  leastCount: number
  /** How exactly figures of the kind are told. */
  decimals: number
}

/** Where a figure stands among those of other institutions, in a sentence and a line. */
export function PeerSpread({ own, peers, type, leastCount, decimals }: Props) {
  const { text, say } = useSpeech()
  const among = { count: peers.peers, type: type ?? '' }
  // Whose middle half counts few people tells no more than that.
  if (isFewPeople(peers.upperQuartile, leastCount))
    return (
      <p>
        {text(type === null ? 'collection.feedback.fewPeers' : 'collection.feedback.fewPeersOfType', {
          ...among,
          least: leastCount,
        })}
      </p>
    )
  const tell = (value: number) =>
    isFewPeople(value, leastCount)
      ? text('collection.feedback.few', { least: leastCount })
      : say.number(value, decimals)
  const isDrawn = !isFewPeople(peers.lowerQuartile, leastCount) && !isFewPeople(peers.median, leastCount)
  return (
    <>
      {isDrawn ? <Spread own={own} peers={peers} /> : null}
      <p>
        {text(type === null ? 'collection.feedback.peers' : 'collection.feedback.peersOfType', {
          ...among,
          low: tell(peers.lowerQuartile),
          median: tell(peers.median),
          high: tell(peers.upperQuartile),
        })}{' '}
        {text(`collection.feedback.${amongPeers(own, peers)}`)}
      </p>
    </>
  )
}

function Spread({ own, peers }: Pick<Props, 'own' | 'peers'>) {
  const { from, to, median, own: at, zero } = drawSpread(own, peers)
  const y = SPREAD.line
  return (
    <svg className="chart spread" aria-hidden="true" viewBox={`0 0 ${SPREAD.width} ${SPREAD.height}`}>
      <line className="axis" x1={SPREAD.side} x2={SPREAD.width - SPREAD.side} y1={y} y2={y} />
      <rect className="middle-half" x={from} width={Math.max(2, to - from)} y={y - 7} height={14} />
      <line className="median" x1={median} x2={median} y1={y - 9} y2={y + 9} />
      <circle className="dot-latest" cx={at} cy={y} r={5} />
      <text className="middle" x={zero} y={SPREAD.height - 6}>
        0
      </text>
    </svg>
  )
}
