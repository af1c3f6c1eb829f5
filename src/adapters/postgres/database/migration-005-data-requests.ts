/** Who asked for their data to be erased, and when. The subject is forgotten when it is done. */
export const dataRequests: readonly string[] = [
  `create table data_request (
    code text primary key, source text not null, person_id uuid references person, sealed_subject text,
    asked_at timestamptz not null, done_at timestamptz)`,
  `create index data_request_open on data_request (asked_at) where done_at is null`,
]
