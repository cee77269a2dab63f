import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { sayInstant } from '../../api/time.ts';
import { say } from '../../words/say.ts';

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
      title={say('Sign-in link for {name}', { name: link.name })}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <Stack>
        <Text size="sm">
          {link.mailed === true ? `${say('It was mailed as well.')} ` : ''}
          {say(
            'It works once, until {instant}. Whoever has it signs in as {name}; it is not shown again.',
            { instant: sayInstant(link.expires_at), name: link.name },
          )}
        </Text>
        <Code block className="wraps">
          {link.url}
        </Code>
        <Group justify="flex-end">
          <CopyButton value={link.url}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{copied ? say('Copied') : say('Copy')}</Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
