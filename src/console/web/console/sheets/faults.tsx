import { Card, Stack, Text } from '@mantine/core'
import type { AnswerTo } from '../../shared/api.ts'

interface Props {
  readonly errors: AnswerTo<'POST /sheets/check'>['errors']
  readonly label: string
}

/** Cells or rows of a file, each with what is the matter. */
export function Faults({ errors, label }: Props) {
  return (
    <Stack gap="xs" role="list" aria-label={label} mb="md">
      {errors.map(({ sheet, row, column, say }) => (
        <Card key={`${sheet} ${row} ${column} ${say}`} withBorder padding="sm" role="listitem">
          <Text fw={600}>
            Dòng {row}
            {column !== undefined && `, cột ${column}`}
          </Text>
          <Text>{say}</Text>
        </Card>
      ))}
    </Stack>
  )
}
