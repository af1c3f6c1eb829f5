import { Button, List, Paper, Stack, Text } from '@mantine/core'
import { type Card, hourInWords, phoneInWords } from '../words.ts'
import { Part } from './part.tsx'

/** The code the agent says first, then how to reach them. */
export function Call({ card: { phone, meetingCode, appointment, state, points } }: { readonly card: Card }) {
  return (
    <Part title={state === 'closed' ? 'Phiếu đã xong' : 'Gọi cho người dân'}>
      {appointment !== undefined && (
        <Text fw={600} mb="sm">
          Đã hẹn {hourInWords(appointment)}
        </Text>
      )}
      {meetingCode !== undefined && meetingCode !== '' && (
        <Paper className="code-first" p="sm" mb="sm">
          <Text>Chào xong, đọc ngay mã gặp mặt:</Text>
          <Text className="meeting-code">{meetingCode}</Text>
          <Text>Đừng hỏi người dân mã này. {points.first}</Text>
        </Paper>
      )}
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

/** The phone, by a call or on Zalo; without one only the page's chat is left. */
function Ways({ phone }: Pick<Card, 'phone'>) {
  if (phone === undefined)
    return <Text>Người dân muốn được nhắn trên trang, không để lại số điện thoại.</Text>
  return (
    <Stack gap="xs">
      <Button component="a" href={`tel:${phone}`} size="lg">
        Gọi {phoneInWords(phone)}
      </Button>
      <Button
        component="a"
        href={`https://zalo.me/${phone.replace(/^\+84/, '0')}`}
        target="_blank"
        rel="noopener noreferrer"
        variant="default"
      >
        Nhắn Zalo
      </Button>
    </Stack>
  )
}
