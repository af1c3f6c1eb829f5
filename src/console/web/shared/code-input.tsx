import { TextInput, type TextInputProps } from '@mantine/core'

/** Six digits, with the number keyboard and what the phone offers by itself. */
export function CodeInput(props: TextInputProps) {
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      required
      withAsterisk={false}
      {...props}
      styles={{ input: { fontSize: '1.375rem', letterSpacing: '0.2em' } }}
    />
  )
}
