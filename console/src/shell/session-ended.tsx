import { Button, Modal, Stack, Text } from '@mantine/core';

/**
 * The session ended while the page was open. The page stays below as it is, so that nothing that
 * was typed is lost; signed in again in another tab, it goes on.
 */
export function SessionEnded({ again }: { again: () => unknown }) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title="Your session has ended"
    >
      <Stack align="flex-start">
        <Text size="sm">
          Nothing that you typed here is lost. Sign in again in another tab, then come back to this
          one.
        </Text>
        <Button component="a" href="/sign-in" target="_blank" rel="noreferrer">
          Sign in in a new tab
        </Button>
        <Button variant="default" onClick={again}>
          I have signed in
        </Button>
      </Stack>
    </Modal>
  );
}
