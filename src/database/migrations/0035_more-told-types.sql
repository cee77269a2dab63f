-- Licenses that come free a few days before a renewal are worth a word before it is charged.
insert into notices_told_types (type) values
  ('license.unassigned'), ('license_total.increased'), ('license_total.decrease_cancelled');
