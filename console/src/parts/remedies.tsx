import { Button, Group } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { saySentence } from '../api/sentence.ts';

export interface RemedyView {
  readonly action: string;
  readonly label: string;
  readonly link: string;
}

/**
 * What can be done, each one click away; what it costs stands in the label. `quiet` where there
 * are several on a page: only one button of a page should shout.
 */
export function Remedies(props: {
  remedies: readonly RemedyView[];
  quiet?: boolean;
  /** Does a remedy on the page that it is shown on; false where it has to go to its link. */
  doHere?: (remedy: RemedyView) => boolean;
}) {
  const { remedies, quiet = false, doHere } = props;
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
            if (!remedy.link.startsWith('/')) return; // A payment provider's own page.
            event.preventDefault();
            if (doHere?.(remedy) === true) return;
            history.push(remedy.link);
          }}
          size="xs"
          variant={index === 0 && !quiet ? 'filled' : 'default'}
          rightSection={<IconArrowRight size={14} aria-hidden />}
          h="auto"
          mih={30}
          py={6}
          styles={{ label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.35 } }}
        >
          {saySentence(remedy.label)}
        </Button>
      ))}
    </Group>
  );
}
