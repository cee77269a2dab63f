/** What a permission group may hold. Activities name the permission that they need. */
export const PERMISSIONS = [
  'dialer.use',
  'voice_message.send',
  'call.record',
  'call.monitor',
  'text.send',
  'billing.view',
  'billing.manage',
  'licenses.assign',
  'employees.manage',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What an API key may do: look, change things, or ask for admission. */
export const SCOPES = ['read', 'manage', 'admission'] as const;

export type Scope = (typeof SCOPES)[number];
