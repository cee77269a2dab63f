-- In which language people are written to, and what they were told in each.

-- An employee or one of the operator's people; no row: English.
create table companies_languages (
  person text collate "C" primary key,
  language text not null
);

-- The message, figures and remedies of a notice in the languages besides English, by language.
alter table notices add column words jsonb not null default '{}';
