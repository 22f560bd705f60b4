import { Button, Modal, Stack, Text } from '@mantine/core';
import { signOut } from '../api';
import { SignInForm } from './SignInForm';
import { texts } from './texts';

/** Over the page whose session has ended. */
export default function SignInAgain({ email }: { email: string }) {
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title={texts.signInAgain} zIndex={400}>
      <Stack>
        <Text size="sm">{texts.signInAgainIntro}</Text>
        <SignInForm email={email} />
        <Button variant="subtle" onClick={() => void signOut()}>
          {texts.someoneElse}
        </Button>
      </Stack>
    </Modal>
  );
}
