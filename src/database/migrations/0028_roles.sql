-- Shipped groups for those who look after licenses or money and do not dial.
insert into companies_permission_groups (id, company, name, permissions, editable, created_at)
values
  ('grp_license_admin', null, 'License admin',
   '{billing.view, licenses.assign}', false, '2026-01-02Z'),
  ('grp_billing_admin', null, 'Billing admin',
   '{billing.view, billing.manage}', false, '2026-01-02Z'),
  ('grp_viewer', null, 'Viewer', '{billing.view}', false, '2026-01-02Z')
on conflict do nothing;
