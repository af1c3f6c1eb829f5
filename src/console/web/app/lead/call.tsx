import { List, Text } from '@mantine/core'
import { hourInWords } from '../../shared/lead/lead-words.ts'
import { Part } from '../../shared/lead/part.tsx'
import { CodeFirst, Ways } from '../../shared/lead/ways.tsx'
import type { Card } from '../words.ts'

/** The code the agent says first, then how to reach them. */
export function Call({ card: { phone, meetingCode, appointment, state, points } }: { readonly card: Card }) {
  return (
    <Part title={state === 'closed' ? 'Phiếu đã xong' : 'Gọi cho người dân'}>
      {appointment !== undefined && (
        <Text fw={600} mb="sm">
          Đã hẹn {hourInWords(appointment)}
        </Text>
      )}
      <CodeFirst meetingCode={meetingCode} more={points.first} />
      <Ways phone={phone} />
      <Text fw={600} mt="md">
        Luôn hứa với người dân
      </Text>
      <List size="md">
        {points.promise.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Part>
  )
}
