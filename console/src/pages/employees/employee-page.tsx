import { Badge, Grid, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Schemas } from '@tollkeeper/sdk';
import { useState } from 'react';
import { client, useMe } from '../../api/queries.ts';
import { sayInstant } from '../../api/time.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { say } from '../../words/say.ts';
import { AccessCard } from './access-card.tsx';
import { EmployeeActions } from './employee-actions.tsx';
import { LicensesCard } from './licenses-card.tsx';
import { StillPayingForCard } from './still-paying-for-card.tsx';

/** One employee: what they may do now and why not, their licenses, hiding and signing in. */
export function EmployeePage() {
  const { employee: id } = useParams({ strict: false });
  const employee = useQuery({
    queryKey: ['employee', id],
    queryFn: () => client.get('/v1/employees/{emp}', { params: { emp: id ?? '' } }),
  });
  return (
    <Loaded query={employee} height={420}>
      {(found) => <Employee employee={found} />}
    </Loaded>
  );
}

function Employee({ employee }: { employee: Schemas['Employee'] }) {
  const { data: me } = useMe();
  const [left, setLeft] = useState<readonly Schemas['StillPayingFor'][]>();
  const seesBilling = me?.permissions.includes('billing.view') === true;
  const name = `${employee.first_name} ${employee.last_name}`;
  return (
    <>
      <PageHeading
        title={name}
        about={
          <Group component="span" gap="xs">
            <span>{employee.email}</span>
            <Badge color="ink" component="span">
              {employee.permission_group}
            </Badge>
            {employee.hidden ? (
              <Badge color="gray" component="span">
                {say('Hidden since {time}', { time: sayInstant(employee.hidden_at ?? '') })}
              </Badge>
            ) : null}
          </Group>
        }
        actions={<EmployeeActions employee={employee} onHidden={setLeft} />}
      />
      <Stack gap="md">
        {employee.hidden && seesBilling ? (
          <StillPayingForCard employee={employee} left={left} />
        ) : null}
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <AccessCard employee={employee} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            {seesBilling ? (
              <LicensesCard employee={employee} />
            ) : (
              <Text c="dimmed">{say('Licenses are seen by those who may see billing.')}</Text>
            )}
          </Grid.Col>
        </Grid>
      </Stack>
    </>
  );
}
