import { Box, Button, Text } from '@mantine/core'

interface Props {
  readonly reply: { readonly text: string; readonly buttons: readonly { label: string; payload: string }[] }
  readonly channel: 'zalo' | 'messenger'
  readonly onTap?: (button: { label: string; payload: string }) => void
}

/** One message as the platform shows it: Zalo puts its buttons under the words, Messenger in a row of quick replies. */
export function Bubble({ reply: { text, buttons }, channel, onTap }: Props) {
  const isZalo = channel === 'zalo'
  return (
    <Box mb="xs">
      <Box p="sm" style={{ background: '#ffffff', borderRadius: isZalo ? 8 : 18, maxWidth: '92%' }}>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
        {isZalo && buttons.map((one) => <Choice key={one.payload} {...{ one, onTap }} fullWidth />)}
      </Box>
      {!isZalo && buttons.map((one) => <Choice key={one.payload} {...{ one, onTap }} />)}
    </Box>
  )
}

interface ChoiceProps {
  readonly one: { label: string; payload: string }
  readonly onTap: Props['onTap']
  readonly fullWidth?: boolean
}

function Choice({ one, onTap, fullWidth = false }: ChoiceProps) {
  if (!onTap)
    return (
      <Text
        c="brand"
        fw={600}
        ta="center"
        mt={4}
        p={6}
        style={{ border: '1px solid #cfe8e1', borderRadius: 8 }}
      >
        {one.label}
      </Text>
    )
  return (
    <Button variant="default" mt={4} mr={4} fullWidth={fullWidth} onClick={() => onTap(one)}>
      {one.label}
    </Button>
  )
}
