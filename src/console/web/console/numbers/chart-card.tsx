import { Button, Card, Group, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type ApiError, saveFile } from '../../shared/api.ts'
import { Complaint } from '../../shared/states.tsx'
import { ChartTable } from './chart-table.tsx'
import { type ChartData, draw, heightOf, hasPicture, savePicture } from './draw-chart.ts'
import type { NumbersFilterValues } from './numbers-filter.tsx'

interface Props {
  readonly chart: ChartData
  readonly filter: NumbersFilterValues
  readonly inWords: string
}
interface CardProps extends Props {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** One chart: the picture, what it counts, the same rows as a table, and both to take away. */
export function ChartCard({ chart, filter, inWords, isOpen, onOpen }: CardProps) {
  const { id, title, note } = chart
  return (
    <Card withBorder padding="md" component="section" aria-labelledby={`bieu-do-${id}`}>
      <Title order={2} size="h4" id={`bieu-do-${id}`}>
        {title}
      </Title>
      <Text c="dimmed" size="sm" mb="sm">
        {note}
      </Text>
      {hasPicture(chart) ? <Picture chart={chart} /> : <Text mb="sm">Chưa có số liệu để vẽ.</Text>}
      <details open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
        <summary>Bảng số liệu: {title}</summary>
        <ChartTable chart={chart} />
      </details>
      <Takings chart={chart} filter={filter} inWords={inWords} />
    </Card>
  )
}

function Picture({ chart }: Pick<Props, 'chart'>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (!canvas.current) return undefined
    const drawn = draw(canvas.current, chart)
    return () => drawn.destroy()
  }, [chart])
  return (
    <div style={{ position: 'relative', height: heightOf(chart), marginBottom: 12 }}>
      <canvas ref={canvas} role="img" aria-label={`Biểu đồ: ${chart.title}. Số liệu ở bảng ngay dưới.`} />
    </div>
  )
}

function Takings({ chart, filter, inWords }: Props) {
  const saving = useMutation<void, ApiError>({
    mutationFn: () => saveFile('GET /numbers/file', { query: { ...filter, chart: chart.id } }),
  })
  return (
    <>
      <Group gap="xs" mt="sm">
        <Button
          variant="default"
          disabled={!hasPicture(chart)}
          onClick={() => savePicture(chart, inWords)}
          aria-label={`Tải ảnh: ${chart.title}`}
        >
          Tải ảnh
        </Button>
        <Button
          variant="default"
          loading={saving.isPending}
          onClick={() => saving.mutate()}
          aria-label={`Tải Excel: ${chart.title}`}
        >
          Tải Excel
        </Button>
      </Group>
      <Complaint error={saving.error} />
    </>
  )
}
