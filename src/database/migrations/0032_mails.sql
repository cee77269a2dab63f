-- Mails to be sent, written in the transaction of what they are about.
create table notices_mails (
  id text collate "C" primary key,
  kind text not null,                              -- what it is about
  company text collate "C" references companies,   -- null: to the operator
  account text collate "C" references accounts,
  to_name text not null,
  to_address text not null,
  subject text not null,
  text_body text not null,                         -- empty once a confidential one is settled
  html_body text not null,
  attachments jsonb not null,                      -- documents, drawn when it is sent
  is_confidential boolean not null,
  state text not null check (state in ('pending', 'sent', 'refused', 'abandoned', 'unsent')),
  attempts int not null,
  next_attempt_at timestamptz not null,            -- on the real clock, like every time here
  give_up_at timestamptz,
  last_attempt_at timestamptz,
  last_result text,
  created_at timestamptz not null
);
create index notices_mails_due on notices_mails (next_attempt_at) where state = 'pending';
create index notices_mails_company on notices_mails (company, id);
create index notices_mails_old on notices_mails (created_at) where state <> 'pending';
