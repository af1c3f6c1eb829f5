import { Badge, Card, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import type { AnswerTo } from '../../shared/api.ts'
import { dayInWords, instantInWords, spanInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { Channels } from './channels.tsx'
import { Letters } from './letters.tsx'
import { channelNames, failureNames, sourceNames } from './operations-words.ts'
import { Part } from './part.tsx'

type Now = AnswerTo<'GET /operations'>

/** The running program: what comes in, what waits, what was given up, and who must be answered by when. */
export function Page() {
  const now = useApi('GET /operations', {})
  return (
    <PageFrame
      title="Vận hành"
      lead="Kênh, hàng đợi, tin không gửi được, tin bị bỏ lại và yêu cầu xoá dữ liệu."
    >
      <Answer of={now}>
        {(data) => (
          <Stack gap="xl">
            <Queues now={data} />
            <Channels now={data} />
            <Requests now={data} />
            <Failed now={data} />
            <Letters />
          </Stack>
        )}
      </Answer>
    </PageFrame>
  )
}

function Queues({ now }: { readonly now: Now }) {
  const numbers = [
    { label: 'Tin chờ bot trả lời', value: now.waiting, oldest: now.oldestWaitingSeconds },
    { label: 'Trả lời chờ gửi đi', value: now.outboxWaiting, oldest: now.oldestOutboxSeconds },
  ]
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {numbers.map(({ label, value, oldest }) => (
        <Card key={label} withBorder padding="lg">
          <Text c="dimmed">{label}</Text>
          <Text fz={32} fw={600} lh={1.2}>
            {value}
          </Text>
          <Text c="dimmed">{value === 0 ? 'Không có gì chờ' : `Lâu nhất ${spanInWords(oldest)}`}</Text>
        </Card>
      ))}
    </SimpleGrid>
  )
}

function Requests({ now: { requests } }: { readonly now: Now }) {
  return (
    <Part
      title="Yêu cầu xoá dữ liệu"
      about="Hạn trả lời và hạn xoá tính theo quy định, từ ngày người dân yêu cầu."
    >
      {requests.length === 0 && <Text>Không có yêu cầu nào đang mở.</Text>}
      <Stack gap="sm" role="list" aria-label="Yêu cầu xoá dữ liệu">
        {requests.map(({ code, source, askedAt, firstReplyBy, doneBy, isLate }) => (
          <Card key={code} withBorder padding="md" role="listitem">
            <Group gap="xs">
              <Text fw={600}>{code}</Text>
              <Badge color={isLate ? 'red.9' : 'brand'}>
                {isLate ? 'Quá hạn' : `Xoá trước ${dayInWords(doneBy)}`}
              </Badge>
            </Group>
            <Text c="dimmed">
              {sourceNames[source]}, lúc {instantInWords(askedAt)} · trả lời trước {dayInWords(firstReplyBy)}
            </Text>
          </Card>
        ))}
      </Stack>
    </Part>
  )
}

function Failed({ now: { failed } }: { readonly now: Now }) {
  return (
    <Part title="Tin không gửi được" about="Trong bảy ngày qua, theo lý do.">
      {failed.length === 0 ? (
        <Text>Không có tin nào bị từ chối.</Text>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table withTableBorder>
            <Table.Thead>
              <Table.Tr>
                {['Kênh', 'Vì sao', 'Mã lỗi', 'Số tin', 'Gần nhất'].map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {failed.map(({ channel, state, reason, messages, lastAt }) => (
                <Table.Tr key={`${channel} ${state} ${reason}`}>
                  <Table.Td>{channelNames[channel]}</Table.Td>
                  <Table.Td>{failureNames[state]}</Table.Td>
                  <Table.Td>{reason}</Table.Td>
                  <Table.Td>{messages}</Table.Td>
                  <Table.Td>{instantInWords(lastAt)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Part>
  )
}
