import { Button, Paper, Stack, Text } from '@mantine/core'
import { phoneInWords, type SeenLead } from './lead-words.ts'

interface CodeProps extends Pick<SeenLead, 'meetingCode'> {
  readonly more?: string
}

/** The code that whoever calls says first. */
export function CodeFirst({ meetingCode, more = '' }: CodeProps) {
  if (meetingCode === undefined || meetingCode === '') return null
  return (
    <Paper className="code-first" p="sm" mb="sm">
      <Text>Chào xong, đọc ngay mã gặp mặt:</Text>
      <Text className="meeting-code">{meetingCode}</Text>
      <Text>Đừng hỏi người dân mã này. {more}</Text>
    </Paper>
  )
}

/** The phone, by a call or on Zalo; without one only the page's chat is left. */
export function Ways({ phone }: Pick<SeenLead, 'phone'>) {
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
