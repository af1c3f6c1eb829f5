import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { type ApiError, saveFile } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { useMe } from '../../shared/me.ts'
import { type Kind, kinds, kindWords } from './sheet-words.ts'

type Format = 'xlsx' | 'csv' | 'json'
const shown: Readonly<Record<Format, string>> = { xlsx: 'Excel', csv: 'CSV', json: 'JSON' }

/** Every table as a file; what was exported and by whom is in the audit. */
export function ExportTables() {
  const { role } = useMe()
  const files = [...kinds, 'drafts', 'leads'] as const
  return (
    <section aria-labelledby="xuat">
      <Title order={2} size="h4" id="xuat" mb="xs">
        Xuất ra tệp
      </Title>
      <Text mb="sm">
        Mỗi lần xuất được ghi vào nhật ký. Tệp nhân viên thu có số điện thoại: anh/chị giữ cẩn thận, dùng xong
        thì xoá.
      </Text>
      <Stack gap="sm" role="list" aria-label="Các bảng xuất được">
        {files.map((kind) => (
          <Card key={kind} withBorder padding="md" role="listitem">
            <Group justify="space-between">
              <Text fw={600}>{labelOf(kind)}</Text>
              <Links
                name={labelOf(kind)}
                save={(format) => saveFile('GET /sheets/file', { query: { kind, format } })}
                {...((kind === 'answers' || kind === 'drafts') && {
                  formats: ['xlsx', 'csv', 'json'] as const,
                })}
              />
            </Group>
            {(kind === 'leads' || kind === 'drafts') && <Text c="dimmed">{aboutOthers[kind]}</Text>}
          </Card>
        ))}
        {role === 'admin' && <Renewals />}
      </Stack>
    </section>
  )
}

/** What goes out and is no table that comes in. */
const aboutOthers = {
  leads: 'Mã, xã, người giữ, kết quả; không có tên, số của bà con.',
  drafts: 'Mọi câu đang soạn, chờ duyệt hoặc chờ giờ; cùng cột với câu trả lời nên sửa xong nhập lại được.',
} as const

function labelOf(kind: Kind | keyof typeof aboutOthers): string {
  if (kind === 'leads') return 'Phiếu'
  return kind === 'drafts' ? 'Bản nháp câu trả lời' : kindWords[kind].label
}

interface LinksProps {
  readonly name: string
  readonly save: (format: Format) => Promise<void>
  readonly formats?: readonly Format[]
}

function Links({ name, save, formats = ['xlsx', 'csv'] }: LinksProps) {
  const saving = useMutation<void, ApiError, Format>({ mutationFn: save })
  return (
    <>
      <Group gap="xs">
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            loading={saving.isPending && saving.variables === format}
            onClick={() => saving.mutate(format)}
            aria-label={`${name}, tệp ${shown[format]}`}
          >
            {shown[format]}
          </Button>
        ))}
      </Group>
      <Complaint error={saving.error} />
    </>
  )
}

/** Who is due to pay again, for one agent: names and phones of citizens, so an administrator's only. */
function Renewals() {
  const [agent, setAgent] = useState('')
  const isNamed = agent.trim() !== ''
  return (
    <Card withBorder padding="md" role="listitem">
      <Text fw={600}>Người đến hạn đóng tiếp</Text>
      <Text c="dimmed" mb="sm">
        Trong hai tháng tới, của một nhân viên thu. Tệp có tên và số điện thoại của bà con.
      </Text>
      <Group align="flex-end">
        <TextInput
          label="Mã nhân viên thu"
          value={agent}
          onChange={(event) => setAgent(event.currentTarget.value)}
        />
        {isNamed && (
          <Links
            name="Người đến hạn"
            save={(format) => saveFile('GET /sheets/renewals', { query: { agent: agent.trim(), format } })}
          />
        )}
      </Group>
    </Card>
  )
}
