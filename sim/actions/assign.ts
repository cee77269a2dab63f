import type { Action } from './action.ts';

/** No license is left, or none will be once a lower total is in force. */
const NO_ROOM = new Set(['no_license_available', 'pending_total_reached']);

export const assign: Action = {
  name: 'assign',
  weight: 8,
  async run({ client, random, found }, account) {
    const employee = random.pick(account.employees.filter(({ hidden }) => !hidden));
    if (employee === undefined) return;
    const code = random.pick(['crm', 'dialer', 'dialer', 'flex_port']);
    const { status, body } = await client.put(`/v1/employees/${employee.id}/licenses/${code}`, {
      billing_account: account.id,
      with_required: true,
    });
    if (status !== 200 && !NO_ROOM.has(body.code)) found(`assign: ${body.detail}`);
  },
};

export const unassign: Action = {
  name: 'unassign',
  weight: 3,
  async run({ client, random, found }, account) {
    const employee = random.pick(account.employees.filter(({ hidden }) => !hidden));
    if (employee === undefined) return;
    const code = random.pick(['crm', 'dialer', 'flex_port']);
    const { status, body } = await client.delete(`/v1/employees/${employee.id}/licenses/${code}`, {
      with_required: true,
    });
    // What was never assigned, or was taken by the first of two tries, is not there.
    if (status !== 200 && status !== 404) found(`unassign: ${body.detail}`);
  },
};

export const hideOrShow: Action = {
  name: 'hide or show',
  weight: 3,
  async run({ client, random, found }, account) {
    const employee = random.pick(account.employees);
    if (employee === undefined) return;
    const what = employee.hidden ? 'show' : 'hide';
    const { status, body } = await client.post(`/v1/employees/${employee.id}/${what}`);
    if (status !== 200) return found(`${what}: ${body.detail}`);
    employee.hidden = !employee.hidden;
  },
};
