import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { sayInstant } from '../../api/time.ts';

/** A link that is shown once: whoever has it signs in as that person. */
export function SignInLinkDialog(props: {
  link: { name: string; url: string; expires_at: string; mailed?: boolean };
  onClose: () => void;
}) {
  const { link, onClose } = props;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Sign-in link for ${link.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack>
        <Text size="sm">
          {link.mailed === true ? 'It was mailed as well. ' : ''}It works once, until{' '}
          {sayInstant(link.expires_at)}. Whoever has it signs in as {link.name}; it is not shown
          again.
        </Text>
        <Code block className="wraps">
          {link.url}
        </Code>
        <Group justify="flex-end">
          <CopyButton value={link.url}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}
          </CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
