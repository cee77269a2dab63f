import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginStory, type Story } from './story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory();
});
afterAll(() => story.close());

/** “They don’t have permission to use the dialer. I know that I gave them the right level.” */
test('an employee with the permission and no dialer license is told of the license', async () => {
  await story.buy({ totals: { crm: 2, dialer_tab: 2, dialer: 2 } });
  const ann = await story.hire('Ann Lee', 'Basic User', ['crm']);

  const login = await story.authorize({ activity: 'dialer.login', employee: ann });
  expect(login.allowed).toBe(false);
  const codes = login.reasons.map((reason: { code: string }) => reason.code);
  expect(codes).toEqual(['license_not_assigned']);
  expect(login.reasons[0].details.missing).toEqual(['dialer_tab', 'dialer']);

  const { answer, facts, remedies } = await story.ask('why-cannot-dial', ann);
  expect(answer).toContain(
    'Ann Lee is in the permission group Basic User, which may use the dialer.',
  );
  expect(answer).toContain('Dialer Tab');
  expect(answer).toContain('Dialer');
  expect(facts).toMatchObject({ employee: ann, has_permission: true, allowed: false });
  expect(facts.reasons[0].code).toBe('license_not_assigned');
  expect(remedies.length).toBeGreaterThan(0);

  // The remedy: assign a dialer tab license and a dialer license.
  await story.own.put(`/v1/employees/${ann}/licenses/dialer`, {
    billing_account: story.account,
    with_required: true,
  });
  expect((await story.authorize({ activity: 'dialer.login', employee: ann })).allowed).toBe(true);
  const later = await story.ask('why-cannot-dial', ann);
  expect(later.answer).toBe('Nothing keeps Ann Lee from dialing now.');
});

test('an employee without the permission is told of the permission, not of a license', async () => {
  const made = await story.own.post(`/v1/companies/${story.company}/permission-groups`, {
    name: 'Readers',
    permissions: [],
  });
  expect(made.status).toBe(201);
  const bob = await story.hire('Bob Ray', 'Readers', ['dialer']);
  const { facts, answer } = await story.ask('why-cannot-dial', bob);
  expect(facts.reasons.map((reason: { code: string }) => reason.code)).toEqual([
    'permission_denied',
  ]);
  expect(answer).not.toContain('Dialer Tab');
});

test('without an employee, everybody who has the permission and cannot dial is named', async () => {
  const cara = await story.hire('Cara Fox', 'Basic User');
  const { facts } = await story.ask('why-cannot-dial');
  const stuck = facts.cannot_dial.map((one: { employee: string }) => one.employee);
  expect(stuck).toContain(cara);
});
