import { SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { PageFrame } from '../../shared/page-frame.tsx'
import { Answer } from '../../shared/states.tsx'
import { useApi } from '../../shared/use-api.ts'
import { ChartCard } from './chart-card.tsx'
import { noFilter, NumbersFilter, type NumbersFilterValues } from './numbers-filter.tsx'

/** Numbers at a glance: what is drawn can also be read as a table, and taken away as a picture or a spreadsheet. */
export function Page() {
  const open = useOpen()
  const [filter, setFilter] = useState<NumbersFilterValues>(noFilter)
  const whole = useApi('GET /numbers', { query: noFilter }) // what there is to choose from
  const numbers = useApi('GET /numbers', { query: filter })
  return (
    <PageFrame
      title="Con số"
      lead="Đếm theo ngày; không con số nào chỉ ra một người. Mỗi tỷ lệ đi cùng số để so."
      wide
    >
      {whole.data && (
        <NumbersFilter
          filter={filter}
          {...{ pages: whole.data.pages, communes: whole.data.communes }}
          days={numbers.data ?? whole.data}
          onFilter={setFilter}
        />
      )}
      <Answer of={numbers}>
        {({ charts, filter: inWords, ms }) => (
          <>
            <Text c="dimmed" mb="sm" role="status">
              {inWords} (máy chủ tính trong {ms} ms)
            </Text>
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
              {charts.map((chart) => (
                <ChartCard key={chart.id} {...{ chart, filter, inWords }} {...open(chart.id)} />
              ))}
            </SimpleGrid>
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

/** Tables that are open stay so while the filter changes. */
function useOpen() {
  const [open, setOpen] = useState<readonly string[]>([])
  return (id: string) => ({
    isOpen: open.includes(id),
    onOpen: (isOpen: boolean) =>
      setOpen((all) => [...all.filter((one) => one !== id), ...(isOpen ? [id] : [])]),
  })
}
