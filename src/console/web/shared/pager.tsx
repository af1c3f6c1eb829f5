import { Button, Group, Text } from '@mantine/core'

/** Rows on a page of a list, as the API cuts them. */
const PAGE = 50

interface PagerProps {
  readonly page: number
  readonly total: number
  readonly onPage: (page: number) => void
}

export function Pager({ page, total, onPage }: PagerProps) {
  if (total <= PAGE) return null
  return (
    <Group mt="md" justify="center">
      <Button variant="default" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Trang trước
      </Button>
      <Text>
        {page + 1} / {Math.ceil(total / PAGE)}
      </Text>
      <Button variant="default" disabled={(page + 1) * PAGE >= total} onClick={() => onPage(page + 1)}>
        Trang sau
      </Button>
    </Group>
  )
}
