import { z } from 'zod';
import type { Companies, Employees } from '../../modules/companies/index.ts';
import type { Licensing } from '../../modules/licensing/index.ts';
import type { Api } from '../endpoint.ts';
import { id, text } from '../schemas/fields.ts';
import { page, pageOf, pageQuery } from '../schemas/page.ts';
import { employeeAnswer, employeeText } from './employees.ts';
import { employeeLicenses, licensesText } from './licenses.ts';

const assignments = employeeLicenses
  .omit({ employee: true })
  .extend({ employee: employeeAnswer })
  .meta({ id: 'Assignments' });

export interface AssignmentsRoutesDeps {
  readonly companies: Companies;
  readonly employees: Employees;
  readonly licensing: Licensing;
}

export function registerAssignments(api: Api, deps: AssignmentsRoutesDeps): void {
  const { companies, employees, licensing } = deps;
  api.define('GET', '/v1/companies/:co/assignments', {
    summary: 'List who holds which licenses, and from which billing account',
    description: 'Employees who are not hidden, those without licenses included.',
    tag: 'Licenses',
    access: { scope: 'read' },
    params: z.strictObject({ co: id('co') }),
    query: z.strictObject({ ...pageQuery, search: text().optional() }),
    answer: page(assignments),
    handle: async (tx, { params, query, actor }) => {
      const company = await companies.get(tx, actor, params.co);
      const { data, ...rest } = await pageOf(
        query,
        (slice) =>
          employees.list(tx, company.id, { ...slice, hidden: false, search: query.search }),
        ({ id: employee }) => employee,
        (employee) => employee,
      );
      const held = await licensing.licensesOfEach(tx, company, data);
      const rows = data.flatMap((employee, place) => {
        const licenses = held[place];
        return licenses === undefined
          ? []
          : [{ ...licensesText(licenses), employee: employeeText(employee) }];
      });
      return { ...rest, data: rows };
    },
  });
}
