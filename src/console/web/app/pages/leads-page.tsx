import { Alert, Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { programmeLabel, timeLabel } from '../../../labels.ts'
import type { AnswerTo } from '../../shared/api.ts'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { drop, keptNames } from '../offline/kept.ts'
import { OldAnswer } from '../offline/old-answer.tsx'
import { keptName, useKept } from '../offline/use-kept.ts'
import { useQueue } from '../offline/use-queue.ts'
import { dueInWords, groupNames } from '../words.ts'

type Line = AnswerTo<'GET /my/leads'>['leads'][number]
type Group = Line['urgency']
const groups = Object.keys(groupNames) as Group[] // the keys of that very record

/** The agent's leads, the most urgent first. */
export function Page() {
  const leads = useKept('GET /my/leads', {})
  const erasures = useKept('GET /my/erasures', {})
  const mine = leads.oldSince === undefined ? leads.data?.leads : undefined
  useEffect(() => {
    if (mine) void dropOthers(mine.map(({ id }) => id))
  }, [mine])
  const toErase = erasures.data?.erasures.length ?? 0
  return (
    <PageFrame title="Phiếu của tôi">
      <OldAnswer since={leads.oldSince} />
      {toErase > 0 && (
        <Alert color="red" variant="light" mb="md" title="Có người yêu cầu xoá thông tin">
          <Anchor component={Link} href="/them/xoa" underline="always" className="tall-link">
            Xem {toErase} phiếu phải xoá
          </Anchor>
        </Alert>
      )}
      <Answer of={leads}>{(data) => <Groups leads={data.leads} />}</Answer>
    </PageFrame>
  )
}

/** Cards of leads that went to somebody else do not stay in this browser. */
async function dropOthers(mine: readonly string[]): Promise<void> {
  const own = new Set(mine.map((id) => keptName('GET /my/leads/:id', { params: { id } })))
  const cards = await keptNames('GET /my/leads/:id')
  for (const name of cards) if (!own.has(name)) await drop(name)
}

function Groups({ leads }: { readonly leads: readonly Line[] }) {
  if (leads.length === 0) return <Text>Chưa có phiếu nào. Có phiếu mới, anh/chị nhận tin qua Zalo.</Text>
  return (
    <Stack gap="lg">
      {groups.map((group) => {
        const here = leads.filter(({ urgency }) => urgency === group)
        if (here.length === 0) return null
        return (
          <section key={group} aria-labelledby={`nhom-${group}`}>
            <Title order={2} size="h4" mb="xs" id={`nhom-${group}`}>
              {groupNames[group]} ({here.length})
            </Title>
            <Stack gap="sm" role="list">
              {here.map((lead) => (
                <LeadLine key={lead.id} lead={lead} />
              ))}
            </Stack>
          </section>
        )
      })}
    </Stack>
  )
}

function LeadLine({ lead }: { readonly lead: Line }) {
  const waiting = useQueue().filter((one) => one.lead === lead.id && one.refused === undefined)
  const due = dueInWords(lead)
  const isLate = lead.due !== undefined && new Date(lead.due).getTime() < Date.now()
  return (
    <div role="listitem">
      <Card withBorder padding="md" component={Link} href={`/phieu/${lead.id}`} className="lead-line">
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Text fw={600} fz="lg" truncate>
            {lead.addressAs ?? 'Người dân cần gọi'}
          </Text>
          <Text c="dimmed" style={{ flexShrink: 0 }}>
            {lead.code}
          </Text>
        </Group>
        <Text>
          {programmeLabel(lead.programme)} · {lead.commune}
        </Text>
        <Group gap="xs" mt={6}>
          {lead.priority === 'high' && lead.urgency !== 'done' && <Badge color="red.9">Gấp</Badge>}
          {due !== undefined && (
            <Badge color={isLate ? 'red.9' : 'brand'}>{isLate ? `Quá giờ · ${due}` : due}</Badge>
          )}
          {lead.urgency === 'call' && lead.bestTime !== 'any' && (
            <Badge color="gray">Tiện nghe {timeLabel(lead.bestTime).toLowerCase()}</Badge>
          )}
          {waiting.map(({ key, words }) => (
            <Badge key={key} color="yellow" className="notice">
              Đang chờ mạng: {words}
            </Badge>
          ))}
        </Group>
      </Card>
    </div>
  )
}
