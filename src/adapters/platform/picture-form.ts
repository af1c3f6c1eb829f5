import { pictureType } from '../../conversation/picture.ts'

/** An upload: its kind by the picture's own bytes, its name ours, and whatever else the platform wants beside it. */
export function pictureForm(
  field: string,
  picture: Uint8Array,
  beside: Readonly<Record<string, string>> = {},
): FormData {
  const type = pictureType(picture) ?? 'jpeg' // nothing else is taken in
  const form = new FormData()
  for (const [name, value] of Object.entries(beside)) form.append(name, value)
  const bytes = new Uint8Array(picture)
  form.append(field, new Blob([bytes], { type: `image/${type}` }), type === 'png' ? 'anh.png' : 'anh.jpg')
  return form
}
