import { List, Text } from '@mantine/core'
import { instantInWords } from '../../shared/instants.ts'
import { Part } from '../../shared/lead/part.tsx'
import { type Card, factInWords } from './leads-words.ts'

/** Why the lead came to each of its owners; the last one first open. */
export function Trails({ trails }: Pick<Card, 'trails'>) {
  if (trails.length === 0) return null
  return (
    <Part title="Vì sao phiếu đến tay người giữ">
      {trails.map(({ at, lines }, i) => (
        <details key={at} open={i === trails.length - 1}>
          <summary>{instantInWords(at)}</summary>
          <List size="md">
            {lines.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </details>
      ))}
    </Part>
  )
}

/** What happened, oldest first; who saw the phone is in it. */
export function FactList({ history }: Pick<Card, 'history'>) {
  return (
    <Part title="Nhật ký của phiếu">
      <ol className="past">
        {history.map((one, i) => (
          <li key={`${one.at} ${one.fact} ${i}`}>
            <Text>
              {factInWords(one)} <span className="quiet">({one.by})</span>
            </Text>
            <Text c="dimmed">{instantInWords(one.at)}</Text>
          </li>
        ))}
      </ol>
    </Part>
  )
}
