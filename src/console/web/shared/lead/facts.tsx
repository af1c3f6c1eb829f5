interface Props {
  readonly rows: readonly (readonly string[])[] // name, value
}

/** Names and what stands for them, a line each. */
export function Facts({ rows }: Props) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
