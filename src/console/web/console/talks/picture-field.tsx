import { Button, Card, FileButton, Image, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { asBase64 } from '../sheets/as-base64.ts'

/** A picture before it is sent. */
export interface Chosen {
  readonly type: string
  readonly picture: string // base64
  readonly description: string
}

interface Props {
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen | undefined) => void
}

const LARGEST_BYTES = 1_000_000
const TOO_LARGE =
  'Ảnh lớn hơn 1 MB: Zalo không nhận. Anh/chị chụp lại màn hình, hoặc giảm cỡ ảnh rồi chọn lại.'
const types = 'image/png,image/jpeg'
const WRONG_TYPE = 'Chỉ gửi được ảnh JPG hoặc PNG.'

/** Choosing a picture; one that cannot be sent is refused before it is. */
export function PictureButton({ onChoose }: Pick<Props, 'onChoose'>) {
  const [trouble, setTrouble] = useState('')
  const take = async (file: File | null) => {
    if (!file) return
    const wrong = file.size > LARGEST_BYTES ? TOO_LARGE : types.includes(file.type) ? '' : WRONG_TYPE
    setTrouble(wrong)
    onChoose(wrong ? undefined : { type: file.type, picture: await asBase64(file), description: '' })
  }
  return (
    <>
      <FileButton accept={types} onChange={(file) => void take(file)}>
        {(props) => (
          <Button variant="default" {...props}>
            Kèm ảnh
          </Button>
        )}
      </FileButton>
      <Text c={trouble ? 'red.9' : 'dimmed'} size="sm" role={trouble ? 'alert' : undefined}>
        {trouble || 'JPG hoặc PNG, không quá 1 MB. Không gửi ảnh có thông tin của người khác.'}
      </Text>
    </>
  )
}

/** Seeing it, and saying what is on it: nobody sends what they have not looked at. */
export function PicturePreview({ chosen, onChoose }: Props) {
  const { type, picture, description } = chosen
  return (
    <Card withBorder padding="sm" mt="sm">
      <Image
        src={`data:${type};base64,${picture}`}
        alt={description || 'Ảnh sẽ gửi, chưa có mô tả'}
        mah={280}
        w="auto"
        maw="100%"
        fit="contain"
        mb="sm"
      />
      <TextInput
        label="Mô tả ảnh"
        description="Vài chữ nói ảnh có gì: cho người không xem được ảnh, và để lại trong cuộc trò chuyện. Trên Zalo chữ này hiện dưới ảnh."
        required
        minLength={5}
        maxLength={200}
        value={description}
        onChange={({ currentTarget }) => onChoose({ ...chosen, description: currentTarget.value })}
      />
      <Button
        variant="default"
        mt="sm"
        onClick={() => onChoose(undefined)}
        style={{ alignSelf: 'flex-start' }}
      >
        Bỏ ảnh
      </Button>
    </Card>
  )
}
