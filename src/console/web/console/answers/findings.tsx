import { Alert, List, Text } from '@mantine/core'

interface Finding {
  readonly level: 'block' | 'warn'
  readonly say: string
}

/** What stands against a text: what must be mended first, then what to look at. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const blocks = findings.filter(({ level }) => level === 'block')
  const warnings = findings.filter(({ level }) => level === 'warn')
  return (
    <>
      {blocks.length > 0 && (
        <Alert color="red" title={`Cần sửa trước khi gửi (${blocks.length})`} my="sm">
          <Items says={blocks} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="yellow" title={`Nên xem lại (${warnings.length})`} my="sm">
          <Items says={warnings} />
        </Alert>
      )}
      {findings.length === 0 && <Text my="sm">Lời văn chưa thấy chỗ nào phải sửa.</Text>}
    </>
  )
}

function Items({ says }: { readonly says: readonly Finding[] }) {
  return (
    <List>
      {says.map(({ say }) => (
        <List.Item key={say}>{say}</List.Item>
      ))}
    </List>
  )
}
