import { Badge, Card, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { AnswerTo } from '../../shared/api.ts'
import { dayInWords, instantInWords, spanInWords } from '../../shared/instants.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { channelNames, failureNames, quotaInWords, sourceNames } from './operations-words.ts'

type Now = AnswerTo<'GET /operations'>

/** The running program: what comes in, what waits, what was given up, and who must be answered by when. */
export function Page() {
  const now = useApi('GET /operations', {})
  return (
    <PageFrame title="Vận hành" lead="Kênh, hàng đợi, tin không gửi được và yêu cầu xoá dữ liệu.">
      <Answer of={now}>
        {(data) => (
          <Stack gap="xl">
            <Queues now={data} />
            <Channels now={data} />
            <Requests now={data} />
            <Failed now={data} />
          </Stack>
        )}
      </Answer>
    </PageFrame>
  )
}

function Part({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" mb="sm">
        {about}
      </Text>
      {children}
    </section>
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

function Channels({ now: { pages, tokens, quotas } }: { readonly now: Now }) {
  return (
    <Part title="Kênh" about="Tin nhận trong 24 giờ qua, và mã truy cập Zalo đã dùng được bao lâu.">
      <Stack gap="sm" role="list" aria-label="Kênh">
        {pages.map(({ channel, desk, voice, lastAt, messages }) => {
          const quota = channel === 'zalo' ? quotas.find(({ oa }) => oa === desk) : undefined
          const token = channel === 'zalo' ? tokens.find(({ oa }) => oa === desk) : undefined
          return (
            <Card key={`${channel} ${desk}`} withBorder padding="md" role="listitem">
              <Group gap="xs">
                <Text fw={600}>{channelNames[channel]}</Text>
                <Text c="dimmed">
                  {voice} · {desk}
                </Text>
                {token && !token.live && <Badge color="red.9">Mất quyền, cần cấp lại</Badge>}
              </Group>
              <Text c="dimmed">
                {lastAt === undefined
                  ? 'Không có tin nào trong 24 giờ'
                  : `${messages} tin, gần nhất ${instantInWords(lastAt)}`}
                {quota !== undefined && ` · ${quotaInWords(quota)}`}
                {token?.live === true && ` · mã truy cập đổi cách đây ${spanInWords(token.ageSeconds)}`}
              </Text>
            </Card>
          )
        })}
      </Stack>
    </Part>
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
