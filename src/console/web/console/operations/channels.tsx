import { Badge, Card, Group, Stack, Text } from '@mantine/core'
import type { AnswerTo } from '../../shared/api.ts'
import { instantInWords, spanInWords } from '../../shared/instants.ts'
import { useMe } from '../../shared/me.ts'
import { channelNames, quotaInWords } from './operations-words.ts'
import { NewConsent } from './new-consent.tsx'
import { Part } from './part.tsx'

type Now = AnswerTo<'GET /operations'>

/** Every page we speak for: its last webhook, and for Zalo the token, the day's templates and the way to a new grant. */
export function Channels({ now }: { readonly now: Now }) {
  return (
    <Part title="Kênh" about="Tin nhận trong 24 giờ qua, và mã truy cập Zalo đã dùng được bao lâu.">
      <Stack gap="sm" role="list" aria-label="Kênh">
        {now.pages.map((page) => (
          <ChannelCard key={`${page.channel} ${page.desk}`} page={page} now={now} />
        ))}
      </Stack>
    </Part>
  )
}

function ChannelCard({ page, now }: { readonly page: Now['pages'][number]; readonly now: Now }) {
  const { channel, desk, voice, lastAt, messages } = page
  const me = useMe()
  const isZalo = channel === 'zalo'
  const quota = isZalo ? now.quotas.find(({ oa }) => oa === desk) : undefined
  const token = isZalo ? now.tokens.find(({ oa }) => oa === desk) : undefined
  return (
    <Card withBorder padding="md" role="listitem">
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
      {isZalo && me.role === 'admin' && <NewConsent oa={desk} isUrgent={token?.live === false} />}
    </Card>
  )
}
