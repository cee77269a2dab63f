import { Button, Group } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';

export interface RemedyView {
  readonly action: string;
  readonly label: string;
  readonly link: string;
}

/** What can be done, each one click away; what it costs stands in the label. */
export function Remedies({ remedies }: { remedies: readonly RemedyView[] }) {
  const { history } = useRouter();
  if (remedies.length === 0) return null;
  return (
    <Group gap="xs">
      {remedies.map((remedy, index) => (
        <Button
          key={`${remedy.action} ${remedy.link}`}
          component="a"
          href={remedy.link}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey) return; // A new tab, as asked.
            event.preventDefault();
            history.push(remedy.link);
          }}
          size="xs"
          variant={index === 0 ? 'filled' : 'default'}
          rightSection={<IconArrowRight size={14} aria-hidden />}
          style={{ height: 'auto', minHeight: 30, whiteSpace: 'normal' }}
        >
          {remedy.label}
        </Button>
      ))}
    </Group>
  );
}
